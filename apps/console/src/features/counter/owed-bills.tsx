import type { CounterBill } from '@yinuo/contracts'
import { moneyLimits } from '@yinuo/contracts'
import { Button, InputNumber, Table } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { EmptyPlace } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { fenOf } from '../../words/money.ts'
import styles from './counter.module.css'
import { useCounterChange } from './queries.ts'

interface OwedBillsProps {
  bills: CounterBill[]
  ticked: string[]
  typed: Readonly<Record<string, number>>
  onTick: (ids: string[]) => void
  onType: (id: string, fen: number) => void
}

/** What is owed, the oldest first; one held by an order on somebody's phone says so. */
export function OwedBills({ bills, ticked, typed, onTick, onType }: OwedBillsProps) {
  const { communityId } = useCommunity()
  const closing = useCounterChange(
    ({ id }: { id: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/payments/{id}/close', { path: { communityId, id }, idempotencyKey }),
    '已向微信支付关闭，账单按最新结果显示',
  )
  if (bills.length === 0) return <EmptyPlace title="没有待缴账单" hint="可以只收预存，以后的账单可用预存余额抵扣。" />
  return (
    <>
      <Refusal failure={closing.failure} />
      <Table<CounterBill>
        rowKey="id"
        dataSource={bills}
        pagination={false}
        scroll={{ x: 620 }}
        rowSelection={{
          selectedRowKeys: ticked,
          onChange: (keys) => onTick((keys as string[]).slice(0, moneyLimits.billsAtOnce)),
          getCheckboxProps: ({ heldBy, chargeName }) => ({ disabled: heldBy !== null, name: chargeName }),
        }}
        columns={[
          {
            title: '账单',
            render: (_, bill) => (
              <>
                {bill.chargeName}
                {bill.overdue && (
                  <span style={{ marginLeft: 8 }}>
                    <StateTag tone="late">已逾期</StateTag>
                  </span>
                )}
                <div className={styles['quiet']}>
                  {bill.periodFrom} 至 {bill.periodTo}
                </div>
                {bill.heldBy && (
                  <div className={styles['held']}>
                    住户正在用微信支付
                    {bill.heldUntil && (
                      <>
                        ，最晚 <TimeText at={bill.heldUntil} /> 结束
                      </>
                    )}
                    <Button
                      size="small"
                      loading={closing.busy}
                      onClick={() => void closing.submit({ id: bill.heldBy! })}
                      style={{ marginLeft: 8 }}
                    >
                      关闭那一笔，在柜台收
                    </Button>
                  </div>
                )}
              </>
            ),
          },
          { title: '应缴', width: 110, align: 'right', render: (_, bill) => <Sum fen={bill.owedFen} /> },
          {
            title: '本次收',
            width: 150,
            render: (_, bill) => (
              <InputNumber
                aria-label={`${bill.chargeName} 本次收`}
                min={0.01}
                max={bill.owedFen / 100}
                precision={2}
                suffix="元"
                disabled={bill.heldBy !== null || !ticked.includes(bill.id)}
                value={(typed[bill.id] ?? bill.owedFen) / 100}
                onChange={(value) => onType(bill.id, fenOf(value ?? 0))}
                style={{ width: '100%' }}
              />
            ),
          },
        ]}
      />
    </>
  )
}
