import type { Skill } from '@yinuo/contracts'
import type { Candidate } from '../rules/choose-assignee.ts'

/** Who works on repairs in a building ($2; null: in none) of a community: trades, whether on duty, how much they have, where they are. */
export const DISPATCH_CANDIDATES = {
  name: 'dispatch-candidates',
  text: `
    SELECT t.id AS "staffId", t.name, t.skills, d.staff_id IS NOT NULL AS "onDuty", coalesce(w.count, 0)::int AS "openRepairs", p.at
    FROM staff t
    LEFT JOIN duty_periods d ON d.community_id = $1 AND d.staff_id = t.id AND d.until IS NULL
    LEFT JOIN LATERAL (
      SELECT count(*) FROM cases c WHERE c.community_id = $1 AND c.open AND c.assignee_id = t.id AND c.state <> 'done'
    ) w ON true
    LEFT JOIN LATERAL (
      SELECT json_build_object('building', b.name, 'x', b.plan_x, 'y', b.plan_y) AS at
      FROM cases c JOIN buildings b ON b.community_id = c.community_id AND b.id = c.building_id
      WHERE c.community_id = $1 AND c.open AND c.assignee_id = t.id AND c.state IN ('accepted', 'working') AND b.plan_x IS NOT NULL
      ORDER BY c.reported_at DESC LIMIT 1
    ) p ON true
    WHERE t.active AND EXISTS (
      SELECT 1 FROM held_posts hp JOIN posts o ON o.company_id = hp.company_id AND o.id = hp.post_id
      WHERE hp.community_id = $1 AND hp.staff_id = t.id AND 'repairs.work' = ANY (o.permissions)
        AND (hp.building_ids = '{}' OR $2::uuid = ANY (hp.building_ids)))
    ORDER BY t.name, t.id`,
}

export type CandidateRow = Candidate & { skills: Skill[] }
