import type { FundImportRow, Page } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'

const ROW = `
  i.id, i.file_name AS "fileName", i.entered, i.known, i.entered_by_name AS "enteredByName", i.entered_at AS "enteredAt",
  i.undone_by_name AS "undoneByName", i.undone_because AS "undoneBecause", i.undone_at AS "undoneAt"`

const LIST = {
  name: 'list-fund-imports',
  text: `
    SELECT ${ROW} FROM fund_imports i WHERE i.community_id = $1 AND ($2::uuid IS NULL OR i.id < $2) ORDER BY i.id DESC LIMIT $3`,
}

const READ = { name: 'read-fund-import', text: `SELECT ${ROW} FROM fund_imports i WHERE i.community_id = $1 AND i.id = $2` }

type Row = Omit<FundImportRow, 'enteredAt' | 'undoneAt'> & { enteredAt: Date; undoneAt: Date | null }

const viewOf = ({ enteredAt, undoneAt, ...row }: Row): FundImportRow => ({
  ...row,
  enteredAt: enteredAt.toISOString(),
  undoneAt: undoneAt?.toISOString() ?? null,
})

export async function listFundImports(
  database: Database,
  act: Act,
  communityId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<FundImportRow>> {
  const after = readCursor(cursor, 1) ?? [null]
  const rows = await database.read<Row>(act.reach, LIST, [communityId, ...after, limit + 1])
  return pageOf(rows, limit, ({ id }) => [id], viewOf)
}

/** @throws ProblemError NOT_FOUND */
export async function readFundImport(database: Database, act: Act, communityId: string, id: string): Promise<FundImportRow> {
  const [row] = await database.read<Row>(act.reach, READ, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return viewOf(row)
}
