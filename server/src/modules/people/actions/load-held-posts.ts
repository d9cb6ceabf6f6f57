import type { Permission } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { HeldPost, OwnPost } from '../rules/may-give.ts'
import type { Scope } from '../rules/scope.ts'

/** A post somebody holds, as it was found. */
export interface HeldPostRecord extends HeldPost {
  postId: string
  code: string
}

interface Row {
  postId: string
  code: string
  permissions: Permission[]
  communityId: string | null
  regionId: string | null
  buildingIds: string[]
}

/** Needs the whole company in reach. What the posts allow cannot change until the transaction ends. */
export async function loadHeldPosts(tx: EntityManager, staffId: string): Promise<HeldPostRecord[]> {
  const rows = (await tx.query(
    `SELECT p.id AS "postId", p.code, p.permissions, held.community_id AS "communityId",
       coalesce(held.region_id, c.region_id) AS "regionId", held.building_ids AS "buildingIds"
     FROM (
       SELECT company_id, post_id, community_id, NULL::uuid AS region_id, building_ids FROM staff_posts WHERE staff_id = $1
       UNION ALL
       SELECT company_id, post_id, NULL, region_id, '{}' FROM wide_posts WHERE staff_id = $1
     ) held
     JOIN posts p ON p.company_id = held.company_id AND p.id = held.post_id
     LEFT JOIN communities c ON c.id = held.community_id
     ORDER BY p.id FOR SHARE OF p`,
    [staffId],
  )) as Row[]
  return rows.map(({ postId, code, permissions, ...row }) => ({ postId, code, permissions, scope: scopeOf(row) }))
}

export function scopeOf({ communityId, regionId, buildingIds }: Pick<Row, 'communityId' | 'regionId' | 'buildingIds'>): Scope {
  if (communityId) return { kind: 'community', communityId, regionId, buildingIds }
  return regionId ? { kind: 'region', regionId } : { kind: 'company' }
}

/**
 * What the giver holds. Who is head office of every community is head office of the company: otherwise nobody could
 * give a first post that reaches the whole of it.
 */
export async function loadStanding(tx: EntityManager, companyId: string, staffId: string): Promise<OwnPost[]> {
  const held = await loadHeldPosts(tx, staffId)
  const mine = held.map((post) => ({ ...post, isHeadOffice: post.code === 'head-office' }))
  const everywhere = mine.filter(
    ({ isHeadOffice, scope }) => isHeadOffice && scope.kind === 'community' && scope.buildingIds.length === 0,
  )
  if (everywhere.length === 0) return mine
  const [row] = (await tx.query('SELECT count(*)::int AS communities FROM communities WHERE company_id = $1', [companyId])) as {
    communities: number
  }[]
  const isWhole = everywhere.length === row!.communities
  return isWhole ? [...mine, { ...everywhere[0]!, scope: { kind: 'company' } }] : mine
}
