import type { ImportState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Batch } from './undo.ts'

/** The state of a batch, which nobody else moves on until this transaction ends. */
export async function stateLocked(tx: EntityManager, { communityId, batchId }: Batch): Promise<ImportState | undefined> {
  const [batch] = (await tx.query('SELECT state FROM import_batches WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    communityId,
    batchId,
  ])) as { state: ImportState }[]
  return batch?.state
}

/** Moves a batch on with what came of it. */
export async function endBatch(
  tx: EntityManager,
  { communityId, batchId }: Batch,
  outcome: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(outcome)
  const set = columns.map((column, index) => `${column} = $${index + 3}`).join(', ')
  await tx.query(`UPDATE import_batches SET ${set}, stage = NULL, version = version + 1 WHERE community_id = $1 AND id = $2`, [
    communityId,
    batchId,
    ...Object.values(outcome),
  ])
}
