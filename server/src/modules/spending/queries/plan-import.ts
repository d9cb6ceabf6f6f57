import { bookLimits } from '@yinuo/contracts'
import { newAmong, type RecordKey } from '../rules/index.ts'
import { fundColumns } from '../sheet/columns.ts'
import type { FundFault, FundRow } from '../sheet/fund-row.ts'

/** What the rows of a sheet are held against. */
export const REGISTER = {
  name: 'register-for-import',
  text: `
    SELECT (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'stopped', stopped_on IS NOT NULL)), '[]')
        FROM suppliers WHERE company_id = $2 AND name = ANY ($3::text[])) AS suppliers,
      (SELECT closed_through::text FROM ledger_books WHERE community_id = $1) AS "closedThrough",
      coalesce((SELECT approve_above_fen FROM fund_record_rules WHERE community_id = $1), $5)::float8 AS "approveAboveFen",
      (SELECT coalesce(json_agg(k), '[]') FROM (
        SELECT r.side, r.fund, r.category, r.amount_fen AS "amountFen", r.happened_on::text AS "happenedOn", r.account,
          r.supplier_id AS "supplierId", r.reference, r.text, count(*)::int AS count
        FROM fund_records r LEFT JOIN fund_imports i ON i.community_id = r.community_id AND i.id = r.import_id
        WHERE r.community_id = $1 AND r.happened_on = ANY ($4::date[]) AND i.undone_at IS NULL
        GROUP BY r.side, r.fund, r.category, r.amount_fen, r.happened_on, r.account, r.supplier_id, r.reference, r.text) k) AS known`,
}

export interface Register {
  suppliers: { id: string; name: string; stopped: boolean }[]
  closedThrough: string | null
  approveAboveFen: number
  known: (RecordKey & { count: number })[]
}

export function registerValues(communityId: string, companyId: string, rows: readonly FundRow[]): unknown[] {
  const names = [...new Set(rows.flatMap(({ supplierName }) => supplierName ?? []))]
  const days = [...new Set(rows.map(({ happenedOn }) => happenedOn))]
  return [communityId, companyId, names, days, bookLimits.approveAboveFen]
}

export type PlannedRow = FundRow & { supplierId: string | null }

/** Which rows are entered, by the rules of entering by hand, and what stands in the way of which. */
export function planImport(
  rows: readonly FundRow[],
  { suppliers, closedThrough, approveAboveFen, known }: Register,
  today: string,
): { fresh: PlannedRow[]; waiting: number; faults: FundFault[] } {
  const inUse = new Map(suppliers.filter(({ stopped }) => !stopped).map(({ name, id }) => [name, id]))
  const stopped = new Map(suppliers.filter((supplier) => supplier.stopped).map(({ name, id }) => [name, id]))
  const named = (name: string | null) => (name === null ? null : (inUse.get(name) ?? stopped.get(name) ?? null))
  const fresh = newAmong(
    rows.map((row) => ({ ...row, supplierId: named(row.supplierName) })),
    known,
  )
  const faults = fresh.flatMap((row) => {
    const { happenedOn, supplierName } = row
    const wrong: FundFault[] = []
    const say = (column: 'day' | 'supplier', content: string, reason: string) =>
      wrong.push({ row: row.row, column, content, reason: `${fundColumns[column].title}${reason}` })
    if (happenedOn > today) say('day', happenedOn, '不能晚于今天')
    if (closedThrough && happenedOn <= closedThrough) say('day', happenedOn, '所在的月份已经结账，不能再登记')
    if (supplierName && !inUse.has(supplierName))
      say('supplier', supplierName, stopped.has(supplierName) ? '已停用，请另选或先恢复使用' : '没有登记，请先在“供应商”里添加')
    return wrong
  })
  return { fresh, waiting: fresh.filter(({ amountFen }) => amountFen > approveAboveFen).length, faults }
}
