import type { ImportBatch, Page } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import { BATCH_COLUMNS, batchView, type BatchRow } from '../store/batches.ts'

const LIST = {
  name: 'list-imports',
  text: `
    SELECT ${BATCH_COLUMNS} FROM import_batches
    WHERE community_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
    ORDER BY created_at DESC, id DESC LIMIT $4`,
}

const FIND = { name: 'find-import', text: `SELECT ${BATCH_COLUMNS} FROM import_batches WHERE community_id = $1 AND id = $2` }

interface PageWish {
  cursor?: string | undefined
  limit: number
}

export async function listBatches(database: Database, act: Act, communityId: string, wish: PageWish): Promise<Page<ImportBatch>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const rows = await database.read<BatchRow>(act.reach, LIST, [communityId, ...after, wish.limit + 1])
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.created_at.toISOString(), row.id],
    (row) => batchView(row, act.now),
  )
}

/** @throws ProblemError NOT_FOUND */
export async function findBatch(database: Database, act: Act, communityId: string, id: string): Promise<BatchRow> {
  const [row] = await database.read<BatchRow>(act.reach, FIND, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return row
}
