import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { codesOf, meetingKinds, meetingStates } from '@yinuo/contracts'
import type { MeetingKind, MeetingRow, MeetingState } from '@yinuo/contracts'
import { Button, Checkbox, Input, Segmented, Select, Table } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { TimeText } from '../../elements/time-text.tsx'
import { dueDay } from './due-day.ts'
import { MeetingTag } from './marks.tsx'
import { MeetingEditor } from './meeting-editor.tsx'
import { useMeetings } from './queries.ts'
import { Schedule } from './schedule.tsx'

/** Meetings and reception days: what the standard wants, and where each stands. */
export function MeetingsPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState('')
  const [planning, setPlanning] = useState(false)
  const kind = codesOf(meetingKinds).find((each) => each === search.get('kind'))
  const state = codesOf(meetingStates).find((each) => each === search.get('state'))
  const unanswered = search.get('unanswered') === 'true'
  const text = useSettled(typed.trim(), 300)
  const filters = {
    ...(kind && { kind }),
    ...(state && { state }),
    ...(unanswered && { unanswered }),
    ...(text && { query: text }),
  }
  const query = useMeetings(communityId, filters)
  const set = (field: string, value: string | null) =>
    setSearch(
      (now) => {
        if (value) now.set(field, value)
        else now.delete(field)
        return now
      },
      { replace: true },
    )
  const pageOf = (id: string) => `/c/${communityId}/meetings/${id}`
  const plan = may('meetings.edit') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setPlanning(true)}>
      安排会议
    </Button>
  )
  return (
    <Page title="会议与接待日" about={`${name}的业主会议、业主代表会议和总经理接待日，提出的问题跟进到答复为止`} actions={plan}>
      <Schedule />
      <Panel>
        <Bar>
          <Segmented<MeetingState | 'all'>
            aria-label="状态"
            value={state ?? 'all'}
            onChange={(next) => set('state', next === 'all' ? null : next)}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(meetingStates).map((value) => ({ value, label: meetingStates[value] })),
            ]}
          />
          <Select<MeetingKind>
            aria-label="类型"
            placeholder="全部类型"
            allowClear
            style={{ width: 150 }}
            value={kind ?? null}
            onChange={(next) => set('kind', next ?? null)}
            options={codesOf(meetingKinds).map((value) => ({ value, label: meetingKinds[value] }))}
          />
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="搜名称"
            aria-label="搜名称"
            maxLength={60}
            allowClear
            style={{ width: 160 }}
          />
          <Checkbox checked={unanswered} onChange={(event) => set('unanswered', event.target.checked ? 'true' : null)}>
            有问题待答复
          </Checkbox>
          <span style={{ flex: 1 }} />
          <ExportButton list="meetings" filters={filters} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={
            <EmptyPlace title="没有会议" hint="安排一次会议或接待日，通知住户后他们就能预约、提出想谈的事。" action={plan} />
          }
        >
          <Table<MeetingRow>
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 880 }}
            columns={[
              {
                title: '名称',
                render: (_, row) => (
                  <>
                    <Link to={pageOf(row.id)} style={{ fontWeight: 600 }}>
                      {row.title}
                    </Link>
                    <div style={{ color: 'var(--secondary)' }}>
                      {meetingKinds[row.kind]}
                      {row.dueOn && ` · 按标准最迟 ${dueDay(row.dueOn)}`}
                    </div>
                  </>
                ),
              },
              {
                title: '时间和地点',
                width: 180,
                render: (_, row) => (
                  <>
                    <TimeText at={row.startsAt} />
                    <div style={{ color: 'var(--secondary)' }}>{row.place || '地点未定'}</div>
                  </>
                ),
              },
              { title: '范围', width: 110, dataIndex: 'audienceText' },
              { title: '状态', width: 160, render: (_, row) => <MeetingTag meeting={row} /> },
              { title: '预约', width: 60, align: 'right', dataIndex: 'booked' },
              { title: '到场', width: 60, align: 'right', dataIndex: 'attended' },
              {
                title: '问题答复',
                width: 90,
                align: 'right',
                render: (_, row) => (row.points > 0 ? `${row.points - row.unanswered} / ${row.points}` : '—'),
              },
            ]}
          />
        </Listing>
      </Panel>
      {planning && <MeetingEditor onClose={() => setPlanning(false)} onSaved={({ id }) => void navigate(pageOf(id))} />}
    </Page>
  )
}
