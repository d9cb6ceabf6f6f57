import type { ApplyForResidence } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { loadApplicationRow, type ApplicationRow } from '../queries/list-applications.ts'
import { todayIn } from '../queries/today.ts'
import { faultOfValidity } from '../rules/residence-application.ts'

/** More than anybody has homes; keeps a stranger from burying the office in applications. */
const MOST_PENDING = 5

/** Asks the office to bind a home to the caller's account (ORG-04). */
export async function applyForResidence(
  tx: EntityManager,
  act: CallerAct,
  community: { id: string; companyId: string },
  wish: ApplyForResidence,
): Promise<ApplicationRow> {
  const account = act.caller.account
  if (!account) throw new ProblemError('NOT_ALLOWED')
  const phone = wish.phone ?? account.phone
  if (!phone) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'phone', message: '请填写手机号。' }])
  const fault = faultOfValidity(wish.role, wish.validUntil, todayIn(act))
  if (fault) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'validUntil', message: fault }])
  await refuseIfNeedless(tx, act, community.id, wish)
  await refuseForeignFiles(tx, act, community.id, wish.fileIds)
  const id = newId(act.now)
  const inserted = (await tx.query(
    `INSERT INTO residence_applications (community_id, id, account_id, unit_id, role, name, phone, valid_until, note, file_ids, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (community_id, account_id, unit_id) WHERE state = 'pending' DO NOTHING RETURNING id`,
    [community.id, id, account.id, wish.unitId, wish.role, wish.name, phone, wish.validUntil, wish.note, wish.fileIds, act.now],
  )) as unknown[]
  if (inserted.length === 0) throw new ProblemError('DUPLICATE', { what: '这套房屋的绑定申请正在审核' })
  await recordAudit(tx, act, {
    companyId: community.companyId,
    communityId: community.id,
    action: 'applications.apply',
    subjectKind: 'residence-application',
    subjectId: id,
    before: null,
    after: { unitId: wish.unitId, role: wish.role },
  })
  return loadApplicationRow(tx, community.id, id)
}

async function refuseIfNeedless(tx: EntityManager, act: CallerAct, communityId: string, wish: ApplyForResidence): Promise<void> {
  const [facts] = (await tx.query(
    `SELECT EXISTS (SELECT 1 FROM units WHERE community_id = $1 AND id = $2) AS unit_exists,
       (SELECT count(*)::int FROM residence_applications WHERE account_id = $3 AND state = 'pending') AS pending`,
    [communityId, wish.unitId, act.caller.account!.id],
  )) as { unit_exists: boolean; pending: number }[]
  if (!facts!.unit_exists) throw new ProblemError('NOT_FOUND')
  if (act.caller.homes.some((home) => home.unitId === wish.unitId))
    throw new ProblemError('DUPLICATE', { what: '您已经绑定了这套房屋' })
  if (facts!.pending >= MOST_PENDING) throw new ProblemError('TOO_MANY_REQUESTS')
}

/** Proof is what the applicant brought, not what somebody else uploaded. */
async function refuseForeignFiles(tx: EntityManager, act: CallerAct, communityId: string, fileIds: string[]): Promise<void> {
  const own = [act.caller.account?.id, act.caller.staff?.id].filter((id) => id !== undefined)
  const [{ found }] = (await tx.query(
    `SELECT count(*)::int AS found FROM files WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND uploaded_by = ANY ($3::uuid[])`,
    [communityId, fileIds, own],
  )) as [{ found: number }]
  if (found !== fileIds.length)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'fileIds', message: '照片没有上传成功，请重新选择。' }])
}
