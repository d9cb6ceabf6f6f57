import { complaintCategories, complaintSorts } from '@yinuo/contracts'
import type { ComplaintFiguresView } from '@yinuo/contracts'
import { Col, Row, Statistic } from 'antd'
import { useMemo } from 'react'
import { Chart } from '../../elements/chart.tsx'
import { Panel } from '../../elements/page.tsx'
import { colour, stateColour } from '../../theme/tokens.ts'
import { figuresSentence, promisesSentence } from './figure-words.ts'

const text = { color: colour.secondary, fontSize: 12 }
const sortColours = { complaint: colour.brand, suggestion: '#9CC5B9', praise: colour.accent } as const
const bar = (name: string, data: number[], color: string) => ({
  name,
  type: 'bar',
  stack: 'all',
  data,
  itemStyle: { color },
  barMaxWidth: 18,
})
const axes = (names: string[]) => ({
  grid: { left: 84, right: 16, top: 26, bottom: 22 },
  legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: text },
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: colour.line } }, axisLabel: text },
  yAxis: { type: 'category', inverse: true, data: names, axisTick: { show: false }, axisLabel: { ...text, color: colour.ink } },
})

/** The figures of a period, the same as the summary says. */
export function FiguresPanel({ figures }: { figures: ComplaintFiguresView }) {
  const { byCategory, firstReply, result, closed, open, averageRating, rated } = figures
  const categories = useMemo(
    () => ({
      ...axes(byCategory.map(({ category }) => complaintCategories[category])),
      series: (['complaint', 'suggestion', 'praise'] as const).map((sort) =>
        bar(
          complaintSorts[sort],
          byCategory.map((row) => row[sort]),
          sortColours[sort],
        ),
      ),
    }),
    [byCategory],
  )
  const promises = useMemo(() => {
    const made = [
      { name: '首次回复', ...firstReply },
      { name: '处理结果', ...result },
    ].filter(({ kept, broken, running }) => kept + broken + running > 0)
    const of = (which: 'kept' | 'broken' | 'running') => made.map((each) => each[which])
    return {
      ...axes(made.map(({ name }) => name)),
      series: [
        bar('按时', of('kept'), stateColour.onTime.mark),
        bar('超时', of('broken'), stateColour.late.mark),
        bar('计时中', of('running'), stateColour.waiting.mark),
      ],
    }
  }, [firstReply, result])
  const [said, kept] = [figuresSentence(figures), promisesSentence(figures)]
  return (
    <>
      <Panel title={said} padded>
        {byCategory.length > 0 && <Chart option={categories} height={70 + byCategory.length * 30} label={said} />}
      </Panel>
      {figures.total > 0 && (
        <Panel title={kept} padded>
          <Row gutter={24} style={{ marginBottom: 12 }}>
            <Col>
              <Statistic title="已办结" value={closed} suffix="件" />
            </Col>
            <Col>
              <Statistic title="办理中" value={open} suffix="件" />
            </Col>
            <Col>
              <Statistic title={`满意度（${rated} 人评价）`} value={averageRating ?? '—'} suffix={averageRating ? '/ 5' : ''} />
            </Col>
          </Row>
          <Chart option={promises} height={130} label={kept} />
        </Panel>
      )}
    </>
  )
}
