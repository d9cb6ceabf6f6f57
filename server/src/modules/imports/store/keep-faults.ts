import type { EntityManager } from 'typeorm'
import type { Fault } from '../sheet/household-row.ts'
import type { Batch } from './undo.ts'

/** Keeps what is wrong with a workbook, in the order of its rows, in the place of what was found before. */
export async function keepFaults(tx: EntityManager, { communityId, batchId }: Batch, faults: readonly Fault[]): Promise<Fault[]> {
  const all = [...faults].sort((one, other) => one.row - other.row)
  await tx.query('DELETE FROM import_faults WHERE community_id = $1 AND batch_id = $2', [communityId, batchId])
  await tx.query(
    `INSERT INTO import_faults (community_id, batch_id, ordinal, row_number, column_name, content, reason)
     SELECT $1, $2, ordinal, row_number, column_name, content, reason
     FROM unnest($3::int[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS f (row_number, column_name, content, reason, ordinal)`,
    [
      communityId,
      batchId,
      all.map(({ row }) => row),
      all.map(({ column }) => column),
      all.map(({ content }) => content),
      all.map(({ reason }) => reason),
    ],
  )
  return all
}

export const faultyRows = (faults: readonly Fault[]): number => new Set(faults.map(({ row }) => row)).size
