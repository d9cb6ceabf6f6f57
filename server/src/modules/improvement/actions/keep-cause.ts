import { complaintCategories, repairCategories, type CauseKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

export interface CauseWish {
  kind: CauseKind
  category?: string
  name: string
  companyWide: boolean
}

interface KeptCause {
  community_id: string | null
  name: string
  retired: boolean
  version: number
}

const categories: Record<CauseKind, object> = { repair: repairCategories, complaint: complaintCategories }

export async function addCause(tx: EntityManager, act: CallerAct, communityId: string, wish: CauseWish): Promise<string> {
  const { kind, category, name, companyWide } = wish
  if (category !== undefined && !Object.hasOwn(categories[kind], category))
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'category', message: '请重新选择分类。' }])
  const id = newId(act.now)
  const { companyId } = act.caller.staff!
  const added = (await tx.query(
    `INSERT INTO causes (company_id, id, community_id, kind, category, name) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [companyId, id, companyWide ? null : communityId, kind, category ?? null, name],
  )) as unknown[]
  if (added.length === 0) throw new ProblemError('DUPLICATE', { what: name })
  await audit(tx, act, communityId, id, { action: 'improvement.add-cause', before: null, after: wish })
  return id
}

/** A retired one is offered no more; what was named by it stays so. */
export async function editCause(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { name, retired, version, companyWide }: { name: string; retired: boolean; version: number; companyWide: boolean },
): Promise<void> {
  const { companyId } = act.caller.staff!
  const [cause] = (await tx.query(
    `SELECT community_id, name, retired_at IS NOT NULL AS retired, version FROM causes
     WHERE company_id = $1 AND id = $2 AND (community_id IS NULL OR community_id = $3) FOR UPDATE`,
    [companyId, id, communityId],
  )) as KeptCause[]
  if (!cause) throw new ProblemError('NOT_FOUND')
  if (cause.community_id === null && !companyWide) throw new ProblemError('CAUSE_COMPANY_WIDE')
  if (cause.version !== version) throw new ProblemError('STALE_VERSION')
  const [taken] = (await tx.query(
    `SELECT 1 FROM causes u JOIN causes o ON o.company_id = u.company_id AND o.community_id IS NOT DISTINCT FROM u.community_id
       AND o.kind = u.kind AND o.category IS NOT DISTINCT FROM u.category AND o.name = $3 AND o.id <> u.id AND o.retired_at IS NULL
     WHERE u.company_id = $1 AND u.id = $2 AND NOT $4`,
    [companyId, id, name, retired],
  )) as unknown[]
  if (taken) throw new ProblemError('DUPLICATE', { what: name })
  await tx.query(
    `UPDATE causes SET name = $3, retired_at = CASE WHEN $4 THEN coalesce(retired_at, $5) END, version = version + 1
     WHERE company_id = $1 AND id = $2`,
    [companyId, id, name, retired, act.now],
  )
  const before = { name: cause.name, retired: cause.retired }
  await audit(tx, act, communityId, id, { action: 'improvement.edit-cause', before, after: { name, retired } })
}

async function audit(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'cause', subjectId: id, ...change })
}
