import type { VisitMaker } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** Who makes visits in a community ($1), how far they reach there (null: all of it), and what they have to do. */
const MAKERS = {
  name: 'visit-makers',
  text: `
    SELECT s.id, s.name, held.buildings AS "buildingIds",
      (SELECT count(*)::int FROM visits v WHERE v.community_id = $1 AND v.assignee_id = s.id AND v.state = 'planned') AS open
    FROM (
      SELECT h.company_id, h.staff_id, CASE WHEN NOT bool_or(h.building_ids = '{}') THEN array_agg(DISTINCT building) END AS buildings
      FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND 'visits.make' = ANY (p.permissions)
      LEFT JOIN LATERAL unnest(h.building_ids) AS building ON true
      WHERE h.community_id = $1 GROUP BY h.company_id, h.staff_id) held
    JOIN staff s ON s.company_id = held.company_id AND s.id = held.staff_id AND s.active
    ORDER BY s.name, s.id`,
}

export function listMakers(database: Database, act: CallerAct, communityId: string): Promise<VisitMaker[]> {
  return database.read<VisitMaker>(act.reach, MAKERS, [communityId])
}

export async function makersOf(tx: EntityManager, communityId: string): Promise<VisitMaker[]> {
  return (await tx.query(MAKERS.text, [communityId])) as VisitMaker[]
}
