import type { PostDraft } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { mayDefinePost } from '../rules/may-give.ts'
import type { Scope } from '../rules/scope.ts'
import { orDuplicate } from './duplicate.ts'
import { oneAtATime, refuseWithoutKeeper } from './last-keeper.ts'
import { loadStanding, scopeOf } from './load-held-posts.ts'
import { describedPost, POST_COLUMNS, postValues, type DescribedPost } from './post-record.ts'

/** Changes a post for all who hold it, from their next request on. */
export async function editPost(tx: EntityManager, act: CallerAct, postId: string, draft: PostDraft): Promise<void> {
  const { companyId, id: myId } = act.caller.staff!
  await oneAtATime(tx, companyId)
  const [found] = (await tx.query(
    `SELECT name, duties, work, authority, responsibility, qualification, certificates, answers_for AS "answersFor", permissions,
       version FROM posts WHERE company_id = $1 AND id = $2 FOR UPDATE`,
    [companyId, postId],
  )) as (DescribedPost & { version: number })[]
  if (!found) throw new ProblemError('NOT_FOUND')
  const { version, ...before } = found
  const involved = [...new Set([...before.permissions, ...draft.permissions])]
  if (!mayDefinePost(await loadStanding(tx, companyId, myId), await heldIn(tx, companyId, postId), involved))
    throw new ProblemError('NOT_YOURS_TO_GIVE')
  if (draft.version !== version) throw new ProblemError('STALE_VERSION')
  const after = describedPost(draft)
  await tx
    .query(
      `UPDATE posts SET ${POST_COLUMNS.map((column, at) => `${column} = $${at + 3}`).join(', ')}, version = version + 1
       WHERE company_id = $1 AND id = $2`,
      [companyId, postId, ...postValues(after)],
    )
    .catch(orDuplicate)
  await refuseWithoutKeeper(tx, companyId)
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'people.edit-post',
    subjectKind: 'post',
    subjectId: postId,
    before,
    after,
  })
}

async function heldIn(tx: EntityManager, companyId: string, postId: string): Promise<Scope[]> {
  const rows = (await tx.query(
    `SELECT DISTINCT sp.community_id AS "communityId", c.region_id AS "regionId", sp.building_ids AS "buildingIds"
     FROM staff_posts sp JOIN communities c ON c.id = sp.community_id WHERE sp.company_id = $1 AND sp.post_id = $2
     UNION ALL
     SELECT DISTINCT NULL::uuid, region_id, '{}'::uuid[] FROM wide_posts WHERE company_id = $1 AND post_id = $2`,
    [companyId, postId],
  )) as Parameters<typeof scopeOf>[0][]
  return rows.map(scopeOf)
}
