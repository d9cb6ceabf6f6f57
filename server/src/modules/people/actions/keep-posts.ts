import type { EntityManager } from 'typeorm'
import type { HeldPostRow } from './load-staff.ts'

/** Makes the posts somebody holds exactly these. */
export async function keepPosts(
  tx: EntityManager,
  companyId: string,
  staffId: string,
  posts: readonly HeldPostRow[],
): Promise<void> {
  const values = [staffId, posts.map((post) => post.communityId), posts.map((post) => post.postId)]
  await tx.query(
    `DELETE FROM staff_posts WHERE staff_id = $1
       AND (community_id, post_id) NOT IN (SELECT * FROM unnest($2::uuid[], $3::uuid[]))`,
    values,
  )
  await tx.query(
    `INSERT INTO staff_posts (company_id, community_id, staff_id, post_id)
     SELECT $4, wanted.community_id, $1, wanted.post_id FROM unnest($2::uuid[], $3::uuid[]) AS wanted (community_id, post_id)
     ON CONFLICT DO NOTHING`,
    [...values, companyId],
  )
}
