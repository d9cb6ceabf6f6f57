import type { StaffDraft } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { mayChangeStaff } from '../rules/may-give.ts'
import { standingOf } from '../rules/standing-of.ts'
import { auditedStaff } from './audited-staff.ts'
import { orDuplicate } from './duplicate.ts'
import { keepPosts } from './keep-posts.ts'
import { loadStaff, loadWantedPosts } from './load-staff.ts'
import { phoneIn } from './phone-in.ts'

/** Open work of somebody disabled stays with them, for the office to see and hand over. */
export async function editStaff(
  tx: EntityManager,
  act: CallerAct,
  staffId: string,
  draft: StaffDraft,
  passwordHash: string | null,
): Promise<void> {
  const { companyId, id: myId } = act.caller.staff!
  const before = await loadStaff(tx, companyId, staffId)
  const posts = await loadWantedPosts(tx, companyId, draft.posts)
  if (!mayChangeStaff(standingOf(act.caller), before.posts, posts)) throw new ProblemError('NOT_ALLOWED')
  if (draft.version !== before.version) throw new ProblemError('STALE_VERSION')
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
  await endWhatIsOver(tx, act, staffId, { mustSignInAgain: passwordHash !== null || !draft.active })
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'people.edit-staff',
    subjectKind: 'staff',
    subjectId: staffId,
    before: auditedStaff(before),
    after: { ...auditedStaff({ ...draft, login, phone }), passwordChanged: passwordHash !== null },
  })
}

/** Duty ends where there is no post any more; a new password or the end of office ends every console session. */
async function endWhatIsOver(
  tx: EntityManager,
  act: CallerAct,
  staffId: string,
  { mustSignInAgain }: { mustSignInAgain: boolean },
) {
  await tx.query(
    `UPDATE duty_periods d SET until = $2 WHERE d.staff_id = $1 AND d.until IS NULL
       AND NOT EXISTS (SELECT 1 FROM staff_posts sp JOIN staff s ON s.id = sp.staff_id AND s.active
                       WHERE sp.staff_id = d.staff_id AND sp.community_id = d.community_id)`,
    [staffId, act.now],
  )
  if (!mustSignInAgain) return
  await tx.query(`UPDATE sessions SET revoked_at = $2 WHERE staff_id = $1 AND revoked_at IS NULL AND id <> $3`, [
    staffId,
    act.now,
    act.caller.sessionId,
  ])
}
