import type { EntityManager } from 'typeorm'
import type { StaffRecord } from './load-staff.ts'

/** The posts of somebody in words, as a record keeps them, and the communities they reached. */
export async function namedPosts(
  tx: EntityManager,
  { id }: Pick<StaffRecord, 'id'>,
): Promise<{ names: string[]; communityIds: string[] }> {
  const [found] = (await tx.query(
    `SELECT
       (SELECT coalesce(array_agg(DISTINCT h.community_id), '{}') FROM held_posts h WHERE h.staff_id = $1) AS "communityIds",
       (SELECT coalesce(array_agg(label ORDER BY label), '{}') FROM (
         SELECT c.name || ' · ' || p.name || CASE WHEN sp.building_ids = '{}' THEN '' ELSE '（部分楼栋）' END AS label
         FROM staff_posts sp JOIN posts p ON p.company_id = sp.company_id AND p.id = sp.post_id
         JOIN communities c ON c.id = sp.community_id WHERE sp.staff_id = $1
         UNION ALL
         SELECT coalesce('区域 ' || r.name, '全公司') || ' · ' || p.name
         FROM wide_posts w JOIN posts p ON p.company_id = w.company_id AND p.id = w.post_id
         LEFT JOIN regions r ON r.company_id = w.company_id AND r.id = w.region_id WHERE w.staff_id = $1) labels) AS names`,
    [id],
  )) as { names: string[]; communityIds: string[] }[]
  return found!
}
