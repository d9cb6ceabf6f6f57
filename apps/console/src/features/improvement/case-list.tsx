import type { CauseCase } from '@yinuo/contracts'
import { Table } from 'antd'
import { Link } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { TimeText } from '../../elements/time-text.tsx'
import { CaseLink } from '../repairs/case-link.tsx'
import { categoryWord } from './words.ts'

/** Cases behind a cause; each leads to itself. Who reported it is not said here. */
export function CaseList({ cases }: { cases: readonly CauseCase[] }) {
  const { communityId } = useCommunity()
  return (
    <Table<CauseCase>
      rowKey="id"
      size="small"
      dataSource={[...cases]}
      pagination={false}
      scroll={{ x: 620, y: 420 }}
      columns={[
        {
          title: '工单',
          width: 130,
          render: (_, { id, kind, number }) =>
            kind === 'repair' ? (
              <CaseLink communityId={communityId} id={id}>
                {number}
              </CaseLink>
            ) : (
              <Link to={`/c/${communityId}/complaints/${id}`}>{number}</Link>
            ),
        },
        { title: '类别', width: 90, render: (_, { kind, category }) => categoryWord(kind, category) },
        { title: '位置', width: 140, dataIndex: 'placeLabel', ellipsis: true },
        {
          title: '内容',
          render: (_, { description, note }) => (
            <>
              {description}
              {note && <div style={{ color: 'var(--secondary)' }}>原因：{note}</div>}
            </>
          ),
        },
        { title: '时间', width: 110, render: (_, { reportedAt }) => <TimeText at={reportedAt} /> },
      ]}
    />
  )
}
