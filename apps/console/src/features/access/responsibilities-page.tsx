import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { areasOfWork } from '@yinuo/contracts'
import type { Responsibility } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { lackOf } from './lack-of.ts'

/** Every area of work: which post answers for it, and who holds that post here. */
export function ResponsibilitiesPage() {
  const { communityId, name } = useCommunity()
  const [onlyLacking, setOnlyLacking] = useState(false)
  const query = useQuery({
    queryKey: [...keysOf(communityId).all, 'responsibilities'],
    queryFn: () => call('GET /communities/{communityId}/responsibilities', { path: { communityId } }),
  })
  const areas = query.data ?? []
  const lacking = areas.filter(lackOf)
  return (
    <Page
      title="职责一览"
      about={
        lacking.length > 0
          ? `${name}有 ${lacking.length} 项工作没有落实到人，请逐项补上。`
          : `${name}的每项工作都有负责的岗位和任职的人。`
      }
    >
      <Panel>
        <Bar>
          <Checkbox checked={onlyLacking} onChange={(event) => setOnlyLacking(event.target.checked)}>
            只看没有落实的
          </Checkbox>
        </Bar>
        <Listing query={query} count={areas.length}>
          <Table
            rowKey="area"
            dataSource={onlyLacking ? lacking : areas}
            locale={{ emptyText: '都已落实到人' }}
            pagination={false}
            columns={[
              {
                title: '工作',
                width: 160,
                render: (_, { area }) => <strong style={{ fontWeight: 600 }}>{areasOfWork[area]}</strong>,
              },
              { title: '状态', width: 170, render: (_, responsibility) => <State responsibility={responsibility} /> },
              {
                title: '负责的岗位',
                width: 220,
                render: (_, { posts }) =>
                  posts.map((post, at) => (
                    <span key={post.id}>
                      {at > 0 && '、'}
                      <Link to={`/c/${communityId}/posts/${post.id}`}>{post.name}</Link>
                    </span>
                  )),
              },
              { title: '任职的人', render: (_, { posts }) => <Holders posts={posts} /> },
              { title: '', width: 120, align: 'right', render: (_, responsibility) => <Mend responsibility={responsibility} /> },
            ]}
          />
        </Listing>
      </Panel>
    </Page>
  )
}

function State({ responsibility }: { responsibility: Responsibility }) {
  const lack = lackOf(responsibility)
  if (!lack)
    return (
      <StateTag tone="onTime" icon={<CheckCircleFilled />}>
        已落实
      </StateTag>
    )
  return (
    <StateTag tone="late" icon={<ExclamationCircleFilled />}>
      {lack === 'post' ? '没有负责的岗位' : '岗位无人任职'}
    </StateTag>
  )
}

function Holders({ posts }: Pick<Responsibility, 'posts'>) {
  const holders = [...new Map(posts.flatMap((post) => post.holders).map((holder) => [holder.id, holder])).values()]
  if (holders.length === 0) return <span style={{ color: 'var(--secondary)' }}>—</span>
  const shown = holders.slice(0, 8).map(({ name, onDuty }) => (onDuty ? `${name}（在岗）` : name))
  return (
    <>
      {shown.join('、')}
      {holders.length > 8 && ` 等 ${holders.length} 人`}
    </>
  )
}

function Mend({ responsibility }: { responsibility: Responsibility }) {
  const { communityId } = useCommunity()
  const lack = lackOf(responsibility)
  if (!lack) return null
  return lack === 'post' ? (
    <Link to={`/c/${communityId}/posts`}>指定岗位</Link>
  ) : (
    <Link to={`/c/${communityId}/people`}>安排人员</Link>
  )
}
