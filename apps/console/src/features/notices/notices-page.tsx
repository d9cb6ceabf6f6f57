import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { codesOf, noticeCategories, noticeStates } from '@yinuo/contracts'
import type { NoticeRow, NoticeState } from '@yinuo/contracts'
import { Button, Input, Segmented, Table } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { NoticeTag } from './marks.tsx'
import { NoticeEditor } from './notice-editor.tsx'
import { useNotices } from './queries.ts'

/** Every notice of the community with where it stands. */
export function NoticesPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState('')
  const [writing, setWriting] = useState(false)
  const state = codesOf(noticeStates).find((each) => each === search.get('state'))
  const text = useSettled(typed.trim(), 300)
  const filters = { ...(state && { state }), ...(text && { query: text }) }
  const query = useNotices(communityId, filters)
  const write = may('notices.edit') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setWriting(true)}>
      写公告
    </Button>
  )
  const pageOf = (id: string) => `/c/${communityId}/notices/${id}`
  return (
    <Page title="公告" about={`发给${name}住户的公告，经另一位同事审核后发布`} actions={write}>
      <Panel>
        <Bar>
          <Segmented<NoticeState | 'all'>
            aria-label="状态"
            value={state ?? 'all'}
            onChange={(next) => setSearch(next === 'all' ? {} : { state: next }, { replace: true })}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(noticeStates).map((value) => ({ value, label: noticeStates[value] })),
            ]}
          />
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="搜标题"
            aria-label="搜标题"
            maxLength={60}
            allowClear
            style={{ width: 200 }}
          />
          <span style={{ flex: 1 }} />
          <ExportButton list="notices" filters={filters} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="没有公告" hint="写一则公告，提交审核后就能发到住户手机上。" action={write} />}
        >
          <Table<NoticeRow>
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 900 }}
            columns={[
              {
                title: '标题',
                render: (_, row) => (
                  <>
                    <Link to={pageOf(row.id)} style={{ fontWeight: 600 }}>
                      {row.title}
                    </Link>{' '}
                    {row.urgent && <StateTag tone="late">紧急</StateTag>}{' '}
                    {row.correctionWaits && <StateTag tone="soon">更正待审核</StateTag>}
                  </>
                ),
              },
              { title: '类别', width: 130, render: (_, row) => noticeCategories[row.category] },
              { title: '范围', width: 200, dataIndex: 'audienceText' },
              { title: '状态', width: 120, render: (_, row) => <NoticeTag state={row.state} /> },
              {
                title: '发布',
                width: 150,
                render: (_, row) => <When row={row} />,
              },
              { title: '撰写', width: 100, dataIndex: 'writtenByName' },
            ]}
          />
        </Listing>
      </Panel>
      {writing && <NoticeEditor onClose={() => setWriting(false)} onSaved={({ id }) => void navigate(pageOf(id))} />}
    </Page>
  )
}

function When({ row: { publishedAt, scheduledFor } }: { row: NoticeRow }) {
  if (scheduledFor)
    return (
      <>
        定于 <TimeText at={scheduledFor} />
      </>
    )
  return publishedAt ? <TimeText at={publishedAt} /> : '—'
}
