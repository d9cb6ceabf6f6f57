import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { CASE_CAUSE, isOver, standingTo, stateName, type CauseFacts } from '../queries/case-cause.ts'

interface CauseRecord {
  name: string
  retired: boolean
}

/** Says why a case that is over came about; said again, it is changed, and the audit log keeps what it was. */
export async function nameCause(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  caseId: string,
  { causeId, note = '' }: { causeId: string; note?: string },
): Promise<void> {
  await tx.query('SELECT 1 FROM cases WHERE community_id = $1 AND id = $2 FOR UPDATE', [communityId, caseId])
  const [facts] = (await tx.query(CASE_CAUSE.text, [communityId, caseId])) as CauseFacts[]
  if (!standingTo(act, communityId, facts).mayName) throw new ProblemError('NOT_ALLOWED')
  const { companyId, id: staffId, name: staffName } = act.caller.staff!
  const [cause] = (await tx.query(
    `SELECT name, retired_at IS NOT NULL AS retired FROM causes
     WHERE company_id = $1 AND id = $2 AND (community_id IS NULL OR community_id = $3) AND kind = $4`,
    [companyId, causeId, communityId, facts!.kind],
  )) as CauseRecord[]
  if (!cause) throw new ProblemError('NOT_FOUND')
  if (!isOver(facts!)) throw new ProblemError('CAUSE_NOT_YET', { state: stateName(facts!) })
  if (cause.retired && facts!.cause?.id !== causeId) throw new ProblemError('CAUSE_RETIRED', { name: cause.name })
  await tx.query(
    `INSERT INTO case_causes (community_id, case_id, company_id, cause_id, note, named_by, named_by_name, named_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (community_id, case_id) DO UPDATE SET cause_id = excluded.cause_id, note = excluded.note,
       named_by = excluded.named_by, named_by_name = excluded.named_by_name, named_at = excluded.named_at`,
    [communityId, caseId, companyId, causeId, note, staffId, staffName, act.now],
  )
  const before = facts!.cause && { cause: facts!.cause.name, note: facts!.cause.note }
  const change = { action: 'improvement.name-cause', before, after: { cause: cause.name, note } }
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'case', subjectId: caseId, ...change })
}
