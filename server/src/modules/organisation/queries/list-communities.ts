import type { CommunitySummary } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

const SUMMARIES = {
  name: 'list-communities',
  text: `
    SELECT c.id, c.name, c.property_type AS "propertyType", c.address, c.hotline, c.region_id AS "regionId", g.name AS "regionName",
      coalesce(open.all, 0) AS "openRepairs", coalesce(open.late, 0) AS "lateRepairs"
    FROM communities c LEFT JOIN regions g ON g.company_id = c.company_id AND g.id = c.region_id LEFT JOIN (
      SELECT r.community_id, count(*)::int AS all, (count(*) FILTER (WHERE r.due_at < $2))::int AS late
      FROM cases r WHERE r.community_id = ANY ($1::uuid[]) AND r.kind = 'repair' AND r.open
      GROUP BY r.community_id) open ON open.community_id = c.id
    WHERE c.id = ANY ($1::uuid[]) ORDER BY c.name`,
}

/**
 * The communities a member of staff works in, with how much is open there. Nothing is counted but what is open: 300 communities
 * cost no more than their open repairs.
 */
export function listCommunities(database: Database, act: CallerAct): Promise<CommunitySummary[]> {
  const communities = [...new Set(act.caller.staff?.posts.map((post) => post.communityId))]
  return database.read<CommunitySummary>({ ...act.reach, communities }, SUMMARIES, [communities, act.now])
}
