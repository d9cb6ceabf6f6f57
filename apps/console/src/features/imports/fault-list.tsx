import type { ImportBatch, ImportFault } from '@yinuo/contracts'
import { Table } from 'antd'
import { callUntil } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { Listing } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { figure } from './batch-words.ts'
import { importsKey } from './queries.ts'

/** Each wrong cell: where it stands, what it holds, why it is not taken. */
export function FaultList({ batch: { id, version, faults, rowsFaulty } }: { batch: ImportBatch }) {
  const { communityId } = useCommunity()
  const query = usePages<ImportFault>([...importsKey(communityId), id, 'faults', version], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/imports/{id}/faults', { path: { communityId, id }, query: { cursor } }),
  )
  return (
    <Panel title={`问题清单：${figure(rowsFaulty ?? 0)} 行，${figure(faults ?? 0)} 处`}>
      <div style={{ height: 10 }} />
      <Listing query={query} count={query.rows.length}>
        <Table
          rowKey={({ row, column, reason }) => `${row} ${column} ${reason}`}
          size="small"
          dataSource={query.rows}
          pagination={false}
          scroll={{ x: 720 }}
          columns={[
            { title: '行', width: 80, align: 'right', dataIndex: 'row' },
            { title: '列', width: 120, render: (_, { column }) => column ?? '整行' },
            { title: '内容', width: 220, ellipsis: true, dataIndex: 'content' },
            { title: '原因', dataIndex: 'reason' },
          ]}
        />
      </Listing>
    </Panel>
  )
}
