import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../access/index.ts'
import { dayAt, HOMES } from '../../notices/index.ts'
import type { MeetingRecord } from './load-meeting.ts'

/** Somebody a meeting is for, by the home it is for. */
export interface Invited {
  residentId: string
  unitId: string
}

/** Who that is: by account or by the archive's record, in the named home or the first that is meant; null: not invited. */
export async function invitedTo(
  tx: EntityManager,
  { now }: CallerAct,
  { communityId, audience }: MeetingRecord,
  who: { accountId: string } | { residentId: string },
  unitId?: string,
): Promise<Invited | null> {
  const [found] = (await tx.query(
    `SELECT r.id AS "residentId", home.unit_id AS "unitId" FROM residents r CROSS JOIN LATERAL (
       SELECT h.unit_id FROM ${HOMES('$3::jsonb', dayAt('$4::timestamptz'))} AND ($5::uuid IS NULL OR h.unit_id = $5)
       ORDER BY u.label, h.unit_id LIMIT 1) AS home
     WHERE r.community_id = $1 AND ${'accountId' in who ? 'r.account_id' : 'r.id'} = $2 AND r.erased_at IS NULL
     ORDER BY r.id LIMIT 1`,
    [communityId, 'accountId' in who ? who.accountId : who.residentId, JSON.stringify(audience), now, unitId ?? null],
  )) as Invited[]
  return found ?? null
}
