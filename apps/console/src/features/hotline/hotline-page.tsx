import { CheckCircleOutlined, ClockCircleOutlined, PhoneOutlined, SearchOutlined, WarningOutlined } from '@ant-design/icons'
import { callKinds, codesOf } from '@yinuo/contracts'
import type { CallKind, HotlineCall } from '@yinuo/contracts'
import { Button, DatePicker, Input, Segmented, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { useProfile } from '../communities/queries.ts'
import { CallDrawer } from './call-drawer.tsx'
import { aboutOf, stateOf } from './call-words.ts'
import { useCalls } from './queries.ts'

/** Everything that came by telephone, and one form for the next call. */
export function HotlinePage() {
  const { communityId } = useCommunity()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(search.get('query') ?? '')
  const [calling, setCalling] = useState(false)
  const hotline = useProfile(communityId).data?.hotline
  const text = useSettled(typed.trim(), 300)
  const chosen = (field: string) => search.get(field) ?? undefined
  const set = (fields: Record<string, string | undefined>) =>
    setSearch(
      (now) => {
        for (const [field, value] of Object.entries(fields))
          if (value) now.set(field, value)
          else now.delete(field)
        return now
      },
      { replace: true },
    )
  const filters = {
    kind: chosen('kind'),
    open: chosen('open'),
    firstDay: chosen('firstDay'),
    lastDay: chosen('lastDay'),
    query: text || undefined,
  }
  const query = useCalls(communityId, filters)
  const mayTake = may('repairs.report') || may('complaints.assign') || may('conversations.answer')
  const take = mayTake && (
    <Button type="primary" icon={<PhoneOutlined />} onClick={() => setCalling(true)}>
      登记来电
    </Button>
  )
  return (
    <Page
      title="热线登记"
      about={`24 小时服务热线${hotline ? ` ${hotline}` : ''}：每一个来电，去了哪里、办得怎样`}
      actions={take}
    >
      <Panel>
        <Bar>
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="搜单号、来电人、号码、内容"
            aria-label="搜索来电"
            maxLength={40}
            allowClear
            style={{ width: 260 }}
          />
          <Segmented<CallKind | 'all'>
            aria-label="去向"
            value={(filters.kind as CallKind | undefined) ?? 'all'}
            onChange={(next) => set({ kind: next === 'all' ? undefined : next })}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(callKinds).map((value) => ({ value, label: callKinds[value] })),
            ]}
          />
          <Segmented
            aria-label="办理情况"
            value={filters.open ?? 'all'}
            onChange={(next) => set({ open: next === 'all' ? undefined : next })}
            options={[
              { value: 'all', label: '全部' },
              { value: 'true', label: '未办结' },
              { value: 'false', label: '已办结' },
            ]}
          />
          <DatePicker.RangePicker
            aria-label="来电日期"
            value={filters.firstDay && filters.lastDay ? [dayjs(filters.firstDay), dayjs(filters.lastDay)] : null}
            onChange={(days) => set({ firstDay: days?.[0]?.format('YYYY-MM-DD'), lastDay: days?.[1]?.format('YYYY-MM-DD') })}
          />
          <span style={{ flex: 1 }} />
          <ExportButton list="hotlineCalls" filters={filters} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="没有符合的来电" hint="电话里说的报修、投诉和咨询，登记后都列在这里。" action={take} />}
        >
          <Table<HotlineCall>
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            loading={query.isPlaceholderData}
            scroll={{ x: 780 }}
            columns={[
              { title: '来电', width: 120, render: (_, row) => <TimeText at={row.reportedAt} /> },
              {
                title: '来电人',
                width: 190,
                render: (_, row) => (
                  <>
                    {row.callerName}
                    {row.callerPhoneMasked && <span style={{ marginLeft: 6 }}>{row.callerPhoneMasked}</span>}
                    <div style={{ color: 'var(--secondary)', fontSize: 13 }}>{row.placeLabel}</div>
                  </>
                ),
              },
              { title: '内容', render: (_, row) => <Words row={row} /> },
              { title: '状态', width: 130, render: (_, row) => <CallTag row={row} /> },
              {
                title: '登记 · 处理',
                width: 130,
                render: (_, row) => (
                  <>
                    {row.takenByName ?? '—'}
                    {row.kind !== 'consultation' && (
                      <div style={{ color: 'var(--secondary)', fontSize: 13 }}>{row.assigneeName ?? '未分派'}</div>
                    )}
                  </>
                ),
              },
            ]}
          />
        </Listing>
      </Panel>
      {calling && <CallDrawer onClose={() => setCalling(false)} />}
    </Page>
  )
}

const pages = { repair: 'repairs', complaint: 'complaints' } as const

function Words({ row }: { row: HotlineCall }) {
  const { communityId } = useCommunity()
  const title = `${callKinds[row.kind]} · ${aboutOf(row)} · ${row.number}`
  return (
    <>
      {row.kind === 'consultation' ? (
        <span style={{ color: 'var(--secondary)' }}>
          {callKinds.consultation} · {row.number}
        </span>
      ) : (
        <Link to={`/c/${communityId}/${pages[row.kind]}/${row.id}`}>{title}</Link>
      )}
      <div>{row.description}</div>
      {row.answer && <div style={{ color: 'var(--secondary)' }}>答：{row.answer}</div>}
    </>
  )
}

function CallTag({ row }: { row: HotlineCall }) {
  if (row.late)
    return (
      <StateTag tone="late" icon={<WarningOutlined />}>
        {stateOf(row)}，已超时
      </StateTag>
    )
  return (
    <StateTag tone={row.open ? 'waiting' : 'done'} icon={row.open ? <ClockCircleOutlined /> : <CheckCircleOutlined />}>
      {stateOf(row)}
    </StateTag>
  )
}
