import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { stopTelling } from '../../messages/index.ts'
import { refuseNobody } from '../../notices/index.ts'
import { REMINDED_BY } from '../queries/eve.sql.ts'
import { auditMeeting, loadMeeting, MEETING_TOLD } from './load-meeting.ts'

interface Seen {
  version: number
}

export async function announceMeeting(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: Seen,
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id, { version, step: 'announce' })
  if (meeting.place === '') throw new ProblemError('MEETING_PLACE')
  if (meeting.startsAt <= act.now) throw new ProblemError('MEETING_PAST')
  await refuseNobody(tx, act, communityId, meeting.audience)
  await tx.query(
    `UPDATE meetings SET state = 'announced', reminded_for = ${REMINDED_BY('starts_at', '$3::timestamptz')}, updated_at = $3,
       version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, id, act.now],
  )
  const change = { action: 'meetings.announce', before: { state: meeting.state }, after: { state: 'announced' } }
  await auditMeeting(tx, act, meeting, change)
  await tell(tx, act, MEETING_TOLD, communityId, { meetingId: id, what: 'announced', turn: 1 })
}

/** What residents wanted to raise is from now on to be answered: each topic is a point. */
export async function holdMeeting(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: Seen,
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id, { version, step: 'hold' })
  if (meeting.startsAt > act.now) throw new ProblemError('MEETING_NOT_BEGUN')
  await tx.query(
    `WITH held AS (
       UPDATE meetings SET state = 'held', updated_at = $3, version = version + 1 WHERE community_id = $1 AND id = $2)
     INSERT INTO meeting_points (community_id, id, meeting_id, text, raised_by, booking_id, written_by_name, created_at)
     SELECT community_id, uuidv7(), meeting_id, topic, resident_id, id, $4, $3 FROM meeting_bookings
     WHERE community_id = $1 AND meeting_id = $2 AND cancelled_at IS NULL AND topic <> ''
     ORDER BY slot_at, created_at, id
     ON CONFLICT (community_id, booking_id) DO NOTHING`,
    [communityId, id, act.now, act.actor.name],
  )
  const change = { action: 'meetings.hold', before: { state: meeting.state }, after: { state: 'held' } }
  await auditMeeting(tx, act, meeting, change)
}

/** Who booked is told why; nobody else who has not been told of it yet will be. */
export async function cancelMeeting(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { reason, version }: Seen & { reason: string },
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id, { version, step: 'cancel' })
  await tx.query(
    `UPDATE meetings SET state = 'cancelled', cancelled_because = $3, updated_at = $4, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, reason, act.now],
  )
  await stopTelling(tx, act, communityId, id)
  const after = { state: 'cancelled', reason }
  await auditMeeting(tx, act, meeting, { action: 'meetings.cancel', before: { state: meeting.state }, after })
  if (meeting.state === 'announced') await tell(tx, act, MEETING_TOLD, communityId, { meetingId: id, what: 'cancelled', turn: 1 })
}
