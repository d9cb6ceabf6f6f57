import type { EntityManager } from 'typeorm'
import type { WantedPost } from './wanted-posts.ts'

/** Makes the posts somebody holds exactly these. */
export async function keepPosts(
  tx: EntityManager,
  companyId: string,
  staffId: string,
  posts: readonly WantedPost[],
): Promise<void> {
  await endPosts(tx, staffId)
  for (const { postId, scope } of posts)
    if (scope.kind === 'community')
      await tx.query(
        `INSERT INTO staff_posts (company_id, community_id, staff_id, post_id, building_ids) VALUES ($1, $2, $3, $4, $5)`,
        [companyId, scope.communityId, staffId, postId, scope.buildingIds],
      )
    else
      await tx.query(`INSERT INTO wide_posts (company_id, staff_id, post_id, region_id) VALUES ($1, $2, $3, $4)`, [
        companyId,
        staffId,
        postId,
        scope.kind === 'region' ? scope.regionId : null,
      ])
}

export async function endPosts(tx: EntityManager, staffId: string): Promise<void> {
  await tx.query('DELETE FROM staff_posts WHERE staff_id = $1', [staffId])
  await tx.query('DELETE FROM wide_posts WHERE staff_id = $1', [staffId])
}
