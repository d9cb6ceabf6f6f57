import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons'
import { codesOf, paymentWays, receiptNumberText, receiptStandings } from '@yinuo/contracts'
import type { ReceiptRow, ReceiptStanding } from '@yinuo/contracts'
import { Button, DatePicker, Input, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { Sum } from '../../elements/sum.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { useReceipts, type ReceiptFilters } from './queries.ts'

const DAY = 'YYYY-MM-DD'

export function ReceiptTag({ receipt: { voidedAt } }: { receipt: Pick<ReceiptRow, 'voidedAt'> }) {
  const standing = voidedAt ? 'void' : 'valid'
  const icon = voidedAt ? <StopOutlined /> : <CheckCircleOutlined />
  return <StateTag tone={voidedAt ? 'late' : 'onTime'} icon={icon} children={receiptStandings[standing]} />
}

/** Every number of the book of receipts, the latest first. */
export function ReceiptsTab({ onOpen }: { onOpen: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Omit<ReceiptFilters, 'query'>>({})
  const query = useSettled(typed.trim(), 300)
  const filters = { ...chosen, ...(query && { query }) }
  const receipts = useReceipts(filters)
  const set = (change: Partial<ReceiptFilters>) => setChosen((now) => ({ ...now, ...change }))
  return (
    <Panel>
      <Bar>
        <Input.Search
          allowClear
          placeholder="收据号、房号或缴款人"
          aria-label="搜收据"
          style={{ width: 240 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <DatePicker.RangePicker
          aria-label="开具日期"
          style={{ width: 260 }}
          value={chosen.from && chosen.to ? [dayjs(chosen.from), dayjs(chosen.to)] : null}
          onChange={(days) => set({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
        />
        <Select<ReceiptStanding>
          allowClear
          placeholder="全部状态"
          aria-label="状态"
          style={{ width: 120 }}
          value={chosen.state ?? null}
          onChange={(state) => set({ state: state ?? undefined })}
          options={codesOf(receiptStandings).map((value) => ({ value, label: receiptStandings[value] }))}
        />
        <span style={{ flex: 1 }} />
        <ExportButton list="receipts" filters={filters} />
      </Bar>
      <Listing
        query={receipts}
        count={receipts.rows.length}
        empty={<EmptyPlace title="没有收据" hint="每收到一笔钱自动开一张收据，号码连续。" />}
      >
        <Table<ReceiptRow>
          rowKey="id"
          dataSource={receipts.rows}
          pagination={false}
          scroll={{ x: 980 }}
          columns={[
            {
              title: '收据号',
              width: 100,
              render: (_, row) => (
                <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onOpen(row.id)}>
                  {receiptNumberText(row.number)}
                </Button>
              ),
            },
            { title: '房屋', render: (_, row) => row.unitLabel },
            { title: '缴款人', width: 150, render: (_, row) => row.payerName || '—' },
            { title: '方式', width: 100, render: (_, row) => paymentWays[row.way] },
            { title: '金额', width: 120, align: 'right', render: (_, row) => <Sum fen={row.amountFen} /> },
            { title: '开具', width: 150, render: (_, row) => <TimeText at={row.issuedAt} /> },
            { title: '开具人', width: 100, render: (_, row) => row.issuedByName },
            { title: '打印', width: 80, align: 'right', render: (_, row) => (row.prints > 0 ? `${row.prints} 次` : '—') },
            { title: '状态', width: 100, render: (_, row) => <ReceiptTag receipt={row} /> },
          ]}
        />
      </Listing>
    </Panel>
  )
}
