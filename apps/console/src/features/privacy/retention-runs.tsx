import { retentionSubjects } from '@yinuo/contracts'
import type { RetentionRun } from '@yinuo/contracts'
import { Table } from 'antd'
import { callUntil } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { privacyKeys } from './keys.ts'

/** What each night cleared away. */
export function RetentionRuns() {
  const { communityId } = useCommunity()
  const query = usePages<RetentionRun>(privacyKeys(communityId).runs, (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/retention-runs', { path: { communityId }, query: { cursor } }),
  )
  return (
    <Listing
      query={query}
      count={query.rows.length}
      empty={<EmptyPlace title="还没有清理过" hint="每天凌晨 3:41 自动清理到期的数据，清了多少记在这里。" />}
    >
      <Table
        rowKey="at"
        dataSource={query.rows}
        pagination={false}
        columns={[
          { title: '时间', width: 150, render: (_, run) => <TimeText at={run.at} /> },
          { title: '清理了什么', render: (_, run) => clearedWords(run) },
        ]}
      />
    </Listing>
  )
}

function clearedWords({ counts }: RetentionRun): string {
  const cleared = counts.filter(({ done }) => done > 0)
  if (cleared.length === 0) return '没有到期的数据'
  return cleared.map(({ subject, done }) => `${retentionSubjects[subject]} ${done} 条`).join('，')
}
