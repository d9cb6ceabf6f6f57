import type { StatementRow } from '@yinuo/contracts'
import { useMemo } from 'react'
import { Chart } from '../../elements/chart.tsx'
import { Panel } from '../../elements/page.tsx'
import { colour } from '../../theme/tokens.ts'
import { yuan } from '../../words/money.ts'

const text = { color: colour.secondary, fontSize: 12 }
const FEWEST = 2

/** What WeChat says and what our books say came in, day by day: two bars that are as high as each other when all is well. */
export function DaysChart({ statements, onPick }: { statements: readonly StatementRow[]; onPick: (day: string) => void }) {
  const days = useMemo(() => daysIn(statements), [statements])
  const option = useMemo(() => barsOf(days), [days])
  const [billFen, ourFen] = [sumOf(days, 'billFen'), sumOf(days, 'ourFen')]
  const sentence = `微信账单收款 ${yuan(billFen)}，系统收款 ${yuan(ourFen)}，${billFen === ourFen ? '一致' : `相差 ${yuan(Math.abs(billFen - ourFen))}`}`
  if (days.length < FEWEST) return null
  return (
    <div style={{ marginBottom: 16 }}>
      <Panel title={sentence} padded>
        <Chart
          option={option}
          height={200}
          label={`每日收款，微信账单与系统对比。${sentence}`}
          onPick={(at) => onPick(days[at]!.day)}
        />
      </Panel>
    </div>
  )
}

interface DaySums {
  day: string
  billFen: number
  ourFen: number
}

/** Of all accounts together, from the first day to the last. */
export function daysIn(statements: readonly StatementRow[]): DaySums[] {
  const days = new Map<string, DaySums>()
  for (const { day, paidFen, ourPaidFen } of statements) {
    const sums = days.get(day) ?? { day, billFen: 0, ourFen: 0 }
    days.set(day, { day, billFen: sums.billFen + paidFen, ourFen: sums.ourFen + ourPaidFen })
  }
  return [...days.values()].sort((one, other) => one.day.localeCompare(other.day))
}

const sumOf = (days: readonly DaySums[], of: 'billFen' | 'ourFen') => days.reduce((sum, each) => sum + each[of], 0)

function barsOf(days: readonly DaySums[]) {
  const bar = (name: string, color: string, of: 'billFen' | 'ourFen') => ({
    name,
    type: 'bar',
    barMaxWidth: 18,
    cursor: 'pointer',
    itemStyle: { color, borderRadius: [3, 3, 0, 0] },
    data: days.map((each) => each[of] / 100),
  })
  return {
    grid: { left: 72, right: 12, top: 34, bottom: 28 },
    legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: text },
    tooltip: { trigger: 'axis', valueFormatter: (value: number) => yuan(Math.round(value * 100)) },
    xAxis: { type: 'category', data: days.map(({ day }) => day.slice(5)), axisTick: { show: false }, axisLabel: text },
    yAxis: { type: 'value', splitNumber: 4, splitLine: { lineStyle: { color: colour.line } }, axisLabel: text },
    series: [bar('微信账单', '#9CC7BB', 'billFen'), bar('系统', '#E8A33D', 'ourFen')],
  }
}
