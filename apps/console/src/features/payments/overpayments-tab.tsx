import { codesOf, overpaymentReasons, overpaymentStates, paymentWays } from '@yinuo/contracts'
import type { OverpaymentRow, OverpaymentState } from '@yinuo/contracts'
import { App, Button, Select, Space, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { yuan } from '../../words/money.ts'
import { OverpaymentTag } from './marks.tsx'
import { useOverpayments, usePaymentChange, useRenewal } from './queries.ts'

/** What came in and nobody owed: to be refunded, or kept for the next bills. */
export function OverpaymentsTab({ onOpen }: { onOpen: (paymentId: string) => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { modal } = App.useApp()
  const renew = useRenewal()
  const [state, setState] = useState<OverpaymentState | undefined>('open')
  const list = useOverpayments(state)
  const crediting = usePaymentChange(
    ({ id, version }: OverpaymentRow, idempotencyKey) =>
      call('POST /communities/{communityId}/overpayments/{id}/credit', {
        path: { communityId, id },
        body: { version },
        idempotencyKey,
      }),
    '已转为预存',
  )
  const credit = (row: OverpaymentRow) =>
    modal.confirm({
      title: `把 ${yuan(row.amountFen)} 转为${row.unitLabel}的预存？`,
      content: '下次缴费可以抵扣，也可以再退给住户。',
      onOk: () => crediting.submit(row),
    })
  return (
    <Panel>
      <Bar>
        <Select<OverpaymentState>
          allowClear
          placeholder="全部状态"
          aria-label="状态"
          style={{ width: 140 }}
          value={state ?? null}
          onChange={(next) => setState(next ?? undefined)}
          options={codesOf(overpaymentStates).map((value) => ({ value, label: overpaymentStates[value] }))}
        />
      </Bar>
      <Refusal failure={crediting.failure} onReload={renew} />
      <Listing
        query={list}
        count={list.rows.length}
        empty={<EmptyPlace title="没有多收款" hint="账单已由别处缴清后又到账的钱会显示在这里。" />}
      >
        <Table<OverpaymentRow>
          rowKey="id"
          dataSource={list.rows}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            { title: '时间', width: 150, render: (_, row) => <TimeText at={row.createdAt} /> },
            { title: '房屋', render: (_, row) => row.unitLabel },
            { title: '多收', width: 120, align: 'right', render: (_, row) => <Sum fen={row.amountFen} /> },
            { title: '原因', width: 170, render: (_, row) => overpaymentReasons[row.reason] },
            { title: '方式', width: 100, render: (_, row) => paymentWays[row.way] },
            { title: '状态', width: 120, render: (_, row) => <OverpaymentTag over={row} /> },
            {
              title: '操作',
              width: 200,
              fixed: 'right',
              render: (_, row) => (
                <Space size={4}>
                  <Button size="small" onClick={() => onOpen(row.paymentId)}>
                    {row.state === 'open' && !row.refunding && may('payments.take') ? '退款…' : '看收款'}
                  </Button>
                  {row.state === 'open' && !row.refunding && may('payments.reconcile') && (
                    <Button size="small" onClick={() => credit(row)}>
                      转为预存
                    </Button>
                  )}
                </Space>
              ),
            },
          ]}
        />
      </Listing>
    </Panel>
  )
}
