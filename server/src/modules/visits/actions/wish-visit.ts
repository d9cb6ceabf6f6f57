import type { VisitTime, VisitWish } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { auditVisit } from './audit-visit.ts'
import { loadVisit } from './load-visit.ts'

export interface Wished {
  wish: VisitWish
  time?: VisitTime
  note?: string
  version: number
}

/** How a household would like to be visited. Who wants no visit may want one after all while the round runs. */
export async function wishVisit(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { wish, time, note, version }: Wished,
): Promise<void> {
  const visit = await loadVisit(tx, communityId, id, null)
  const home = act.caller.homes.find((each) => each.communityId === communityId && each.unitId === visit.unit_id)
  if (!home) throw new ProblemError('NOT_FOUND')
  if (visit.version !== version) throw new ProblemError('STALE_VERSION')
  const takenBack = visit.state === 'declined' && visit.made_by === null
  if (visit.state !== 'planned' && !takenBack) throw new ProblemError('VISIT_OVER')
  if (takenBack && (await isPast(tx, communityId, id))) throw new ProblemError('VISIT_OVER')
  const state = wish === 'none' ? 'declined' : 'planned'
  await tx.query(
    `UPDATE visits SET wish = $3, wish_time = $4, wish_note = $5, wished_by = $6, wished_on = $7, state = $8,
       ended_at = CASE WHEN $8 = 'declined' THEN $9::timestamptz END, way = CASE WHEN $3 = 'none' THEN way ELSE $3 END, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, wish, wish === 'none' ? null : (time ?? null), note ?? null, home.residentId, todayIn(act), state, act.now],
  )
  await auditVisit(tx, act, communityId, {
    action: 'visits.wish',
    subjectId: id,
    before: { state: visit.state, wish: visit.wish },
    after: { state, wish, time: time ?? null },
  })
}

/** Its round is over, or the household waits for a visit of another. */
async function isPast(tx: EntityManager, communityId: string, id: string): Promise<boolean> {
  const [row] = (await tx.query(
    `SELECT r.closed_at IS NOT NULL OR EXISTS (SELECT FROM visits o
       WHERE o.community_id = v.community_id AND o.unit_id = v.unit_id AND o.state = 'planned') AS past
     FROM visits v JOIN visit_rounds r ON r.community_id = v.community_id AND r.id = v.round_id
     WHERE v.community_id = $1 AND v.id = $2`,
    [communityId, id],
  )) as { past: boolean }[]
  return row!.past
}
