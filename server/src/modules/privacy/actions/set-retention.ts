import type { RetentionSubject } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { faultOfKeeping, retentionPresets } from '../rules/index.ts'

export interface RetentionWish {
  keepDays: number
  basis: string
  effectiveFrom?: string | undefined
}

/** A company's own figure, from a day on; those before stay written down. */
export async function setRetention(
  tx: EntityManager,
  act: CallerAct,
  subject: RetentionSubject,
  { keepDays, basis, effectiveFrom }: RetentionWish,
  today: string,
): Promise<void> {
  const fault = faultOfKeeping(subject, keepDays)
  if (fault) throw new ProblemError(fault.code, fault.values)
  if (effectiveFrom !== undefined && effectiveFrom < today)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'effectiveFrom', message: '生效日期不能早于今天。' }])
  const { companyId, id: staffId, name } = act.caller.staff!
  const [before] = (await tx.query(
    `SELECT keep_days FROM retention_rules WHERE company_id = $1 AND subject = $2 ORDER BY effective_from DESC, id DESC LIMIT 1`,
    [companyId, subject],
  )) as { keep_days: number }[]
  const id = newId(act.now)
  const from = effectiveFrom ?? today
  await tx.query(
    `INSERT INTO retention_rules (company_id, id, subject, keep_days, basis, effective_from, decided_by, decided_by_name, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [companyId, id, subject, keepDays, basis, from, staffId, name, act.now],
  )
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'privacy.set-retention',
    subjectKind: 'retention-rule',
    subjectId: id,
    before: { keepDays: before?.keep_days ?? retentionPresets[subject].keepDays },
    after: { subject, keepDays, basis, effectiveFrom: from },
  })
}
