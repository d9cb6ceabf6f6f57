import type { Permission, Skill } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'

export interface HeldPostRow {
  communityId: string
  postId: string
  permissions: Permission[]
}

export interface StaffRecord {
  id: string
  name: string
  phone: string
  login: string
  active: boolean
  skills: Skill[]
  version: number
  posts: HeldPostRow[]
}

/** A member of staff with all their posts, locked; what the posts allow cannot change until the transaction ends. */
export async function loadStaff(tx: EntityManager, companyId: string, staffId: string): Promise<StaffRecord> {
  const [staff] = (await tx.query(
    `SELECT id, name, phone, login, active, skills, version FROM staff WHERE company_id = $1 AND id = $2 FOR UPDATE`,
    [companyId, staffId],
  )) as Omit<StaffRecord, 'posts'>[]
  if (!staff) throw new ProblemError('NOT_FOUND')
  const posts = (await tx.query(
    `SELECT sp.community_id AS "communityId", sp.post_id AS "postId", p.permissions
     FROM staff_posts sp JOIN posts p ON p.company_id = sp.company_id AND p.id = sp.post_id
     WHERE sp.staff_id = $1 ORDER BY p.id FOR SHARE OF p`,
    [staffId],
  )) as HeldPostRow[]
  return { ...staff, posts }
}

/** The posts a draft names, with what they allow. */
export async function loadWantedPosts(
  tx: EntityManager,
  companyId: string,
  wanted: readonly { communityId: string; postId: string }[],
): Promise<HeldPostRow[]> {
  if (wanted.length === 0) {
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'posts', message: '请至少选择一个任职小区与岗位。' }])
  }
  const known = (await tx.query(
    `SELECT id, permissions FROM posts WHERE company_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
    [companyId, wanted.map((post) => post.postId)],
  )) as { id: string; permissions: Permission[] }[]
  return wanted.map(({ communityId, postId }, at) => {
    const post = known.find((each) => each.id === postId)
    if (!post) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: `posts.${at}.postId`, message: '请重新选择岗位。' }])
    return { communityId, postId, permissions: post.permissions }
  })
}
