import type { VisitWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { ROUND_OPENED } from '../jobs/plan-rounds.ts'
import { FILL_ROUNDS } from '../queries/fill-rounds.sql.ts'
import { auditVisit } from './audit-visit.ts'

export interface RoundWish {
  way: VisitWay
  buildingIds: string[]
  endsOn: string
}

/** A round of the whole community takes the place of every one that runs. */
const END_OTHERS = `UPDATE visit_rounds SET closed_at = $2 WHERE community_id = $1 AND closed_at IS NULL`

const OPEN = `
  WITH opened AS (
    INSERT INTO visit_rounds (community_id, id, number, starts_on, ends_on, way, building_ids, opened_by, opened_by_name, opened_at)
    SELECT $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $1 FROM visit_rounds WHERE community_id = $2
    ON CONFLICT (community_id, number) DO NOTHING
    RETURNING *
  ), ${FILL_ROUNDS}`

/** Opens a round by hand; its households leave the round in which they waited until now. */
export async function openRound(tx: EntityManager, act: CallerAct, communityId: string, wish: RoundWish): Promise<string> {
  const { way, buildingIds, endsOn } = wish
  const today = todayIn(act)
  if (endsOn <= today) refuse('endsOn', '结束日期要晚于今天，请重新选择。')
  await refuseForeignBuildings(tx, communityId, buildingIds)
  if (buildingIds.length === 0) await tx.query(END_OTHERS, [communityId, act.now])
  const id = newId(act.now)
  const { id: by, name } = act.actor
  const planned = (await tx.query(OPEN, [act.now, communityId, id, today, endsOn, way, buildingIds, by, name])) as unknown[]
  if (planned.length === 0) throw new ProblemError('VISIT_NOBODY')
  await auditVisit(tx, act, communityId, {
    action: 'visits.open-round',
    subjectKind: 'visit-round',
    subjectId: id,
    before: null,
    after: { ...wish, visits: planned.length },
  })
  await tell(tx, act, ROUND_OPENED, communityId, { roundId: id })
  return id
}

async function refuseForeignBuildings(tx: EntityManager, communityId: string, buildingIds: string[]): Promise<void> {
  if (buildingIds.length === 0) return
  const [row] = (await tx.query(
    'SELECT count(*)::int AS known FROM buildings WHERE community_id = $1 AND id = ANY ($2::uuid[])',
    [communityId, buildingIds],
  )) as { known: number }[]
  if (row!.known !== buildingIds.length) refuse('buildingIds', '请重新选择楼栋。')
}

function refuse(field: string, message: string): never {
  throw new ProblemError('VALIDATION_FAILED', {}, [{ field, message }])
}
