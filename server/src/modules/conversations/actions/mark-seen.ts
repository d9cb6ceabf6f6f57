import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { partiesOf } from '../rules/parties.ts'
import type { ConversationRef } from './take-action.ts'

/**
 * One side has seen the talk up to an entry; what came after stays unread. A resident's phone says it while the page is
 * open, so that they are not pushed what they are looking at.
 */
export async function markSeen(tx: EntityManager, act: CallerAct, ref: ConversationRef, entryId: string): Promise<void> {
  const [found] = (await tx.query(
    `SELECT c.community_id AS "communityId", c.building_id AS "buildingId", c.reporter_account_id AS "reporterAccountId",
       c.place_id AS "placeId", e.at
     FROM cases c LEFT JOIN case_events e ON e.community_id = c.community_id AND e.case_id = c.id AND e.id = $3
     WHERE c.community_id = $1 AND c.id = $2 AND c.kind = 'consultation' FOR UPDATE OF c`,
    [ref.communityId, ref.id, entryId],
  )) as (Parameters<typeof partiesOf>[1] & { at: Date | null })[]
  const parties = found ? partiesOf(act.caller, found) : new Set()
  if (!found?.at || parties.size === 0) throw new ProblemError('NOT_FOUND')
  const after = `(SELECT count(*) FROM case_events e WHERE e.community_id = t.community_id AND e.case_id = t.case_id AND e.at > $3
    AND e.kind = ANY ($4::text[]))`
  const set = parties.has('reporter') ? `resident_unread = ${after}, resident_seen_at = $5` : `desk_unread = ${after}`
  const values = [ref.communityId, ref.id, found.at, parties.has('reporter') ? ['reply'] : ['opened', 'ask']]
  await tx.query(
    `UPDATE consultations t SET ${set} WHERE t.community_id = $1 AND t.case_id = $2`,
    parties.has('reporter') ? [...values, act.now] : values,
  )
}
