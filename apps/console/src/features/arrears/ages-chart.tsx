import { ageBands, codesOf } from '@yinuo/contracts'
import type { ArrearsSummary } from '@yinuo/contracts'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { useCommunity } from '../../app/community.ts'
import { Chart } from '../../elements/chart.tsx'
import { RetryNote } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { colour } from '../../theme/tokens.ts'
import { yuan } from '../../words/money.ts'
import { useArrearsSummary } from './queries.ts'

const text = { color: colour.secondary, fontSize: 12 }
/** From fresh to old, ever darker; the legend says which is which. */
const shades = ['#CFE3DD', '#9CC7BB', '#E8C98F', '#E8A33D', '#C77700', '#8F3A12']

/** What is overdue by building, each bar cut by how long. */
export function AgesChart({ onPick }: { onPick: (buildingId: string) => void }) {
  const { communityId } = useCommunity()
  const query = useArrearsSummary(communityId)
  const buildings = useMemo(() => buildingsIn(query.data), [query.data])
  const option = useMemo(() => barsOf(query.data, buildings), [query.data, buildings])
  const sentence = query.data ? `${query.data.households} 户欠费，共 ${yuan(query.data.owedFen)}` : '欠费'
  if (query.data && query.data.households === 0) return null
  return (
    <div style={{ marginBottom: 16 }}>
      <Panel title={sentence} padded>
        {query.isError && <RetryNote query={query} />}
        {query.isPending ? (
          <Skeleton active paragraph={{ rows: 5 }} title={false} />
        ) : (
          <Chart
            option={option}
            height={240}
            label={`各楼栋欠费，按账龄分段。${sentence}`}
            onPick={(at) => onPick(buildings[at]!.id)}
          />
        )}
      </Panel>
    </div>
  )
}

const buildingsIn = (summary: ArrearsSummary | undefined) => [
  ...new Map(summary?.parts.map(({ buildingId, buildingName }) => [buildingId, { id: buildingId, name: buildingName }])).values(),
]

function barsOf(summary: ArrearsSummary | undefined, buildings: { id: string; name: string }[]) {
  return {
    color: shades,
    grid: { left: 72, right: 12, top: 38, bottom: 28 },
    legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: text },
    tooltip: { trigger: 'axis', valueFormatter: (value: number) => yuan(Math.round(value * 100)) },
    xAxis: { type: 'category', data: buildings.map(({ name }) => name), axisTick: { show: false }, axisLabel: text },
    yAxis: { type: 'value', splitNumber: 4, splitLine: { lineStyle: { color: colour.line } }, axisLabel: text },
    series: codesOf(ageBands).map((age) => ({
      name: ageBands[age],
      type: 'bar',
      stack: 'owed',
      barMaxWidth: 44,
      cursor: 'pointer',
      data: buildings.map(
        ({ id }) => (summary?.parts.find((part) => part.buildingId === id && part.age === age)?.owedFen ?? 0) / 100,
      ),
    })),
  }
}
