import type { VisitState, VisitWay, VisitWish } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Try } from '../rules/index.ts'

export interface VisitRecord {
  id: string
  unit_id: string
  unit_label: string
  building_id: string
  state: VisitState
  way: VisitWay
  wish: VisitWish | null
  tries: Try[]
  made_by: string | null
  version: number
}

/** A visit, locked. */
export async function loadVisit(
  tx: EntityManager,
  communityId: string,
  id: string,
  version: number | null,
): Promise<VisitRecord> {
  const [visit] = (await tx.query(
    `SELECT v.id, v.unit_id, u.label AS unit_label, u.building_id, v.state, v.way, v.wish, v.tries, v.made_by, v.version
     FROM visits v JOIN units u ON u.community_id = v.community_id AND u.id = v.unit_id
     WHERE v.community_id = $1 AND v.id = $2 FOR UPDATE OF v`,
    [communityId, id],
  )) as VisitRecord[]
  if (!visit) throw new ProblemError('NOT_FOUND')
  if (version !== null && visit.version !== version) throw new ProblemError('STALE_VERSION')
  return visit
}
