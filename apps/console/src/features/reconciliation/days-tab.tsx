import type { StatementRow } from '@yinuo/contracts'
import { Alert, Button, DatePicker, Table, Tooltip } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { serverNow } from '../../app/clock.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { Sum } from '../../elements/sum.tsx'
import { DaysChart } from './days-chart.tsx'
import { FeeDialog } from './fee-dialog.tsx'
import { StatementTag } from './marks.tsx'
import { useReconciling, useStatements } from './queries.ts'

const DAY = 'YYYY-MM-DD'
/** In Shanghai, wherever the office's computer is. */
const today = () => dayjs(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(serverNow()))
const yesterday = () => today().subtract(1, 'day')
const said = (rows: readonly StatementRow[]): string =>
  rows.every(({ checkedAt }) => checkedAt)
    ? `已对账，${rows.reduce((sum, { openDifferences }) => sum + openDifferences, 0)} 条差异待处理`
    : '账单还没有取到，稍后会自动再取'

/** Each day's bill beside our books, the latest first. */
export function DaysTab({ onDifferences }: { onDifferences: (day: string) => void }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const [days, setDays] = useState<{ from?: string; to?: string }>({})
  const [day, setDay] = useState(yesterday)
  const [fee, setFee] = useState<StatementRow | null>(null)
  const list = useStatements(days)
  const checking = useReconciling(
    (body: { day: string }) => call('POST /communities/{communityId}/pay-statements/check', { path: { communityId }, body }),
    said,
  )
  const late = list.rows.filter((row) => row.late)
  return (
    <>
      {late.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={`${late.map((row) => row.day).join('、')} 的微信账单还没有对账`}
          description={
            late.find(({ trouble }) => trouble)?.trouble ?? '账单一般在次日 10 点后生成，系统会自动再取，也可以手动对账。'
          }
        />
      )}
      <DaysChart statements={list.rows} onPick={onDifferences} />
      <Panel>
        <Bar>
          <DatePicker.RangePicker
            aria-label="账单日期"
            style={{ width: 260 }}
            value={days.from && days.to ? [dayjs(days.from), dayjs(days.to)] : null}
            onChange={(picked) => setDays(picked ? { from: picked[0]?.format(DAY), to: picked[1]?.format(DAY) } : {})}
          />
          <span style={{ flex: 1 }} />
          <DatePicker
            aria-label="手动对账的日期"
            allowClear={false}
            value={day}
            onChange={(next) => next && setDay(next)}
            disabledDate={(each) => !each.isBefore(today()) || each.isBefore(today().subtract(3, 'month'))}
          />
          <Button type="primary" loading={checking.busy} onClick={() => void checking.submit({ day: day.format(DAY) })}>
            对账
          </Button>
        </Bar>
        <Refusal failure={checking.failure} />
        <Listing
          query={list}
          count={list.rows.length}
          empty={<EmptyPlace title="还没有账单" hint="开通微信支付后，每天 10 点起自动取前一天的账单并核对。" />}
        >
          <Table<StatementRow>
            rowKey="id"
            dataSource={list.rows}
            pagination={false}
            scroll={{ x: 1060 }}
            columns={[
              { title: '日期', width: 110, render: (_, row) => row.day },
              { title: '商户号', width: 130, render: (_, row) => row.account },
              {
                title: '状态',
                width: 120,
                render: (_, row) => (
                  <Tooltip title={row.trouble}>
                    <span>
                      <StatementTag statement={row} />
                    </span>
                  </Tooltip>
                ),
              },
              {
                title: '微信收款',
                width: 150,
                align: 'right',
                render: (_, row) => <Counted count={row.paidCount} fen={row.paidFen} />,
              },
              {
                title: '系统收款',
                width: 150,
                align: 'right',
                render: (_, row) => <Counted count={row.ourPaidCount} fen={row.ourPaidFen} />,
              },
              {
                title: '微信退款',
                width: 130,
                align: 'right',
                render: (_, row) => <Counted count={row.refundCount} fen={row.refundFen} />,
              },
              {
                title: '系统退款',
                width: 130,
                align: 'right',
                render: (_, row) => <Counted count={row.ourRefundCount} fen={row.ourRefundFen} />,
              },
              {
                title: '手续费',
                width: 160,
                align: 'right',
                render: (_, row) => (
                  <>
                    <Sum fen={row.feeFen} />
                    {row.ownFeeFen !== null && may('ledger.edit') && (
                      <Button type="link" size="small" disabled={row.feeEntered} onClick={() => setFee(row)}>
                        {row.feeEntered ? '已登记' : '登记支出'}
                      </Button>
                    )}
                  </>
                ),
              },
              {
                title: '差异',
                width: 120,
                fixed: 'right',
                render: (_, row) =>
                  row.differences === 0 ? (
                    '无'
                  ) : (
                    <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onDifferences(row.day)}>
                      {row.openDifferences > 0 ? `${row.openDifferences} 条待处理` : `${row.differences} 条已处理`}
                    </Button>
                  ),
              },
            ]}
          />
        </Listing>
      </Panel>
      {fee && <FeeDialog statement={fee} onClose={() => setFee(null)} />}
    </>
  )
}

function Counted({ count, fen }: { count: number; fen: number }) {
  if (count === 0) return '—'
  return (
    <>
      <Sum fen={fen} />（{count} 笔）
    </>
  )
}
