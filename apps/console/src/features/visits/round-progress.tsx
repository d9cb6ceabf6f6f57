import type { VisitRoundView } from '@yinuo/contracts'
import { useMemo } from 'react'
import { Chart } from '../../elements/chart.tsx'
import { Panel } from '../../elements/page.tsx'
import { colour, stateColour } from '../../theme/tokens.ts'
import { spokenDay } from '../../words/time.ts'
import styles from './visits.module.css'
import { roundSentence } from './words.ts'

const text = { color: colour.secondary, fontSize: 12 }
const bar = (name: string, data: number[], color: string) => ({
  name,
  type: 'bar',
  stack: 'all',
  data,
  itemStyle: { color },
  barMaxWidth: 14,
})
const legend = { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: text }
/** Twenty buildings still leave the list below in sight. */
const heightFor = (buildings: number) => Math.min(340, Math.max(180, buildings * 28 + 50))
const counts = {
  type: 'value',
  minInterval: 1,
  splitNumber: 3,
  splitLine: { lineStyle: { color: colour.line } },
  axisLabel: text,
}

/** How far a round has come: by building, and by the week in which a visit was due. */
export function RoundProgress({ round }: { round: VisitRoundView }) {
  const byBuilding = useMemo(() => buildingsOption(round), [round])
  const byWeek = useMemo(() => weeksOption(round), [round])
  return (
    <Panel title={roundSentence(round)} padded>
      <div className={styles['charts']}>
        <section>
          <h3>按楼栋</h3>
          <Chart option={byBuilding} height={heightFor(round.byBuilding.length)} label={buildingsSentence(round)} />
        </section>
        <section>
          <h3>按应访的一周</h3>
          <Chart option={byWeek} height={heightFor(round.byBuilding.length)} label={roundSentence(round)} />
        </section>
      </div>
    </Panel>
  )
}

function buildingsSentence({ byBuilding }: VisitRoundView): string {
  return byBuilding
    .map(({ name, reached, total, late }) => `${name} ${reached}/${total}${late ? `，逾期 ${late}` : ''}`)
    .join('；')
}

function buildingsOption({ byBuilding }: VisitRoundView) {
  const rows = [...byBuilding].reverse()
  return {
    grid: { left: 70, right: 16, top: 26, bottom: 22 },
    legend,
    tooltip: { trigger: 'axis' },
    xAxis: counts,
    yAxis: {
      type: 'category',
      data: rows.map(({ name }) => name),
      axisTick: { show: false },
      axisLabel: { ...text, interval: 0, fontSize: 11 },
    },
    series: [
      bar(
        '已回访',
        rows.map(({ reached }) => reached),
        colour.brand,
      ),
      bar(
        '已逾期',
        rows.map(({ late }) => late),
        stateColour.late.mark,
      ),
      bar(
        '待回访',
        rows.map(({ planned, late }) => planned - late),
        '#C9D6D1',
      ),
      bar(
        '未联系上或谢绝',
        rows.map(({ total, reached, planned }) => total - reached - planned),
        colour.accent,
      ),
    ],
  }
}

function weeksOption({ byWeek }: VisitRoundView) {
  return {
    grid: { left: 36, right: 8, top: 26, bottom: 22 },
    legend,
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: byWeek.map(({ week }) => spokenDay(week)), axisTick: { show: false }, axisLabel: text },
    yAxis: counts,
    series: [
      bar(
        '已回访',
        byWeek.map(({ reached }) => reached),
        colour.brand,
      ),
      bar(
        '未联系上或谢绝',
        byWeek.map(({ others }) => others),
        colour.accent,
      ),
      bar(
        '待回访',
        byWeek.map(({ due, reached, others }) => due - reached - others),
        '#C9D6D1',
      ),
    ],
  }
}
