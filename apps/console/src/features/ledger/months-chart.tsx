import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { useCommunity } from '../../app/community.ts'
import { Chart } from '../../elements/chart.tsx'
import { RetryNote } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { colour } from '../../theme/tokens.ts'
import { yuan } from '../../words/money.ts'
import { useLedgerMonths } from './queries.ts'
import { spokenMonth } from './words.ts'

const text = { color: colour.secondary, fontSize: 12 }
const SHOWN = 12

/** Income against spending, the last twelve months; a click on a month opens it. */
export function MonthsChart({ onPick }: { onPick: (month: string) => void }) {
  const { communityId } = useCommunity()
  const query = useLedgerMonths(communityId)
  const months = useMemo(() => query.data?.months.slice(-SHOWN) ?? [], [query.data])
  const option = useMemo(() => incomeAndSpending(months), [months])
  const now = months.at(-1)
  const sentence = now ? `${spokenMonth(now.month)}收入 ${yuan(now.receivedFen)}，支出 ${yuan(now.spentFen)}` : '每月收支'
  return (
    <div style={{ marginBottom: 16 }}>
      <Panel title={sentence} padded>
        {query.isError && <RetryNote query={query} />}
        {query.isPending ? (
          <Skeleton active paragraph={{ rows: 5 }} title={false} />
        ) : (
          <Chart
            option={option}
            height={220}
            label={`近 12 个月的收入和支出。${sentence}`}
            onPick={(at) => onPick(months[at]!.month)}
          />
        )}
      </Panel>
    </div>
  )
}

interface MonthSums {
  month: string
  receivedFen: number
  spentFen: number
}

/** Two bars a month, in yuan. */
export function incomeAndSpending(months: readonly MonthSums[]) {
  const bar = (name: string, color: string, of: (sums: MonthSums) => number) => ({
    name,
    type: 'bar',
    barMaxWidth: 22,
    cursor: 'pointer',
    itemStyle: { color, borderRadius: [3, 3, 0, 0] },
    data: months.map((sums) => of(sums) / 100),
  })
  return {
    grid: { left: 72, right: 12, top: 34, bottom: 28 },
    legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: text },
    tooltip: { trigger: 'axis', valueFormatter: (value: number) => yuan(Math.round(value * 100)) },
    xAxis: { type: 'category', data: months.map(({ month }) => month), axisTick: { show: false }, axisLabel: text },
    yAxis: { type: 'value', splitNumber: 4, splitLine: { lineStyle: { color: colour.line } }, axisLabel: text },
    series: [bar('收入', colour.brand, ({ receivedFen }) => receivedFen), bar('支出', colour.accent, ({ spentFen }) => spentFen)],
  }
}
