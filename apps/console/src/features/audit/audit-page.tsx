import { SearchOutlined } from '@ant-design/icons'
import { actionWord, subjectWord } from '@yinuo/contracts'
import type { AuditRow } from '@yinuo/contracts'
import { Button, DatePicker, Descriptions, Drawer, Input, Segmented, Table } from 'antd'
import { useState } from 'react'
import { callUntil } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { useSettled } from '../../elements/settled.ts'
import { TimeText } from '../../elements/time-text.tsx'
import { endOfDay, exactTime, startOfDay } from '../../words/time.ts'
import { fieldWord, isForPeople, valueWord } from './audit-words.ts'
import { ChainState } from './chain-state.tsx'
import { changedFields } from './changed-fields.ts'

type Place = 'community' | 'company'
/** What belongs to no community, staff and posts among it, is found in the whole company. */
const places: { value: Place; label: string }[] = [
  { value: 'community', label: '本小区' },
  { value: 'company', label: '全公司' },
]

/** Who changed what, when, from where. Nothing here can be changed. */
export function AuditPage() {
  const { communityId } = useCommunity()
  const [place, setPlace] = useState<Place>('community')
  const [actor, setActor] = useState('')
  const [subject, setSubject] = useState('')
  const [days, setDays] = useState<[string, string] | null>(null)
  const [shown, setShown] = useState<AuditRow | null>(null)
  const filters = useSettled({ actor: actor.trim(), subject: subject.trim(), days }, 300)
  const asked = {
    actor: filters.actor,
    subject: filters.subject,
    from: filters.days ? startOfDay(filters.days[0]) : undefined,
    until: filters.days ? endOfDay(filters.days[1]) : undefined,
  }
  const of = place === 'community' ? communityId : undefined
  const query = usePages<AuditRow>(['audit', of ?? 'company', JSON.stringify(filters)], (cursor, signal) =>
    callUntil(signal)('GET /audit', { query: { communityId: of, cursor, ...asked } }),
  )

  return (
    <Page title="操作记录" about="谁、什么时候、改了什么；只能看，不能改。">
      <ChainState />
      <Panel>
        <Bar>
          <Segmented<Place> value={place} onChange={setPlace} options={places} aria-label="范围" />
          <Input
            prefix={<SearchOutlined />}
            value={actor}
            onChange={(event) => setActor(event.target.value)}
            placeholder="操作人"
            aria-label="操作人"
            allowClear
            style={{ width: 160 }}
          />
          <Input
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
            placeholder="对象或编号"
            aria-label="对象"
            allowClear
            style={{ width: 220 }}
          />
          <DatePicker.RangePicker
            format="M月D日"
            onChange={(_, chosen) => setDays(chosen?.[0] ? datesOf(_) : null)}
            aria-label="日期"
          />
          <span style={{ flex: 1 }} />
          {place === 'community' && <ExportButton list="audit" filters={asked} />}
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="没有符合条件的记录" hint="换一个操作人或日期再看。" />}
        >
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 900 }}
            onRow={(row) => ({ onClick: () => setShown(row), style: { cursor: 'pointer' } })}
            columns={[
              { title: '时间', width: 150, render: (_, row) => <TimeText at={row.at} /> },
              { title: '操作人', width: 120, dataIndex: 'actorName' },
              { title: '操作', width: 180, render: (_, row) => actionWord(row.action) },
              { title: '对象', width: 120, render: (_, row) => subjectWord(row.subjectKind) },
              { title: '改动', ellipsis: true, render: (_, row) => summary(row) },
              { title: '来源', width: 140, render: (_, row) => row.address ?? '—' },
              {
                title: '',
                width: 80,
                align: 'right',
                render: (_, row) => (
                  <Button type="link" size="small" onClick={() => setShown(row)}>
                    对比
                  </Button>
                ),
              },
            ]}
          />
        </Listing>
      </Panel>
      <Drawer open={shown !== null} onClose={() => setShown(null)} size={640} title={shown ? actionWord(shown.action) : ''}>
        {shown && <Change row={shown} />}
      </Drawer>
    </Page>
  )
}

function datesOf(chosen: unknown): [string, string] | null {
  const [from, until] = (chosen as ({ format: (pattern: string) => string } | null)[] | null) ?? []
  return from && until ? [from.format('YYYY-MM-DD'), until.format('YYYY-MM-DD')] : null
}

function summary(row: AuditRow): string {
  const changed = changedFields(row.before, row.after).filter((field) => field.changed && isForPeople(field.after))
  return changed
    .slice(0, 3)
    .map(({ field, before, after }) =>
      row.before ? `${fieldWord(field)}：${valueWord(before)} → ${valueWord(after)}` : `${fieldWord(field)}：${valueWord(after)}`,
    )
    .join('；')
}

function Change({ row }: { row: AuditRow }) {
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        style={{ marginBottom: 16 }}
        items={[
          { key: 'at', label: '时间', children: exactTime(row.at) },
          { key: 'who', label: '操作人', children: row.actorName },
          { key: 'subject', label: '对象', children: `${subjectWord(row.subjectKind)} ${row.subjectId}` },
          { key: 'from', label: '来源', children: row.address ?? '—' },
          { key: 'trace', label: '追踪编号', children: row.traceId },
        ]}
      />
      <Table
        rowKey="field"
        size="small"
        pagination={false}
        dataSource={changedFields(row.before, row.after)}
        locale={{ emptyText: '这次操作没有改动字段' }}
        columns={[
          { title: '字段', width: 170, render: (_, { field }) => fieldWord(field) },
          {
            title: '改动前',
            render: (_, { before, changed }) => (
              <span
                style={
                  changed
                    ? {
                        background: 'var(--late-tint)',
                        color: 'var(--late-text)',
                        padding: '0 4px',
                        textDecoration: 'line-through',
                      }
                    : { color: 'var(--secondary)' }
                }
              >
                {valueWord(before)}
              </span>
            ),
          },
          {
            title: '改动后',
            render: (_, { after, changed }) => (
              <span
                style={
                  changed
                    ? { background: 'var(--on-time-tint)', color: 'var(--on-time-text)', padding: '0 4px', fontWeight: 600 }
                    : { color: 'var(--secondary)' }
                }
              >
                {valueWord(after)}
              </span>
            ),
          },
        ]}
      />
    </>
  )
}
