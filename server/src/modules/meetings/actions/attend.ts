import { randomBytes } from 'node:crypto'
import type { AttendanceWay, CheckedIn } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { checkInWindow, isIn } from '../rules/index.ts'
import { guestOf } from './book.ts'
import { invitedTo, type Invited } from './invited.ts'
import { auditMeeting, loadMeeting, loadOwnMeeting, refuseStep, type MeetingRecord } from './load-meeting.ts'

const said = (at: Date) => DateTime.fromJSDate(at, { zone: 'Asia/Shanghai' }).toFormat('M月d日 HH:mm')

/** Whoever reads the code where it is shown, is there; once is enough. */
export async function checkIn(tx: EntityManager, act: CallerAct, { code }: { code: string }): Promise<CheckedIn> {
  const meeting = await loadOwnMeeting(tx, act, { key: code.replace(/^m/, '') })
  const accountId = act.caller.account?.id
  const guest = meeting && accountId ? await invitedTo(tx, act, meeting, { accountId }) : null
  if (!meeting || !guest) throw new ProblemError('MEETING_CODE')
  refuseStep('attend', meeting)
  const window = checkInWindow(meeting)
  if (!isIn(window, act.now)) throw new ProblemError('MEETING_CODE_TIME', { from: said(window.from), until: said(window.until) })
  await mark(tx, act, meeting, guest, 'code')
  return { meetingId: meeting.id, communityId: meeting.communityId, title: meeting.title }
}

/** Somebody without a telephone, or who came to the desk. */
export async function markAttended(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { residentId, unitId }: Invited,
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id, { step: 'attend' })
  await mark(tx, act, meeting, await guestOf(tx, act, meeting, residentId, unitId), 'hand')
}

async function mark(
  tx: EntityManager,
  act: CallerAct,
  meeting: MeetingRecord,
  { residentId, unitId }: Invited,
  way: AttendanceWay,
): Promise<void> {
  await tx.query(
    `INSERT INTO meeting_attendances (community_id, meeting_id, resident_id, unit_id, way, marked_by_name, at)
     VALUES ($1, $2, $3, coalesce((SELECT unit_id FROM meeting_bookings WHERE community_id = $1 AND meeting_id = $2
       AND resident_id = $3 AND cancelled_at IS NULL), $4), $5, $6, $7)
     ON CONFLICT (community_id, meeting_id, resident_id) DO NOTHING`,
    [meeting.communityId, meeting.id, residentId, unitId, way, way === 'hand' ? act.actor.name : null, act.now],
  )
  await auditMeeting(tx, act, meeting, { action: 'meetings.check-in', before: null, after: { residentId, way } })
}

/** A new key: what was printed or photographed before opens nothing any more. */
export async function renewCheckInKey(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id, { version, step: 'attend' })
  await tx.query('UPDATE meetings SET check_in_key = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    randomBytes(16).toString('base64url'),
  ])
  const change = { action: 'meetings.renew-code', before: { had: meeting.checkInKey !== null }, after: null }
  await auditMeeting(tx, act, meeting, change)
}
