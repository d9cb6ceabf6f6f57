import { codesOf, messageChannels } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { Chart } from '../../elements/chart.tsx'
import { Panel } from '../../elements/page.tsx'
import { colour, stateColour } from '../../theme/tokens.ts'
import { spokenDay } from '../../words/time.ts'
import { countsSentence } from './counts-words.ts'
import { messageKeys } from './queries.ts'

const text = { color: colour.secondary, fontSize: 12 }
const tones = { inbox: '#C9D6D1', subscribe: '#0F6B57', sms: '#9CC5B9', email: '#5B6B8C', robot: '#E8A33D' } as const
const series = (name: string, data: number[], color: string) => ({
  name,
  type: 'bar',
  stack: 'all',
  data,
  itemStyle: { color },
  barMaxWidth: 16,
})

/** Fourteen days of messages, by channel, with what failed on top. */
export function CountsPanel() {
  const { communityId } = useCommunity()
  const { data: counts = [] } = useQuery({
    queryKey: messageKeys(communityId).counts,
    queryFn: () => call('GET /communities/{communityId}/delivery-counts', { path: { communityId } }),
  })
  const option = useMemo(() => {
    const days = [...new Set(counts.map(({ day }) => day))]
    const of = (day: string, channel: string) => counts.find((each) => each.day === day && each.channel === channel)
    const failed = days.map((day) => counts.filter((each) => each.day === day).reduce((sum, each) => sum + each.failed, 0))
    return {
      grid: { left: 36, right: 8, top: 26, bottom: 22 },
      legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: text },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: days.map(spokenDay), axisTick: { show: false }, axisLabel: text },
      yAxis: { type: 'value', minInterval: 1, splitNumber: 3, splitLine: { lineStyle: { color: colour.line } }, axisLabel: text },
      series: [
        ...codesOf(messageChannels).map((channel) =>
          series(
            messageChannels[channel],
            days.map((day) => of(day, channel)?.sent ?? 0),
            tones[channel],
          ),
        ),
        series('失败', failed, stateColour.late.mark),
      ],
    }
  }, [counts])
  const sentence = countsSentence(counts)
  return (
    <Panel title={sentence} padded>
      {counts.length > 0 && <Chart option={option} height={160} label={sentence} />}
    </Panel>
  )
}
