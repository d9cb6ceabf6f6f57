import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import {
  channels,
  codesOf,
  complaintCategories,
  complaintLevels,
  complaintSorts,
  openComplaintStates,
  postCodes,
} from '@yinuo/contracts'
import type { ComplaintRow } from '@yinuo/contracts'
import { Button, Input, Segmented, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { callUntil } from '../../app/call.ts'
import { keysOf, useCommunity, useMay } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { TimeText } from '../../elements/time-text.tsx'
import { UrgencyMark } from '../repairs/repair-marks.tsx'
import { ComplaintMarks, ComplaintStateTag, DueMark } from './complaint-marks.tsx'
import { RegisterDrawer } from './register-drawer.tsx'

const views = { open: '办理中', registered: '待分派', late: '已超时', closed: '已办结' } as const
type View = keyof typeof views

const wishes: Record<View, Record<string, string>> = {
  open: { state: openComplaintStates.join(',') },
  registered: { state: 'registered' },
  late: { late: 'true' },
  closed: { state: 'followed-up,archived,withdrawn' },
}

/** Complaints, suggestions and praise: what presses most comes first. */
export function ComplaintsPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(search.get('query') ?? '')
  const [registering, setRegistering] = useState(false)
  const text = useSettled(typed.trim(), 300)
  const view = (search.get('view') ?? 'open') as View
  const set = (field: string, value: string | null) =>
    setSearch(
      (now) => {
        if (value) now.set(field, value)
        else now.delete(field)
        return now
      },
      { replace: true },
    )
  const chosen = (field: string) => search.get(field) ?? undefined
  const wish = { ...wishes[view], sort: chosen('sort'), category: chosen('category'), query: text || undefined }
  const query = usePages<ComplaintRow>(
    [...keysOf(communityId).complaints, 'list', wish],
    (cursor, signal) =>
      callUntil(signal)('GET /communities/{communityId}/complaints', { path: { communityId }, query: { ...wish, cursor } }),
    { refetchInterval: 20_000 },
  )
  const register = may('complaints.assign') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setRegistering(true)}>
      登记投诉建议
    </Button>
  )
  const open = (id: string) => navigate(`/c/${communityId}/complaints/${id}`)
  return (
    <Page title="投诉建议" about={`${name}的投诉、建议和表扬；热线、前台、意见箱和邮件收到的也登记在这里`} actions={register}>
      <Panel>
        <Bar>
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="搜编号、内容、位置、姓名"
            aria-label="搜索投诉建议"
            maxLength={40}
            allowClear
            style={{ width: 240 }}
          />
          <Segmented<View>
            aria-label="办理情况"
            value={view}
            onChange={(next) => set('view', next === 'open' ? null : next)}
            options={codesOf(views).map((value) => ({ value, label: views[value] }))}
          />
          <Select
            allowClear
            placeholder="类型"
            aria-label="类型"
            value={chosen('sort')}
            onChange={(value?: string) => set('sort', value ?? null)}
            options={codesOf(complaintSorts).map((value) => ({ value, label: complaintSorts[value] }))}
            style={{ width: 100 }}
          />
          <Select
            allowClear
            placeholder="类别"
            aria-label="类别"
            value={chosen('category')}
            onChange={(value?: string) => set('category', value ?? null)}
            options={codesOf(complaintCategories).map((value) => ({ value, label: complaintCategories[value] }))}
            style={{ width: 130 }}
          />
          <span style={{ flex: 1 }} />
          <ExportButton list="complaints" filters={wish} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={
            <EmptyPlace title="没有符合的投诉建议" hint="住户从小程序提出的，和前台登记的，都会列在这里。" action={register} />
          }
        >
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            loading={query.isPlaceholderData}
            scroll={{ x: 980 }}
            onRow={(row) => ({ onClick: () => void open(row.id), style: { cursor: 'pointer' } })}
            columns={[
              { title: '内容', render: (_, row) => <Words row={row} communityId={communityId} /> },
              { title: '状态', width: 120, render: (_, row) => <ComplaintStateTag state={row.state} /> },
              { title: '时限', width: 130, render: (_, row) => <DueMark row={row} /> },
              {
                title: '责任部门 · 处理人',
                width: 150,
                render: (_, row) => (
                  <>
                    {postCodes[row.department]}
                    <div style={{ color: 'var(--secondary)', fontSize: 13 }}>{row.assignee?.name ?? '未分派'}</div>
                    {row.level !== 'handler' && <Tag color="orange">已提到{complaintLevels[row.level]}</Tag>}
                  </>
                ),
              },
              { title: '来源', width: 90, render: (_, row) => channels[row.channel] },
              { title: '登记', width: 110, render: (_, row) => <TimeText at={row.reportedAt} /> },
            ]}
          />
        </Listing>
      </Panel>
      {registering && (
        <RegisterDrawer
          onClose={() => setRegistering(false)}
          onRegistered={({ id }) => {
            setRegistering(false)
            void open(id)
          }}
        />
      )}
    </Page>
  )
}

function Words({ row, communityId }: { row: ComplaintRow; communityId: string }) {
  return (
    <>
      <Link to={`/c/${communityId}/complaints/${row.id}`} onClick={(event) => event.stopPropagation()}>
        {complaintCategories[row.category]} · {row.number}
      </Link>{' '}
      <ComplaintMarks row={row} />
      {row.urgency !== 'routine' && <UrgencyMark urgency={row.urgency} />}
      <div>{row.description}</div>
      <div style={{ color: 'var(--secondary)', fontSize: 13 }}>
        {row.reporterName} · {row.placeLabel}
      </div>
    </>
  )
}
