import { codesOf, postCodes, type ComplaintHandler } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'

const HANDLERS = {
  name: 'complaint-handlers',
  text: `
    SELECT s.id AS "staffId", s.name, array_agg(DISTINCT p.name) AS posts, COALESCE(array_agg(DISTINCT p.code) FILTER (WHERE p.code = ANY ($2)), '{}') AS departments,
      (SELECT count(*)::int FROM cases c WHERE c.community_id = $1 AND c.kind = 'complaint' AND c.open AND c.assignee_id = s.id) AS "openComplaints"
    FROM held_posts hp
    JOIN posts p ON p.company_id = hp.company_id AND p.id = hp.post_id AND 'complaints.handle' = ANY (p.permissions)
    JOIN staff s ON s.id = hp.staff_id AND s.active
    WHERE hp.community_id = $1 AND hp.building_ids = '{}'
    GROUP BY s.id, s.name ORDER BY s.name, s.id LIMIT 200`,
}

/** Who may be given a complaint here; a post of the company’s own leads no department. */
export function listHandlers(database: Database, act: Act, communityId: string): Promise<ComplaintHandler[]> {
  return database.read<ComplaintHandler>(act.reach, HANDLERS, [communityId, codesOf(postCodes)])
}
