import { ExpandOutlined } from '@ant-design/icons'
import { repairCategories } from '@yinuo/contracts'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useCommunity } from '../../../app/community.ts'
import { Chart } from '../../../elements/chart.tsx'
import { colour, stateColour } from '../../../theme/tokens.ts'
import { spokenDay } from '../../../words/time.ts'
import { useRepairNumbers } from '../queries.ts'
import styles from './board.module.css'
import { categoriesSentence, daysSentence } from './sentences.ts'

const HEIGHT = 190
const text = { color: colour.secondary, fontSize: 12 }

/** Two charts, each below the sentence it proves, and the plan. */
export function Overview({ plan, onEnlarge }: { plan: ReactNode; onEnlarge: () => void }) {
  const { communityId } = useCommunity()
  const { data: numbers } = useRepairNumbers(communityId)
  const byDay = useMemo(() => (numbers?.byDay ?? []).slice(-30), [numbers])
  const byCategory = useMemo(
    () => [...(numbers?.byCategory ?? [])].sort((one, other) => other.count - one.count).slice(0, 6),
    [numbers],
  )

  const days = useMemo(
    () => ({
      grid: { left: 30, right: 8, top: 26, bottom: 22 },
      legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: text, data: ['报修', '超时'] },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: byDay.map(({ on }) => spokenDay(on)),
        axisLine: { lineStyle: { color: colour.line } },
        axisTick: { show: false },
        axisLabel: { ...text, interval: Math.max(0, Math.ceil(byDay.length / 5) - 1) },
      },
      yAxis: { type: 'value', minInterval: 1, splitNumber: 3, splitLine: { lineStyle: { color: colour.line } }, axisLabel: text },
      series: [
        {
          name: '报修',
          type: 'bar',
          data: byDay.map(({ reported }) => reported),
          itemStyle: { color: '#9CC5B9', borderRadius: [2, 2, 0, 0] },
          barMaxWidth: 14,
        },
        {
          name: '超时',
          type: 'line',
          data: byDay.map(({ late }) => late),
          symbolSize: 4,
          lineStyle: { width: 2 },
          itemStyle: { color: stateColour.late.mark },
        },
      ],
    }),
    [byDay],
  )
  const categories = useMemo(
    () => ({
      grid: { left: 66, right: 34, top: 4, bottom: 4 },
      tooltip: {},
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: byCategory.map(({ category }) => repairCategories[category].label),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...text, color: colour.ink },
      },
      series: [
        {
          type: 'bar',
          data: byCategory.map(({ count }, place) => ({
            value: count,
            itemStyle: { color: place === 0 ? colour.brand : '#9CC5B9' },
          })),
          barMaxWidth: 14,
          itemStyle: { borderRadius: [0, 3, 3, 0] },
          label: { show: true, position: 'right', ...text, color: colour.ink },
        },
      ],
    }),
    [byCategory],
  )

  return (
    <div className={styles['overview']}>
      <section>
        <h2>{daysSentence(byDay)}</h2>
        <Chart option={days} height={HEIGHT} label={daysSentence(byDay)} />
      </section>
      <section>
        <h2>{categoriesSentence(numbers?.byCategory ?? [])}</h2>
        <Chart option={categories} height={HEIGHT} label={categoriesSentence(numbers?.byCategory ?? [])} />
      </section>
      <section>
        <h2>
          谁在哪里忙什么
          <Button type="text" size="small" icon={<ExpandOutlined />} onClick={onEnlarge} aria-label="放大现场图" />
        </h2>
        {plan}
      </section>
    </div>
  )
}
