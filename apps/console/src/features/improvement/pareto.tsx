import { causeKinds } from '@yinuo/contracts'
import type { CauseAnalysis, CauseCount } from '@yinuo/contracts'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Skeleton, Table } from 'antd'
import { useMemo } from 'react'
import { Chart } from '../../elements/chart.tsx'
import { EmptyPlace } from '../../elements/listing.tsx'
import { colour } from '../../theme/tokens.ts'
import styles from './improvement.module.css'
import { categoryWord, paretoSentence } from './words.ts'

const text = { color: colour.secondary, fontSize: 12 }
/** A chart of more bars is read by nobody; the table has them all. */
const BARS = 12

interface Picking {
  onPick: (causeId: string) => void
}

/** The chart of causes and, beside it, the same as a table. */
export function Pareto({ query, onPick }: { query: UseQueryResult<CauseAnalysis> } & Picking) {
  const { data } = query
  if (query.isPending) return <Skeleton active paragraph={{ rows: 8 }} style={{ padding: 16 }} />
  if (!data) return null
  const unnamed = data.cases - data.named
  return (
    <section className={styles['analysis']}>
      <h2>{paretoSentence(data)}</h2>
      {data.items.length === 0 ? (
        <EmptyPlace title="还没有可以分析的原因" hint="打开办完的报修或投诉，在“原因”里选一个，这里就会有图。" />
      ) : (
        <div className={styles['pareto']}>
          <ParetoChart causes={data.items} onPick={onPick} label={paretoSentence(data)} />
          <ParetoTable causes={data.items} onPick={onPick} />
        </div>
      )}
      <p className={styles['note']}>
        这段时间办完 {data.cases} 件，其中 {data.named} 件注明了原因
        {unnamed > 0 && `，还有 ${unnamed} 件没有注明`}。
      </p>
    </section>
  )
}

function ParetoChart({ causes, onPick, label }: { causes: CauseCount[]; label: string } & Picking) {
  const shown = useMemo(() => causes.slice(0, BARS), [causes])
  const option = useMemo(
    () => ({
      grid: { left: 40, right: 44, top: 34, bottom: 64 },
      legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: text },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: shown.map(({ name }) => name),
        axisTick: { show: false },
        axisLabel: { ...text, interval: 0, width: 40, overflow: 'break', lineHeight: 15 },
      },
      yAxis: [
        { type: 'value', minInterval: 1, splitNumber: 4, splitLine: { lineStyle: { color: colour.line } }, axisLabel: text },
        { type: 'value', max: 100, interval: 25, splitLine: { show: false }, axisLabel: { ...text, formatter: '{value}%' } },
      ],
      series: [
        {
          name: '件数',
          type: 'bar',
          barMaxWidth: 44,
          cursor: 'pointer',
          itemStyle: { color: colour.brand, borderRadius: [4, 4, 0, 0] },
          label: { show: true, position: 'top', ...text },
          data: shown.map(({ cases }) => cases),
        },
        {
          name: '累计占比（%）',
          type: 'line',
          yAxisIndex: 1,
          symbol: 'circle',
          symbolSize: 7,
          itemStyle: { color: '#8F5500' },
          lineStyle: { color: colour.accent, width: 2 },
          data: shown.map(({ cumulative }) => cumulative),
        },
      ],
    }),
    [shown],
  )
  return <Chart option={option} height={340} label={label} onPick={(at) => shown[at] && onPick(shown[at].id)} />
}

function ParetoTable({ causes, onPick }: { causes: CauseCount[] } & Picking) {
  return (
    <Table<CauseCount>
      rowKey="id"
      size="small"
      dataSource={causes}
      pagination={false}
      scroll={{ y: 320 }}
      columns={[
        {
          title: '原因',
          render: (_, { id, name, retired }) => (
            <Button type="link" style={{ padding: 0 }} onClick={() => onPick(id)}>
              {name}
              {retired && '（已停用）'}
            </Button>
          ),
        },
        { title: '类别', width: 120, render: (_, { kind, category }) => `${causeKinds[kind]} · ${categoryWord(kind, category)}` },
        { title: '件数', width: 64, align: 'right', dataIndex: 'cases' },
        { title: '占比', width: 76, align: 'right', render: (_, { share }) => `${share.toFixed(1)}%` },
        { title: '累计', width: 76, align: 'right', render: (_, { cumulative }) => `${cumulative.toFixed(1)}%` },
      ]}
    />
  )
}
