import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { auditMeeting, loadMeeting, MEETING_TOLD, type MeetingRecord } from './load-meeting.ts'

export async function writeMinutes(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { minutes, version }: { minutes: string; version: number },
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id, { version, step: 'write-minutes' })
  await tx.query('UPDATE meetings SET minutes = $3, updated_at = $4, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    minutes,
    act.now,
  ])
  const change = { action: 'meetings.write-minutes', before: { minutes: meeting.minutes }, after: { minutes } }
  await auditMeeting(tx, act, meeting, change)
}

export async function publishMinutes(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id, { version, step: 'publish' })
  if (meeting.minutes === '') throw new ProblemError('MEETING_NO_MINUTES')
  await keepEdition(tx, act, meeting, { minutes: meeting.minutes, note: '' })
  const change = { action: 'meetings.publish', before: { state: meeting.state }, after: { state: 'published' } }
  await auditMeeting(tx, act, meeting, change)
  await tell(tx, act, MEETING_TOLD, communityId, { meetingId: id, what: 'minutes', turn: 1 })
}

/** What was published stays to be read; the correction stands above it and says what it is about. */
export async function correctMinutes(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { minutes, note, version }: { minutes: string; note: string; version: number },
): Promise<void> {
  const meeting = await loadMeeting(tx, communityId, id, { version, step: 'correct' })
  await keepEdition(tx, act, meeting, { minutes, note })
  const change = { action: 'meetings.correct-minutes', before: { minutes: meeting.minutes }, after: { minutes, note } }
  await auditMeeting(tx, act, meeting, change)
  await tell(tx, act, MEETING_TOLD, communityId, { meetingId: id, what: 'corrected', turn: meeting.minutesEdition + 1 })
}

async function keepEdition(
  tx: EntityManager,
  act: CallerAct,
  { communityId, id, minutesEdition }: MeetingRecord,
  { minutes, note }: { minutes: string; note: string },
): Promise<void> {
  await tx.query(
    `WITH published AS (
       UPDATE meetings SET state = 'published', minutes = $4, minutes_edition = $3, updated_at = $8, version = version + 1
       WHERE community_id = $1 AND id = $2)
     INSERT INTO meeting_minutes (community_id, meeting_id, number, text, note, written_by, written_by_name, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [communityId, id, minutesEdition + 1, minutes, note, act.actor.id, act.actor.name, act.now],
  )
}
