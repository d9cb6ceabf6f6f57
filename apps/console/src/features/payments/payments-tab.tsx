import { codesOf, paymentStates, paymentWays, receiptNumberText } from '@yinuo/contracts'
import type { PaymentRow, PaymentState, PaymentWay } from '@yinuo/contracts'
import { Button, DatePicker, Input, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { Sum } from '../../elements/sum.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { PaymentTag } from './marks.tsx'
import { usePayments, type PaymentFilters } from './queries.ts'

const DAY = 'YYYY-MM-DD'

/** Every payment, the latest first. */
export function PaymentsTab({ onOpen }: { onOpen: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Omit<PaymentFilters, 'query'>>({})
  const query = useSettled(typed.trim(), 300)
  const filters = { ...chosen, ...(query && { query }) }
  const payments = usePayments(filters)
  const set = (change: Partial<PaymentFilters>) => setChosen((now) => ({ ...now, ...change }))
  return (
    <Panel>
      <Bar>
        <Input.Search
          allowClear
          placeholder="房号、缴款人、收据号或微信单号"
          aria-label="搜收款"
          style={{ width: 260 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <DatePicker.RangePicker
          aria-label="日期"
          style={{ width: 260 }}
          value={chosen.from && chosen.to ? [dayjs(chosen.from), dayjs(chosen.to)] : null}
          onChange={(days) => set({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
        />
        <Select<PaymentWay>
          allowClear
          placeholder="全部方式"
          aria-label="缴费方式"
          style={{ width: 132 }}
          value={chosen.way ?? null}
          onChange={(way) => set({ way: way ?? undefined })}
          options={codesOf(paymentWays).map((value) => ({ value, label: paymentWays[value] }))}
        />
        <Select<PaymentState>
          allowClear
          placeholder="全部状态"
          aria-label="状态"
          style={{ width: 120 }}
          value={chosen.state ?? null}
          onChange={(state) => set({ state: state ?? undefined })}
          options={codesOf(paymentStates).map((value) => ({ value, label: paymentStates[value] }))}
        />
        <span style={{ flex: 1 }} />
        <ExportButton list="payments" filters={filters} />
      </Bar>
      <Listing
        query={payments}
        count={payments.rows.length}
        empty={<EmptyPlace title="没有收款" hint="住户在小程序缴费或在柜台缴费后显示在这里。" />}
      >
        <Table<PaymentRow>
          rowKey="id"
          dataSource={payments.rows}
          pagination={false}
          scroll={{ x: 980 }}
          columns={[
            { title: '时间', width: 150, render: (_, row) => <TimeText at={row.paidAt ?? row.createdAt} /> },
            {
              title: '房屋',
              width: 170,
              render: (_, row) => (
                <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onOpen(row.id)}>
                  {row.unitLabel}
                </Button>
              ),
            },
            { title: '内容', render: (_, row) => row.charges || '预存' },
            { title: '方式', width: 110, render: (_, row) => paymentWays[row.way] },
            { title: '状态', width: 110, render: (_, row) => <PaymentTag payment={row} /> },
            { title: '金额', width: 120, align: 'right', render: (_, row) => <Sum fen={row.amountFen} /> },
            {
              title: '已退',
              width: 110,
              align: 'right',
              render: (_, row) => (row.refundedFen ? <Sum fen={row.refundedFen} /> : '—'),
            },
            {
              title: '收据号',
              width: 90,
              align: 'right',
              render: (_, row) => (row.receiptNumber === null ? '—' : receiptNumberText(row.receiptNumber)),
            },
            { title: '缴款人', width: 110, render: (_, row) => row.payerName || '—' },
          ]}
        />
      </Listing>
    </Panel>
  )
}
