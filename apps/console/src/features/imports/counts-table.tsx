import type { ImportCounts } from '@yinuo/contracts'
import { Table } from 'antd'
import { figure, linesOf, type CountLine } from './batch-words.ts'

const shown = (count: number | null) => (count === null ? '—' : figure(count))

export function CountsTable({ counts }: { counts: ImportCounts }) {
  return (
    <Table<CountLine>
      rowKey="word"
      size="small"
      dataSource={linesOf(counts)}
      pagination={false}
      style={{ maxWidth: 560 }}
      columns={[
        { title: '', dataIndex: 'word' },
        { title: '新增', width: 110, align: 'right', render: (_, line) => shown(line.added) },
        { title: '更新', width: 110, align: 'right', render: (_, line) => shown(line.changed) },
        { title: '不变', width: 110, align: 'right', render: (_, line) => shown(line.unchanged) },
      ]}
    />
  )
}
