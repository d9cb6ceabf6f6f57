import { periodName, publishedSides } from '@yinuo/contracts'
import type { DisclosureTotal, DisclosureView, PublishedSide } from '@yinuo/contracts'
import { Table } from 'antd'
import type { EChartsCoreOption } from 'echarts/core'
import { useMemo } from 'react'
import { Chart } from '../../elements/chart.tsx'
import { Panel } from '../../elements/page.tsx'
import { colour, stateColour } from '../../theme/tokens.ts'
import { yuan } from '../../words/money.ts'
import styles from './disclosures.module.css'

const colours: Readonly<Record<PublishedSide, string>> = {
  received: colour.brand,
  refunded: stateColour.waiting.mark,
  spent: colour.accent,
}

export const sumOf = (totals: readonly DisclosureTotal[], side: PublishedSide) =>
  totals.reduce((sum, total) => sum + (total.side === side ? total.amountFen : 0), 0)

/** What came in and went out, drawn and as a table, beside the period before. */
export function Sums({ disclosure: { totals, before, openingFen, closingFen, lines } }: { disclosure: DisclosureView }) {
  const received = sumOf(totals, 'received')
  const out = sumOf(totals, 'spent') + sumOf(totals, 'refunded')
  const sentence = `本期收入 ${yuan(received)}，支出和退还 ${yuan(out)}，${received >= out ? '结余' : '差额'} ${yuan(Math.abs(received - out))}。`
  const option = useMemo(() => drawn(totals), [totals])
  const beforeOf = ({ side, charge }: DisclosureTotal) =>
    before?.totals.find((total) => total.side === side && total.charge === charge)?.amountFen ?? 0
  return (
    <Panel title={sentence} padded>
      <dl className={styles['figures']}>
        {(
          [
            ['期初结余', openingFen],
            ['期末结余', closingFen],
          ] as const
        ).map(([word, fen]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{yuan(fen)}</dd>
          </div>
        ))}
        <div>
          <dt>明细</dt>
          <dd>{lines} 笔</dd>
        </div>
      </dl>
      {totals.length > 0 && <Chart option={option} height={Math.max(140, totals.length * 34 + 40)} label={sentence} />}
      <Table<DisclosureTotal>
        rowKey={({ side, charge }) => `${side} ${charge}`}
        dataSource={totals}
        pagination={false}
        size="small"
        locale={{ emptyText: '这一期没有收支' }}
        columns={[
          { title: '收支', width: 80, render: (_, { side }) => publishedSides[side] },
          { title: '项目', dataIndex: 'charge' },
          { title: '笔数', width: 80, align: 'right', dataIndex: 'lines' },
          {
            title: '本期',
            width: 140,
            align: 'right',
            className: styles['number']!,
            render: (_, total) => yuan(total.amountFen),
          },
          ...(before
            ? [
                {
                  title: periodName(before.from, before.to),
                  width: 140,
                  align: 'right' as const,
                  className: styles['number']!,
                  render: (_: unknown, total: DisclosureTotal) => yuan(beforeOf(total)),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

function drawn(totals: readonly DisclosureTotal[]): EChartsCoreOption {
  return {
    grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
    tooltip: { valueFormatter: (value: unknown) => yuan(Math.round(Number(value) * 100)) },
    xAxis: { type: 'value', axisLabel: { hideOverlap: true } },
    yAxis: { type: 'category', inverse: true, data: totals.map(({ side, charge }) => `${publishedSides[side]} ${charge}`) },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: totals.map(({ side, amountFen }) => ({ value: amountFen / 100, itemStyle: { color: colours[side] } })),
      },
    ],
  }
}
