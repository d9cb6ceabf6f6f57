import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { isSlot, mayBook } from '../rules/index.ts'
import { invitedTo, type Invited } from './invited.ts'
import { auditMeeting, loadMeeting, loadOwnMeeting, refuseStep, type MeetingRecord } from './load-meeting.ts'

export interface BookingWish {
  unitId?: string
  slotAt?: string
  topic?: string
}

/** A resident says that they come. */
export async function bookMeeting(tx: EntityManager, act: CallerAct, id: string, wish: BookingWish): Promise<void> {
  const meeting = await loadOwnMeeting(tx, act, { id })
  if (!meeting) throw new ProblemError('NOT_FOUND')
  const accountId = act.caller.account?.id
  const guest = accountId && (await invitedTo(tx, act, meeting, { accountId }, wish.unitId))
  if (!guest) throw new ProblemError('HOME_REQUIRED')
  await book(tx, act, meeting, guest, wish)
}

/** The front desk books for who comes or calls. */
export async function bookForResident(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { residentId, ...wish }: BookingWish & { residentId: string; unitId: string },
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id)
  await book(tx, act, meeting, await guestOf(tx, act, meeting, residentId, wish.unitId), wish)
}

/** The resident of the archive the office means. */
export async function guestOf(
  tx: EntityManager,
  act: CallerAct,
  meeting: MeetingRecord,
  residentId: string,
  unitId: string,
): Promise<Invited> {
  const known = (await tx.query(
    `SELECT 1 FROM residents r, units u WHERE r.community_id = $1 AND r.id = $2 AND u.community_id = $1 AND u.id = $3`,
    [meeting.communityId, residentId, unitId],
  )) as unknown[]
  if (known.length === 0) throw new ProblemError('NOT_FOUND')
  const guest = await invitedTo(tx, act, meeting, { residentId }, unitId)
  if (!guest) throw new ProblemError('MEETING_NOT_INVITED')
  return guest
}

/** The meeting is locked: of two who want the last place of a slot the second finds it taken. */
async function book(
  tx: EntityManager,
  act: CallerAct,
  meeting: MeetingRecord,
  { residentId, unitId }: Invited,
  { slotAt, topic = '' }: BookingWish,
): Promise<void> {
  refuseStep('book', meeting)
  const slot = meeting.slotMinutes === null || !slotAt ? null : new Date(slotAt)
  if (meeting.slotMinutes !== null && (!slot || !isSlot(meeting, slot))) throw new ProblemError('MEETING_SLOT')
  if (!mayBook(meeting, slot, act.now)) throw new ProblemError(slot ? 'MEETING_SLOT' : 'MEETING_BOOKING_OVER')
  const [standing] = (await tx.query(
    `SELECT EXISTS (SELECT 1 FROM meeting_bookings WHERE community_id = $1 AND meeting_id = $2 AND resident_id = $3
         AND cancelled_at IS NULL) AS booked,
       (SELECT min(s) FROM generate_series(1, $5::int) s WHERE NOT EXISTS (SELECT 1 FROM meeting_bookings b
         WHERE b.community_id = $1 AND b.meeting_id = $2 AND b.slot_at = $4 AND b.seat = s AND b.cancelled_at IS NULL)) AS seat`,
    [meeting.communityId, meeting.id, residentId, slot, meeting.slotCapacity],
  )) as { booked: boolean; seat: number | null }[]
  if (standing!.booked) throw new ProblemError('MEETING_BOOKED')
  if (slot && standing!.seat === null) throw new ProblemError('MEETING_FULL')
  const byStaff = act.actor.kind === 'staff'
  await tx.query(
    `INSERT INTO meeting_bookings (community_id, id, meeting_id, resident_id, unit_id, slot_at, seat, topic, booked_by, booked_by_name,
       created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      meeting.communityId,
      newId(act.now),
      meeting.id,
      residentId,
      unitId,
      slot,
      slot && standing!.seat,
      topic,
      byStaff ? act.actor.id : null,
      byStaff ? act.actor.name : null,
      act.now,
    ],
  )
  await auditMeeting(tx, act, meeting, { action: 'meetings.book', before: null, after: { residentId, unitId, slotAt: slot } })
}

/** Their own booking, until the meeting is over. */
export async function cancelOwnBooking(tx: EntityManager, act: CallerAct, id: string): Promise<void> {
  const meeting = await loadOwnMeeting(tx, act, { id })
  if (!meeting) throw new ProblemError('NOT_FOUND')
  const [booking] = (await tx.query(
    `SELECT b.id FROM meeting_bookings b JOIN residents r ON r.community_id = b.community_id AND r.id = b.resident_id
     WHERE b.community_id = $1 AND b.meeting_id = $2 AND b.cancelled_at IS NULL AND r.account_id = $3`,
    [meeting.communityId, id, act.caller.account?.id ?? null],
  )) as { id: string }[]
  if (!booking) throw new ProblemError('NOT_FOUND')
  await cancel(tx, act, meeting, booking.id)
}

/** @returns the meeting whose booking it was */
export async function cancelBooking(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<string> {
  const [booking] = (await tx.query(
    'SELECT meeting_id AS "meetingId" FROM meeting_bookings WHERE community_id = $1 AND id = $2 AND cancelled_at IS NULL',
    [communityId, id],
  )) as { meetingId: string }[]
  if (!booking) throw new ProblemError('NOT_FOUND')
  await cancel(tx, act, await loadMeeting(tx, communityId, booking.meetingId), id)
  return booking.meetingId
}

async function cancel(tx: EntityManager, act: CallerAct, meeting: MeetingRecord, bookingId: string): Promise<void> {
  refuseStep('book', meeting)
  await tx.query('UPDATE meeting_bookings SET cancelled_at = $3 WHERE community_id = $1 AND id = $2', [
    meeting.communityId,
    bookingId,
    act.now,
  ])
  await auditMeeting(tx, act, meeting, { action: 'meetings.cancel-booking', before: { bookingId }, after: null })
}
