import type { ImportedKind, ImportFault, ImportLeftover, Page } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import { columns, type Column } from '../sheet/columns.ts'
import type { Fault } from '../sheet/household-row.ts'

const FAULTS = {
  name: 'list-import-faults',
  text: `
    SELECT ordinal, row_number, column_name, content, reason FROM import_faults
    WHERE community_id = $1 AND batch_id = $2 AND ordinal > $3::int ORDER BY ordinal LIMIT $4`,
}

const LEFT = {
  name: 'list-import-leftovers',
  text: `
    SELECT i.table_name, i.row_id, i.left_because, coalesce(b.name, u.label, r.name, p.number, v.plate, hu.label || ' ' || hr.name, '') AS label
    FROM (
      SELECT * FROM import_changes
      WHERE community_id = $1 AND batch_id = $2 AND left_because IS NOT NULL
        AND ($3::text IS NULL OR (table_name, row_id) > ($3, $4::uuid))
      ORDER BY table_name, row_id LIMIT $5
    ) i
    LEFT JOIN buildings b ON i.table_name = 'buildings' AND b.community_id = $1 AND b.id = i.row_id
    LEFT JOIN units u ON i.table_name = 'units' AND u.community_id = $1 AND u.id = i.row_id
    LEFT JOIN residents r ON i.table_name = 'residents' AND r.community_id = $1 AND r.id = i.row_id
    LEFT JOIN parking_spaces p ON i.table_name = 'parking_spaces' AND p.community_id = $1 AND p.id = i.row_id
    LEFT JOIN vehicles v ON i.table_name = 'vehicles' AND v.community_id = $1 AND v.id = i.row_id
    LEFT JOIN residencies h ON i.table_name = 'residencies' AND h.community_id = $1 AND h.id = i.row_id
    LEFT JOIN units hu ON hu.community_id = $1 AND hu.id = h.unit_id
    LEFT JOIN residents hr ON hr.community_id = $1 AND hr.id = h.resident_id
    ORDER BY i.table_name, i.row_id`,
}

interface FaultRow {
  ordinal: number
  row_number: number
  column_name: Column | null
  content: string
  reason: string
}

interface LeftRow {
  table_name: ImportedKind
  row_id: string
  left_because: string
  label: string
}

interface PageWish {
  cursor?: string | undefined
  limit: number
}

export async function listFaults(
  database: Database,
  act: Act,
  { communityId, id }: { communityId: string; id: string },
  wish: PageWish,
): Promise<Page<ImportFault>> {
  const [after] = readCursor(wish.cursor, 1) ?? [0]
  const rows = await database.read<FaultRow>(act.reach, FAULTS, [communityId, id, Number(after) || 0, wish.limit + 1])
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.ordinal],
    ({ row_number, column_name, content, reason }) => ({
      row: row_number,
      column: column_name && columns[column_name].title,
      content,
      reason,
    }),
  )
}

/** Every fault, to mark the cells by. */
export async function allFaults(database: Database, act: Act, communityId: string, id: string): Promise<Fault[]> {
  const rows = await database.read<FaultRow>(act.reach, FAULTS, [communityId, id, 0, null])
  return rows.map(({ row_number, column_name, content, reason }) => ({ row: row_number, column: column_name, content, reason }))
}

/** What an undo left as it is, and why. */
export async function listLeftovers(
  database: Database,
  act: Act,
  { communityId, id }: { communityId: string; id: string },
  wish: PageWish,
): Promise<Page<ImportLeftover>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const rows = await database.read<LeftRow>(act.reach, LEFT, [communityId, id, ...after, wish.limit + 1])
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.table_name, row.row_id],
    (row) => ({ kind: row.table_name, id: row.row_id, label: row.label, reason: row.left_because }),
  )
}
