import type { StaffDraft } from '@yinuo/contracts'

type Audited = Pick<StaffDraft, 'name' | 'phone' | 'login' | 'active' | 'skills' | 'posts'>

/** What the record of changes keeps of a member of staff: never a password or a secret. */
export function auditedStaff({ name, phone, login, active, skills, posts }: Audited): Audited {
  return { name, phone, login, active, skills, posts: posts.map(({ communityId, postId }) => ({ communityId, postId })) }
}
