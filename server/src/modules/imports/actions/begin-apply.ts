import { importLimits, importStates, type ImportBatch, type ImportMode } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { BATCH_COLUMNS, batchView, isKept, type BatchRow } from '../store/batches.ts'

export const APPLY_WISHED = 'import.apply-wished'
export const UNDO_WISHED = 'import.undo-wished'

interface Wish {
  communityId: string
  id: string
  version: number
}

/** Has a checked workbook written into the archive. */
export async function beginApply(
  tx: EntityManager,
  act: CallerAct,
  { mode, ...wish }: Wish & { mode: ImportMode },
): Promise<ImportBatch> {
  const batch = await lockedBatch(tx, wish)
  refuseState(batch, wish, 'checked', '导入')
  const good = batch.rows_read! - batch.rows_faulty!
  if (mode === 'all' && batch.rows_faulty! > 0) throw new ProblemError('IMPORT_HAS_FAULTS', { rows: batch.rows_faulty! })
  if (good === 0) throw new ProblemError('IMPORT_NOTHING_GOOD')
  if (batch.file_key === null) throw new ProblemError('IMPORT_FORGOTTEN', { days: importLimits.keptDays })
  const next = await move(tx, wish, `state = 'applying', mode = $3, applied_by_name = $4`, [mode, act.actor.name])
  await told(tx, act, wish, {
    action: 'imports.apply',
    topic: APPLY_WISHED,
    before: batch.state,
    after: { state: next.state, mode },
  })
  return batchView(next, act.now)
}

/** Has an import taken back. */
export async function beginUndo(tx: EntityManager, act: CallerAct, wish: Wish): Promise<ImportBatch> {
  const batch = await lockedBatch(tx, wish)
  refuseState(batch, wish, 'applied', '撤销')
  if (!isKept(batch, act.now)) throw new ProblemError('IMPORT_FORGOTTEN', { days: importLimits.keptDays })
  const next = await move(tx, wish, `state = 'undoing', undone_by_name = $3`, [act.actor.name])
  await told(tx, act, wish, { action: 'imports.undo', topic: UNDO_WISHED, before: batch.state, after: { state: next.state } })
  return batchView(next, act.now)
}

async function lockedBatch(tx: EntityManager, { communityId, id }: Wish): Promise<BatchRow> {
  const [batch] = (await tx.query(
    `SELECT ${BATCH_COLUMNS} FROM import_batches WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [communityId, id],
  )) as BatchRow[]
  if (!batch) throw new ProblemError('NOT_FOUND')
  return batch
}

function refuseState(batch: BatchRow, { version }: Wish, needed: BatchRow['state'], action: string): void {
  if (batch.state !== needed) throw new ProblemError('IMPORT_STATE', { state: importStates[batch.state], action })
  if (batch.version !== version) throw new ProblemError('STALE_VERSION')
}

async function move(tx: EntityManager, { communityId, id }: Wish, set: string, values: unknown[]): Promise<BatchRow> {
  const [rows] = (await tx.query(
    `UPDATE import_batches SET ${set}, stage = 'waiting', rows_done = 0, rows_total = rows_read, problem = NULL, version = version + 1
     WHERE community_id = $1 AND id = $2 RETURNING ${BATCH_COLUMNS}`,
    [communityId, id, ...values],
  )) as [BatchRow[]]
  return rows[0]!
}

async function told(
  tx: EntityManager,
  act: CallerAct,
  { communityId, id }: Wish,
  { action, topic, before, after }: { action: string; topic: string; before: string; after: object },
): Promise<void> {
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action,
    subjectKind: 'import',
    subjectId: id,
    before: { state: before },
    after,
  })
  await tell(tx, act, topic, communityId, { batchId: id, actor: act.actor })
}
