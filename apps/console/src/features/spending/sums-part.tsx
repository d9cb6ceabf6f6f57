import { codesOf, funds } from '@yinuo/contracts'
import type { Fund, FundSums } from '@yinuo/contracts'
import { Segmented, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useCommunity } from '../../app/community.ts'
import { Chart } from '../../elements/chart.tsx'
import { RetryNote } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { colour } from '../../theme/tokens.ts'
import { yuan } from '../../words/money.ts'
import { incomeAndSpending } from '../ledger/months-chart.tsx'
import { categoryWord } from '../ledger/words.ts'
import { useFundSums } from './queries.ts'
import styles from './spending.module.css'

const MONTHS = 6
/** More bars are read by nobody. */
const BARS = 8
const text = { color: colour.secondary, fontSize: 12 }

/** Half a year of income and spending, by month and by what it was for. */
export function SumsPart() {
  const { communityId } = useCommunity()
  const [fund, setFund] = useState<Fund | 'all'>('all')
  const from = dayjs()
    .startOf('month')
    .subtract(MONTHS - 1, 'month')
    .format('YYYY-MM-DD')
  const to = dayjs().endOf('month').format('YYYY-MM-DD')
  const query = useFundSums(communityId, { from, to, ...(fund !== 'all' && { fund }) })
  const { data } = query
  const months = useMemo(() => monthsOf(data), [data])
  const byMonth = useMemo(() => incomeAndSpending(months), [months])
  const byCategory = useMemo(() => barsOf(data), [data])
  const sum = (of: 'receivedFen' | 'spentFen') => months.reduce((all, month) => all + month[of], 0)
  const sentence = `近 ${MONTHS} 个月收入 ${yuan(sum('receivedFen'))}，支出 ${yuan(sum('spentFen'))}`
  return (
    <div style={{ marginBottom: 16 }}>
      <Panel
        title={sentence}
        padded
        extra={
          <Segmented<Fund | 'all'>
            aria-label="资金"
            value={fund}
            onChange={setFund}
            options={[{ value: 'all', label: '全部' }, ...codesOf(funds).map((value) => ({ value, label: funds[value] }))]}
          />
        }
      >
        {query.isError && <RetryNote query={query} />}
        {query.isPending ? (
          <Skeleton active paragraph={{ rows: 5 }} title={false} />
        ) : (
          <div className={styles['charts']}>
            <Chart option={byMonth} height={220} label={sentence} />
            {data && data.categories.some(({ spentFen }) => spentFen > 0) ? (
              <Chart option={byCategory} height={220} label="支出项目，从多到少" />
            ) : (
              <p style={{ color: 'var(--secondary)' }}>这段时间没有支出。</p>
            )}
          </div>
        )}
      </Panel>
    </div>
  )
}

/** Every month of the half year, also the ones in which nothing happened. */
function monthsOf(sums: FundSums | undefined) {
  return Array.from({ length: MONTHS }, (_, place) => {
    const month = dayjs()
      .startOf('month')
      .subtract(MONTHS - 1 - place, 'month')
      .format('YYYY-MM')
    const rows = sums?.months.filter((row) => row.month === month) ?? []
    return {
      month,
      receivedFen: rows.reduce((all, { receivedFen }) => all + receivedFen, 0),
      spentFen: rows.reduce((all, { spentFen }) => all + spentFen, 0),
    }
  })
}

function barsOf(sums: FundSums | undefined) {
  const rows = (sums?.categories ?? [])
    .filter(({ spentFen }) => spentFen > 0)
    .toSorted((one, other) => other.spentFen - one.spentFen)
    .slice(0, BARS)
    .toReversed()
  return {
    grid: { left: 116, right: 88, top: 8, bottom: 8 },
    tooltip: { trigger: 'axis', valueFormatter: (value: number) => yuan(Math.round(value * 100)) },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      data: rows.map(({ category }) => categoryWord(category)),
      axisTick: { show: false },
      axisLabel: text,
    },
    series: [
      {
        name: '支出',
        type: 'bar',
        barMaxWidth: 18,
        itemStyle: { color: colour.accent, borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: 'right',
          ...text,
          formatter: ({ value }: { value: number }) => yuan(Math.round(value * 100)),
        },
        data: rows.map(({ spentFen }) => spentFen / 100),
      },
    ],
  }
}
