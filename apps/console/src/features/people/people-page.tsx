import { SearchOutlined, UserAddOutlined } from '@ant-design/icons'
import { codesOf, postScopes, staffStandings } from '@yinuo/contracts'
import type { PostScope, StaffRow, StaffStanding } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { call, callUntil } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { LeaveDrawer } from './leave-drawer.tsx'
import { peopleColumns } from './people-columns.tsx'
import { ReturnDrawer } from './return-drawer.tsx'
import { StaffDrawer } from './staff-drawer.tsx'

const standings = codesOf(staffStandings).map((value) => ({ value, label: staffStandings[value] }))
const scopes = codesOf(postScopes).map((value) => ({ value, label: `按${postScopes[value]}任职` }))

/** The filters of the list, kept in the address so that it can be shared. */
function useFilters() {
  const [search, setSearch] = useSearchParams()
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (known) => {
        if (value) known.set(name, value)
        else known.delete(name)
        return known
      },
      { replace: true },
    )
  return {
    set,
    postId: search.get('postId') ?? undefined,
    scope: codesOf(postScopes).find((each) => each === search.get('scope')),
    standing: codesOf(staffStandings).find((each) => each === search.get('standing')) ?? 'employed',
    everywhere: search.get('everywhere') === 'true',
    query: search.get('query') ?? '',
  }
}

export function PeoplePage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const { set, query: asked, ...filters } = useFilters()
  const { postId, scope, standing, everywhere } = filters
  const [typed, setTyped] = useState(asked)
  const [edited, setEdited] = useState<StaffRow | 'new' | null>(null)
  const [leaving, setLeaving] = useState<StaffRow | null>(null)
  const text = useSettled(typed.trim(), 250)
  const posts = useQuery({ queryKey: ['posts'], queryFn: () => call('GET /posts'), staleTime: 60_000 })
  const sought = { query: text, postId, scope, standing }
  const query = usePages<StaffRow>(['staff', everywhere ? 'all' : communityId, sought], (cursor, signal) =>
    callUntil(signal)('GET /staff', { query: { communityId: everywhere ? undefined : communityId, ...sought, cursor } }),
  )
  const mayEdit = may('people.edit')
  const add = mayEdit && (
    <Button type="primary" icon={<UserAddOutlined />} onClick={() => setEdited('new')}>
      添加员工
    </Button>
  )
  const isFiltered = Boolean(text || postId || scope || standing !== 'employed')

  return (
    <Page title="员工" about={everywhere ? '全公司的员工' : `在${name}任职的员工；派单只派给有资质、在岗的人`} actions={add}>
      <Panel>
        <Bar>
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              if (asked) set('query', undefined)
            }}
            placeholder="姓名、账号或手机号"
            aria-label="查找员工"
            allowClear
            style={{ width: 220 }}
          />
          <Select<StaffStanding>
            value={standing}
            onChange={(next) => set('standing', next === 'employed' ? undefined : next)}
            options={standings}
            aria-label="状态"
            style={{ width: 104 }}
          />
          <Select
            value={postId}
            onChange={(next: string | undefined) => set('postId', next)}
            options={posts.data?.map(({ id, name: label }) => ({ value: id, label }))}
            loading={posts.isPending}
            placeholder="全部岗位"
            aria-label="岗位"
            allowClear
            style={{ width: 150 }}
          />
          <Select<PostScope>
            value={scope}
            onChange={(next: PostScope | undefined) => set('scope', next)}
            options={scopes}
            placeholder="全部范围"
            aria-label="管辖范围"
            allowClear
            style={{ width: 136 }}
          />
          <Checkbox checked={everywhere} onChange={(event) => set('everywhere', event.target.checked ? 'true' : undefined)}>
            全公司
          </Checkbox>
          <span style={{ flex: 1 }} />
          {!everywhere && <ExportButton list="staff" filters={sought} />}
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={
            isFiltered ? (
              <EmptyPlace title="没有符合条件的员工" hint="换一个说法，放宽筛选，或勾选“全公司”再找。" />
            ) : (
              <EmptyPlace title="这里还没有员工" hint="先添加维修工程师，报修才派得出去。" action={add} />
            )
          }
        >
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            loading={query.isPlaceholderData}
            scroll={{ x: 1060 }}
            onRow={(staff) => (mayEdit ? { onClick: () => setEdited(staff), style: { cursor: 'pointer' } } : {})}
            columns={peopleColumns({ communityId, everywhere, mayEdit, onEdit: setEdited })}
          />
        </Listing>
      </Panel>
      {edited && edited !== 'new' && edited.leftOn ? (
        <ReturnDrawer staff={edited} onClose={() => setEdited(null)} />
      ) : (
        edited && (
          <StaffDrawer
            staff={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
            onLeave={(staff) => {
              setEdited(null)
              setLeaving(staff)
            }}
          />
        )
      )}
      {leaving && <LeaveDrawer staff={leaving} onClose={() => setLeaving(null)} />}
    </Page>
  )
}
