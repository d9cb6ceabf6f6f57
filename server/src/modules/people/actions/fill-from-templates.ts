import type { PostCode, PostRow } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../access/index.ts'
import { readyMadePosts } from '../ready-made-posts.ts'
import { filledFrom } from '../rules/template-gap.ts'
import { addPost } from './add-post.ts'
import { editPost } from './edit-post.ts'
import { oneAtATime } from './last-keeper.ts'
import type { DescribedPost } from './post-record.ts'

/** Adds the ready-made posts the company lacks and fills descriptions nobody has written; nothing written is replaced. */
export async function fillFromTemplates(tx: EntityManager, act: CallerAct, codes: readonly PostCode[]): Promise<void> {
  const { companyId } = act.caller.staff!
  await oneAtATime(tx, companyId)
  const known = (await tx.query(
    `SELECT id, code, name, duties, work, authority, responsibility, qualification, certificates, answers_for AS "answersFor",
       permissions, version FROM posts WHERE company_id = $1 AND code = ANY ($2) FOR UPDATE`,
    [companyId, codes],
  )) as (DescribedPost & Pick<PostRow, 'id' | 'code' | 'version'>)[]
  for (const template of readyMadePosts.filter(({ code }) => codes.includes(code))) {
    const post = known.find(({ code }) => code === template.code)
    if (post) await editPost(tx, act, post.id, { ...post, ...filledFrom(template, post) })
    else await addPost(tx, act, template, template.code)
  }
}
