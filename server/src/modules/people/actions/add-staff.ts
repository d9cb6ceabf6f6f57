import type { StaffDraft } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { mayChangeStaff } from '../rules/may-give.ts'
import { auditedStaff } from './audited-staff.ts'
import { orDuplicate } from './duplicate.ts'
import { keepPosts } from './keep-posts.ts'
import { loadStanding } from './load-held-posts.ts'
import { phoneIn } from './phone-in.ts'
import { loadWantedPosts } from './wanted-posts.ts'

/** @returns the id of the new member of staff */
export async function addStaff(
  tx: EntityManager,
  act: CallerAct,
  draft: StaffDraft,
  passwordHash: string | null,
): Promise<string> {
  const { companyId, id: myId } = act.caller.staff!
  const posts = await loadWantedPosts(tx, companyId, draft.posts)
  if (!mayChangeStaff(await loadStanding(tx, companyId, myId), [], posts)) throw new ProblemError('NOT_YOURS_TO_GIVE')
  const id = newId(act.now)
  const login = draft.login.toLowerCase()
  const phone = phoneIn(draft, null)
  await tx
    .query(
      `INSERT INTO staff (company_id, id, name, phone, login, password_hash, skills, active) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [companyId, id, draft.name, phone, login, passwordHash, draft.skills, draft.active],
    )
    .catch(orDuplicate)
  await keepPosts(tx, companyId, id, posts)
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'people.add-staff',
    subjectKind: 'staff',
    subjectId: id,
    before: null,
    after: { ...auditedStaff({ ...draft, login, phone, posts }), passwordSet: passwordHash !== null },
  })
  return id
}
