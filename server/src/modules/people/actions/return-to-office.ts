import type { ReturnToOffice } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { mayChangeStaff } from '../rules/may-give.ts'
import { auditedPosts } from './audited-staff.ts'
import { orDuplicate } from './duplicate.ts'
import { keepPosts } from './keep-posts.ts'
import { oneAtATime } from './last-keeper.ts'
import { loadStanding } from './load-held-posts.ts'
import { loadStaff } from './load-staff.ts'
import { loadWantedPosts } from './wanted-posts.ts'

/** Back in office: posts are given anew; their work of before stays with those who took it. */
export async function returnToOffice(
  tx: EntityManager,
  act: CallerAct,
  staffId: string,
  wish: ReturnToOffice,
  passwordHash: string | null,
): Promise<void> {
  const { companyId, id: myId } = act.caller.staff!
  await oneAtATime(tx, companyId)
  const before = await loadStaff(tx, companyId, staffId)
  const posts = await loadWantedPosts(tx, companyId, wish.posts)
  if (!mayChangeStaff(await loadStanding(tx, companyId, myId), before.posts, posts)) throw new ProblemError('NOT_YOURS_TO_GIVE')
  if (wish.version !== before.version) throw new ProblemError('STALE_VERSION')
  if (!before.leftOn) throw new ProblemError('STAFF_STILL_HERE', { name: before.name })
  await tx
    .query(
      `UPDATE staff SET active = true, left_on = NULL, left_because = NULL, password_hash = $3, version = version + 1
       WHERE company_id = $1 AND id = $2`,
      [companyId, staffId, passwordHash],
    )
    .catch(orDuplicate)
  await keepPosts(tx, companyId, staffId, posts)
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'people.resume-employment',
    subjectKind: 'staff',
    subjectId: staffId,
    before: { active: false, leftOn: before.leftOn, posts: [] },
    after: { active: true, leftOn: null, posts: auditedPosts(posts), passwordSet: passwordHash !== null },
  })
}
