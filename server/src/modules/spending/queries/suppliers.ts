import type { Page, SupplierRow } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const ROW = `id, name, contact, phone, tax_number AS "taxNumber", note, stopped_on IS NOT NULL AS stopped, version`

const LIST = {
  name: 'list-suppliers',
  text: `
    SELECT ${ROW} FROM suppliers
    WHERE company_id = $1 AND ($2 OR stopped_on IS NULL) AND ($3::text IS NULL OR name ILIKE '%' || $3 || '%' OR contact ILIKE '%' || $3 || '%')
      AND ($4::text IS NULL OR (name, id) > ($4, $5::uuid))
    ORDER BY name, id LIMIT $6`,
}

const READ = { name: 'read-supplier', text: `SELECT ${ROW} FROM suppliers WHERE company_id = $1 AND id = $2` }

export interface SupplierListWish {
  query?: string | undefined
  stopped?: boolean | undefined
  cursor?: string | undefined
  limit: number
}

export async function listSuppliers(database: Database, act: CallerAct, wish: SupplierListWish): Promise<Page<SupplierRow>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const { companyId } = act.caller.staff!
  const filters = [wish.stopped ?? false, wish.query?.replace(/[\\%_]/g, '\\$&') ?? null]
  const rows = await database.read<SupplierRow>(act.reach, LIST, [companyId, ...filters, ...after, wish.limit + 1])
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.name, row.id],
    (row) => row,
  )
}

/** @throws ProblemError NOT_FOUND */
export async function readSupplier(database: Database, act: CallerAct, id: string): Promise<SupplierRow> {
  const [row] = await database.read<SupplierRow>(act.reach, READ, [act.caller.staff!.companyId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return row
}
