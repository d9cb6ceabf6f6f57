import type { Permission, PostDraft } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { mayDefinePost } from '../rules/may-give.ts'
import { standingOf } from '../rules/standing-of.ts'
import { orDuplicate } from './duplicate.ts'

interface PostRecord {
  name: string
  duties: string
  permissions: Permission[]
  version: number
}

/** Changes a post for all who hold it, from their next request on. */
export async function editPost(tx: EntityManager, act: CallerAct, postId: string, draft: PostDraft): Promise<void> {
  const { companyId } = act.caller.staff!
  const [post] = (await tx.query(
    `SELECT name, duties, permissions, version FROM posts WHERE company_id = $1 AND id = $2 FOR UPDATE`,
    [companyId, postId],
  )) as PostRecord[]
  if (!post) throw new ProblemError('NOT_FOUND')
  const held = (await tx.query(`SELECT DISTINCT community_id FROM staff_posts WHERE company_id = $1 AND post_id = $2`, [
    companyId,
    postId,
  ])) as { community_id: string }[]
  const heldIn = held.map((each) => each.community_id)
  const involved = [...new Set([...post.permissions, ...draft.permissions])]
  if (!mayDefinePost(standingOf(act.caller), heldIn, involved)) throw new ProblemError('NOT_ALLOWED')
  if (draft.version !== post.version) throw new ProblemError('STALE_VERSION')
  await tx
    .query(`UPDATE posts SET name = $3, duties = $4, permissions = $5, version = version + 1 WHERE company_id = $1 AND id = $2`, [
      companyId,
      postId,
      draft.name,
      draft.duties,
      draft.permissions,
    ])
    .catch(orDuplicate)
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'people.edit-post',
    subjectKind: 'post',
    subjectId: postId,
    before: { name: post.name, duties: post.duties, permissions: post.permissions },
    after: { name: draft.name, duties: draft.duties, permissions: draft.permissions },
  })
}
