import { meetingLimits, type MeetingKind } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { takeAudience } from '../../notices/index.ts'
import type { KeptAudience } from '../../notices/rules/index.ts'
import { slotsOf } from '../rules/index.ts'
import { REMINDED_BY } from '../queries/eve.sql.ts'
import { auditMeeting, loadMeeting, MEETING_TOLD, type MeetingRecord } from './load-meeting.ts'

export interface MeetingWish {
  kind: MeetingKind
  title: string
  place: string
  startsAt: string
  endsAt: string
  agenda: string[]
  audience: { whole: boolean; buildingIds: string[] }
  slotMinutes?: number
  slotCapacity?: number
}

/** What of a wish is kept about its time; a meeting that is no reception day has no slots. */
function timesOf({ kind, startsAt, endsAt, slotMinutes, slotCapacity }: MeetingWish) {
  const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
  const dayOf = (at: Date) => DateTime.fromJSDate(at, { zone: 'Asia/Shanghai' }).toISODate()
  if (times.endsAt <= times.startsAt || dayOf(times.startsAt) !== dayOf(times.endsAt)) throw new ProblemError('MEETING_TIMES')
  if (kind !== 'reception-day') return { ...times, slotMinutes: null, slotCapacity: null }
  const cut = { ...times, slotMinutes: slotMinutes ?? null, slotCapacity: slotCapacity ?? null }
  const slots = slotsOf(cut).length
  if (slots === 0 || slots > meetingLimits.slots || cut.slotCapacity === null)
    throw new ProblemError('MEETING_SLOTS', { most: String(meetingLimits.slots) })
  return cut
}

const wishedAudience = (audience: MeetingWish['audience']) => ({ ...audience, entrances: [], unitIds: [], roles: [] })

export async function planMeeting(tx: EntityManager, act: CallerAct, communityId: string, wish: MeetingWish): Promise<string> {
  const audience = await takeAudience(tx, communityId, wishedAudience(wish.audience))
  const times = timesOf(wish)
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO meetings (community_id, id, kind, title, place, starts_at, ends_at, agenda, audience, slot_minutes, slot_capacity,
       planned_by, planned_by_name, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
    [communityId, id, ...columnsOf(wish, times, audience), act.actor.id, act.actor.name, act.now],
  )
  const { companyId } = act.caller.staff!
  await auditMeeting(tx, act, { id, communityId, companyId }, { action: 'meetings.plan', before: null, after: wish })
  return id
}

/** A meeting people know of already keeps its kind and whom it is for; what changes of its time and place is told. */
export async function editMeeting(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, ...asked }: MeetingWish & { version: number },
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id, { version, step: 'edit' })
  const isOut = meeting.state === 'announced'
  const wish = isOut ? { ...asked, kind: meeting.kind } : asked
  const audience = await takeAudience(tx, communityId, wishedAudience(wish.audience))
  const times = timesOf(wish)
  const movesTime = +times.startsAt !== +meeting.startsAt || +times.endsAt !== +meeting.endsAt
  if (isOut && wish.place === '') throw new ProblemError('MEETING_PLACE')
  if (isOut && movesTime && times.startsAt <= act.now) throw new ProblemError('MEETING_PAST')
  if (movesTime || times.slotMinutes !== meeting.slotMinutes || times.slotCapacity !== meeting.slotCapacity)
    await refuseBookedSlots(tx, meeting)
  await tx.query(
    `UPDATE meetings SET kind = $3, title = $4, place = $5, starts_at = $6, ends_at = $7, agenda = $8, audience = $9,
       slot_minutes = $10, slot_capacity = $11, updated_at = $12,
       reminded_for = CASE WHEN $13 THEN ${REMINDED_BY('$6::timestamptz', '$12::timestamptz')} ELSE reminded_for END, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, ...columnsOf(wish, times, isOut ? meeting.audience : audience), act.now, isOut && movesTime],
  )
  const { kind, title, place, startsAt, endsAt, agenda } = meeting
  const before = { kind, title, place, startsAt, endsAt, agenda, audience: meeting.audience }
  await auditMeeting(tx, act, meeting, { action: 'meetings.edit', before, after: wish })
  if (isOut && (movesTime || wish.place !== place))
    await tell(tx, act, MEETING_TOLD, communityId, { meetingId: id, what: 'changed', turn: version + 1 })
}

const columnsOf = (wish: MeetingWish, times: ReturnType<typeof timesOf>, audience: KeptAudience) => [
  wish.kind,
  wish.title,
  wish.place,
  times.startsAt,
  times.endsAt,
  wish.agenda,
  JSON.stringify(audience),
  times.slotMinutes,
  times.slotCapacity,
]

async function refuseBookedSlots(tx: EntityManager, { communityId, id }: MeetingRecord): Promise<void> {
  const booked = (await tx.query(
    `SELECT 1 FROM meeting_bookings WHERE community_id = $1 AND meeting_id = $2 AND cancelled_at IS NULL AND slot_at IS NOT NULL LIMIT 1`,
    [communityId, id],
  )) as unknown[]
  if (booked.length > 0) throw new ProblemError('MEETING_HAS_BOOKINGS')
}
