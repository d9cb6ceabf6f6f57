import { attendanceWays, codesOf, participantFilters } from '@yinuo/contracts'
import type { MeetingParticipant, MeetingView, ParticipantFilter } from '@yinuo/contracts'
import { Button, Popconfirm, Segmented, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { exactTime } from '../../words/time.ts'
import { CodeButton } from './code-screen.tsx'
import { GuestDialog } from './guest-dialog.tsx'
import { useMeetingChange, useParticipants } from './queries.ts'

/** Who booked, who came; booked and marked by hand for who has no telephone. */
export function Participants({ meeting }: { meeting: MeetingView }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const { id, state } = meeting
  const [filter, setFilter] = useState<ParticipantFilter | null>(null)
  const [asking, setAsking] = useState<'book' | 'attend' | null>(null)
  const query = useParticipants(communityId, id, filter)
  const mayEdit = may('meetings.edit')
  const mayFind = mayEdit && may('archive.read')
  const takesGuests = state === 'announced' || state === 'held'
  return (
    <>
      <Panel>
        <Bar>
          <Segmented<ParticipantFilter | 'all'>
            aria-label="参加情况"
            value={filter ?? 'all'}
            onChange={(next) => setFilter(next === 'all' ? null : next)}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(participantFilters).map((value) => ({ value, label: participantFilters[value] })),
            ]}
          />
          <span style={{ flex: 1 }} />
          {mayEdit && takesGuests && <CodeButton meeting={meeting} />}
          {mayFind && state === 'announced' && <Button onClick={() => setAsking('book')}>代住户预约</Button>}
          {mayFind && takesGuests && <Button onClick={() => setAsking('attend')}>现场登记</Button>}
          <ExportButton list="meetingParticipants" filters={{ meetingId: id, filter }} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="没有人" hint="通知住户后，他们在小程序里预约；前台也可以代为预约。" />}
        >
          <Table<MeetingParticipant>
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 780 }}
            columns={[
              ...(meeting.slots.length > 0
                ? [
                    {
                      title: '时段',
                      width: 70,
                      render: (_: unknown, row: MeetingParticipant) => (row.slotAt ? exactTime(row.slotAt).slice(11, 16) : '—'),
                    },
                  ]
                : []),
              {
                title: '住户',
                width: 150,
                render: (_, row) => (
                  <>
                    {row.unitLabel}
                    <div style={{ color: 'var(--secondary)' }}>{row.name}</div>
                  </>
                ),
              },
              { title: '想谈的事', render: (_, row) => row.topic || '—' },
              {
                title: '预约',
                width: 90,
                render: (_, row) => (row.bookingId ? (row.bookedByName ? `${row.bookedByName}代约` : '本人') : '未预约'),
              },
              {
                title: '到场',
                width: 130,
                render: (_, row) =>
                  row.attendedAt ? (
                    <>
                      <TimeText at={row.attendedAt} />
                      {row.way && <div style={{ color: 'var(--secondary)' }}>{attendanceWays[row.way]}</div>}
                    </>
                  ) : (
                    '—'
                  ),
              },
              ...(mayEdit
                ? [
                    {
                      title: '',
                      width: 140,
                      render: (_: unknown, row: MeetingParticipant) => <RowActions meeting={meeting} guest={row} />,
                    },
                  ]
                : []),
            ]}
          />
        </Listing>
      </Panel>
      {asking && <GuestDialog meeting={meeting} purpose={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

function RowActions({ meeting, guest }: { meeting: MeetingView; guest: MeetingParticipant }) {
  const { communityId } = useCommunity()
  const attend = useMeetingChange(
    (body: { residentId: string; unitId: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/meetings/{id}/attendances', {
        path: { communityId, id: meeting.id },
        body,
        idempotencyKey,
      }),
    `已登记${guest.name}到场`,
  )
  const cancel = useMeetingChange(
    (bookingId: string, idempotencyKey) =>
      call('POST /communities/{communityId}/meeting-bookings/{id}/cancel', {
        path: { communityId, id: bookingId },
        idempotencyKey,
      }),
    '已取消预约',
  )
  if (guest.attendedAt || (meeting.state !== 'announced' && meeting.state !== 'held')) return null
  return (
    <>
      <Button
        size="small"
        type="link"
        loading={attend.busy}
        onClick={() => void attend.submit({ residentId: guest.id, unitId: guest.unitId })}
      >
        到场
      </Button>
      {guest.bookingId && meeting.state === 'announced' && (
        <Popconfirm title={`取消${guest.name}的预约？`} okText="取消预约" onConfirm={() => void cancel.submit(guest.bookingId!)}>
          <Button size="small" type="link" danger loading={cancel.busy}>
            取消预约
          </Button>
        </Popconfirm>
      )}
      <Refusal failure={attend.failure ?? cancel.failure} />
    </>
  )
}
