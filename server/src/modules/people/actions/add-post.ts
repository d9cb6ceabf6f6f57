import type { PostDraft } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { mayDefinePost } from '../rules/may-give.ts'
import { standingOf } from '../rules/standing-of.ts'
import { orDuplicate } from './duplicate.ts'

/** @returns the id of the new post */
export async function addPost(tx: EntityManager, act: CallerAct, { name, duties, permissions }: PostDraft): Promise<string> {
  const { companyId } = act.caller.staff!
  if (!mayDefinePost(standingOf(act.caller), [], permissions)) throw new ProblemError('NOT_ALLOWED')
  const id = newId(act.now)
  await tx
    .query(`INSERT INTO posts (company_id, id, code, name, duties, permissions) VALUES ($1, $2, $3, $4, $5, $6)`, [
      companyId,
      id,
      `own-${id}`,
      name,
      duties,
      permissions,
    ])
    .catch(orDuplicate)
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'people.add-post',
    subjectKind: 'post',
    subjectId: id,
    before: null,
    after: { name, duties, permissions },
  })
  return id
}
