import type { StaffDraft } from '@yinuo/contracts'
import type { Scope } from '../rules/scope.ts'

interface Audited extends Pick<StaffDraft, 'name' | 'phone' | 'login' | 'active' | 'skills'> {
  posts: readonly { postId: string; scope: Scope }[]
}

/** What the record of changes keeps of a member of staff: never a password or a secret. */
export function auditedStaff({ name, phone, login, active, skills, posts }: Audited): Audited {
  return { name, phone, login, active, skills, posts: auditedPosts(posts) }
}

export const auditedPosts = (posts: Audited['posts']): Audited['posts'] => posts.map(({ postId, scope }) => ({ postId, scope }))
