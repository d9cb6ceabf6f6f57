import type { Permission, StaffDraft } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { HeldPost } from '../rules/may-give.ts'
import type { Scope } from '../rules/scope.ts'

type PostHeld = StaffDraft['posts'][number]

export interface WantedPost extends HeldPost {
  postId: string
}

/** What a draft may name: everything of the company. */
interface Known {
  posts: { id: string; permissions: Permission[] }[]
  regions: string[]
  communities: { id: string; regionId: string | null }[]
  buildings: { id: string; communityId: string }[]
}

/** The posts a draft names, each with its scope and what it allows. A community that is not ours is nobody's to give. */
export async function loadWantedPosts(tx: EntityManager, companyId: string, wanted: readonly PostHeld[]): Promise<WantedPost[]> {
  if (wanted.length === 0) refuse('posts', '请至少选择一个岗位及其管辖范围。')
  const known = await loadKnown(tx, companyId, wanted)
  const posts = wanted.map((post, at) => resolve(post, known, `posts.${at}`))
  const keys = posts.map(keyOf)
  const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at)
  if (twice >= 0) refuse(`posts.${twice}.postId`, '同一个岗位在同一范围只能填一次。')
  return posts
}

async function loadKnown(tx: EntityManager, companyId: string, wanted: readonly PostHeld[]): Promise<Known> {
  const posts = (await tx.query(
    `SELECT id, permissions FROM posts WHERE company_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
    [companyId, wanted.map(({ postId }) => postId)],
  )) as Known['posts']
  const [places] = (await tx.query(
    `SELECT
       (SELECT coalesce(json_agg(id), '[]') FROM regions WHERE company_id = $1) AS regions,
       (SELECT coalesce(json_agg(json_build_object('id', id, 'regionId', region_id)), '[]') FROM communities
         WHERE company_id = $1 AND id = ANY ($2::uuid[])) AS communities,
       (SELECT coalesce(json_agg(json_build_object('id', b.id, 'communityId', b.community_id)), '[]') FROM buildings b
         JOIN communities c ON c.id = b.community_id AND c.company_id = $1 WHERE b.id = ANY ($3::uuid[])) AS buildings`,
    [companyId, wanted.map(({ communityId }) => communityId), wanted.flatMap(({ buildingIds }) => buildingIds ?? [])],
  )) as Omit<Known, 'posts'>[]
  return { posts, ...places! }
}

function resolve(wanted: PostHeld, known: Known, field: string): WantedPost {
  const post = known.posts.find(({ id }) => id === wanted.postId) ?? refuse(`${field}.postId`, '请重新选择岗位。')
  return { postId: post.id, permissions: post.permissions, scope: scopeOf(wanted, known, field) }
}

/** A field that belongs to another scope is refused and not left unread: what was meant may be narrower. */
function scopeOf({ scope, communityId, regionId, buildingIds = [] }: PostHeld, known: Known, field: string): Scope {
  const stray = scope !== 'community' && (communityId ?? buildingIds[0])
  if (stray) refuse(`${field}.communityId`, '管辖范围不是“小区”时，请不要填小区和楼栋。')
  if (scope !== 'region' && regionId) refuse(`${field}.regionId`, '管辖范围不是“区域”时，请不要填区域。')
  if (scope === 'company') return { kind: 'company' }
  if (scope === 'region') {
    if (!regionId || !known.regions.includes(regionId)) return refuse(`${field}.regionId`, '请重新选择区域。')
    return { kind: 'region', regionId }
  }
  if (!communityId) return refuse(`${field}.communityId`, '请选择小区。')
  const isHere = (id: string) => known.buildings.some((building) => building.id === id && building.communityId === communityId)
  if (!buildingIds.every(isHere)) refuse(`${field}.buildingIds`, '请重新选择楼栋。')
  const found = known.communities.find(({ id }) => id === communityId)
  if (!found) throw new ProblemError('NOT_YOURS_TO_GIVE')
  return { kind: 'community', communityId, regionId: found.regionId, buildingIds }
}

function keyOf({ postId, scope }: WantedPost): string {
  const place = scope.kind === 'region' ? scope.regionId : scope.kind === 'community' ? scope.communityId : ''
  return `${postId} ${scope.kind} ${place}`
}

function refuse(field: string, message: string): never {
  throw new ProblemError('VALIDATION_FAILED', {}, [{ field, message }])
}
