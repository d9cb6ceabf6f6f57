import type { PostDraft } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { mayDefinePost } from '../rules/may-give.ts'
import { orDuplicate } from './duplicate.ts'
import { loadStanding } from './load-held-posts.ts'
import { describedPost, POST_COLUMNS, postValues } from './post-record.ts'

/** @returns the id of the new post */
export async function addPost(tx: EntityManager, act: CallerAct, draft: PostDraft, code?: string): Promise<string> {
  const { companyId, id: myId } = act.caller.staff!
  if (!mayDefinePost(await loadStanding(tx, companyId, myId), [], draft.permissions)) throw new ProblemError('NOT_YOURS_TO_GIVE')
  const id = newId(act.now)
  const post = describedPost(draft)
  await tx
    .query(
      `INSERT INTO posts (company_id, id, code, ${POST_COLUMNS.join(', ')})
       VALUES ($1, $2, $3, ${POST_COLUMNS.map((_, at) => `$${at + 4}`).join(', ')})`,
      [companyId, id, code ?? `own-${id}`, ...postValues(post)],
    )
    .catch(orDuplicate)
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'people.add-post',
    subjectKind: 'post',
    subjectId: id,
    before: null,
    after: post,
  })
  return id
}
