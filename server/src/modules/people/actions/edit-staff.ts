import type { StaffDraft } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { mayChangeStaff } from '../rules/may-give.ts'
import { auditedStaff } from './audited-staff.ts'
import { orDuplicate } from './duplicate.ts'
import { endDutyWithoutPost, endSessions } from './end-access.ts'
import { keepPosts } from './keep-posts.ts'
import { oneAtATime, refuseWithoutKeeper } from './last-keeper.ts'
import { loadStanding } from './load-held-posts.ts'
import { loadStaff } from './load-staff.ts'
import { phoneIn } from './phone-in.ts'
import { loadWantedPosts } from './wanted-posts.ts'

/** Open work of somebody disabled stays with them, for the office to see and hand over. */
export async function editStaff(
  tx: EntityManager,
  act: CallerAct,
  staffId: string,
  draft: StaffDraft,
  passwordHash: string | null,
): Promise<void> {
  const { companyId, id: myId } = act.caller.staff!
  await oneAtATime(tx, companyId)
  const before = await loadStaff(tx, companyId, staffId)
  const posts = await loadWantedPosts(tx, companyId, draft.posts)
  if (!mayChangeStaff(await loadStanding(tx, companyId, myId), before.posts, posts)) throw new ProblemError('NOT_YOURS_TO_GIVE')
  if (draft.version !== before.version) throw new ProblemError('STALE_VERSION')
  if (before.leftOn) throw new ProblemError('STAFF_LEFT', { name: before.name })
  if (staffId === myId && !draft.active) {
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'active', message: '不能停用自己的账号，请由其他负责人办理。' }])
  }
  const login = draft.login.toLowerCase()
  const phone = phoneIn(draft, before.phone)
  // A new number is somebody else's WeChat until they confirm it.
  await tx
    .query(
      `UPDATE staff SET name = $3, phone = $4, login = $5, password_hash = coalesce($6, password_hash), skills = $7, active = $8,
         account_id = CASE WHEN phone = $4 THEN account_id END, version = version + 1
       WHERE company_id = $1 AND id = $2`,
      [companyId, staffId, draft.name, phone, login, passwordHash, draft.skills, draft.active],
    )
    .catch(orDuplicate)
  await keepPosts(tx, companyId, staffId, posts)
  await refuseWithoutKeeper(tx, companyId)
  await endDutyWithoutPost(tx, act, staffId)
  if (passwordHash !== null || !draft.active) await endSessions(tx, act, staffId)
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'people.edit-staff',
    subjectKind: 'staff',
    subjectId: staffId,
    before: auditedStaff(before),
    after: { ...auditedStaff({ ...draft, login, phone, posts }), passwordChanged: passwordHash !== null },
  })
}
