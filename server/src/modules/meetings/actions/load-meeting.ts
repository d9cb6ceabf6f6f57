import type { MeetingKind, MeetingState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { standingOf, visible } from '../../notices/index.ts'
import type { KeptAudience } from '../../notices/rules/index.ts'
import { obstacleTo, type MeetingStep, type Times } from '../rules/index.ts'

/** A meeting as the database has it, for a change. */
export interface MeetingRecord extends Times {
  id: string
  communityId: string
  companyId: string
  kind: MeetingKind
  title: string
  place: string
  agenda: string[]
  audience: KeptAudience
  slotCapacity: number | null
  state: MeetingState
  minutes: string
  minutesEdition: number
  checkInKey: string | null
  version: number
}

/** Something about a meeting that those it is for are to be told. */
export const MEETING_TOLD = 'meetings.told'

const RECORD = `
  SELECT n.id, n.community_id AS "communityId", c.company_id AS "companyId", n.kind, n.title, n.place, n.starts_at AS "startsAt",
    n.ends_at AS "endsAt", n.agenda, n.audience, n.slot_minutes AS "slotMinutes", n.slot_capacity AS "slotCapacity", n.state, n.minutes,
    n.minutes_edition AS "minutesEdition", n.check_in_key AS "checkInKey", n.version
  FROM meetings n JOIN communities c ON c.id = n.community_id`

/** The meeting, locked; with a version, as whoever changes it has seen it. */
export async function loadMeeting(
  tx: EntityManager,
  communityId: string,
  id: string,
  { version, step }: { version?: number; step?: MeetingStep } = {},
): Promise<MeetingRecord> {
  const [meeting] = (await tx.query(`${RECORD} WHERE n.community_id = $1 AND n.id = $2 FOR UPDATE OF n`, [
    communityId,
    id,
  ])) as MeetingRecord[]
  if (!meeting) throw new ProblemError('NOT_FOUND')
  if (version !== undefined && meeting.version !== version) throw new ProblemError('STALE_VERSION')
  if (step) refuseStep(step, meeting)
  return meeting
}

/** The meeting somebody it is for asks about, locked. */
export async function loadOwnMeeting(
  tx: EntityManager,
  act: CallerAct,
  by: { id: string } | { key: string },
): Promise<MeetingRecord | null> {
  const which = 'id' in by ? 'n.id = $4' : 'n.check_in_key = $4'
  const [meeting] = (await tx.query(`${RECORD} WHERE ${which} AND n.state <> 'planned' AND ${visible} FOR UPDATE OF n`, [
    ...standingOf(act),
    'id' in by ? by.id : by.key,
  ])) as MeetingRecord[]
  return meeting ?? null
}

export function refuseStep(step: MeetingStep, { state }: Pick<MeetingRecord, 'state'>): void {
  const obstacle = obstacleTo(step, state)
  if (obstacle) throw new ProblemError('MEETING_STATE', obstacle)
}

export async function auditMeeting(
  tx: EntityManager,
  act: CallerAct,
  { id, communityId, companyId }: Pick<MeetingRecord, 'id' | 'communityId' | 'companyId'>,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'meeting', subjectId: id, ...change })
}
