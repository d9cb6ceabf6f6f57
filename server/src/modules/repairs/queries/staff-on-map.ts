import type { StaffOnMap } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'

const ON_MAP = {
  name: 'staff-on-map',
  text: `
    SELECT t.id AS "staffId", t.name, d.staff_id IS NOT NULL AS "onDuty", w.x, w.y, w.id AS "repairId", w.number AS "repairNumber",
      coalesce(o.count, 0)::int AS "openRepairs"
    FROM staff t
    LEFT JOIN duty_periods d ON d.community_id = $1 AND d.staff_id = t.id AND d.until IS NULL
    LEFT JOIN LATERAL (SELECT count(*) FROM cases c WHERE c.community_id = $1 AND c.open AND c.assignee_id = t.id AND c.state <> 'done') o ON true
    LEFT JOIN LATERAL (
      SELECT c.id, c.number, coalesce(p.plan_x, b.plan_x) AS x, coalesce(p.plan_y, b.plan_y) AS y
      FROM cases c
      LEFT JOIN buildings b ON b.community_id = c.community_id AND b.id = c.building_id
      LEFT JOIN places p ON p.community_id = c.community_id AND p.id = c.place_id
      WHERE c.community_id = $1 AND c.open AND c.assignee_id = t.id AND c.state IN ('accepted', 'working')
      ORDER BY c.state = 'working' DESC, c.reported_at DESC LIMIT 1
    ) w ON true
    WHERE t.active AND EXISTS (
      SELECT 1 FROM held_posts hp JOIN posts o ON o.company_id = hp.company_id AND o.id = hp.post_id
      WHERE hp.community_id = $1 AND hp.staff_id = t.id AND 'repairs.work' = ANY (o.permissions))
    ORDER BY t.name, t.id`,
}

/** Who is where on what. */
export function staffOnMap(database: Database, act: Act, communityId: string): Promise<StaffOnMap[]> {
  return database.read<StaffOnMap>(act.reach, ON_MAP, [communityId])
}
