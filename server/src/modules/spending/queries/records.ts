import {
  bookLimits,
  type Fund,
  type FundRecordRow,
  type FundRecordRules,
  type FundRecordSide,
  type FundRecordState,
  type FundRecordView,
  type Page,
} from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import type { FileLinks } from '../../../platform/files/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import { voucherViews, VOUCHERS, type VoucherRow } from '../../ledger/index.ts'

const ROW = `
  r.id, r.side, r.fund, r.category, r.amount_fen::float8 AS "amountFen", r.happened_on::text AS "happenedOn", r.account,
  r.supplier_id AS "supplierId", s.name AS "supplierName", r.reference, r.text, r.state, r.entered_by AS "enteredBy",
  r.entered_by_name AS "enteredByName", r.entered_at AS "enteredAt", r.decided_by_name AS "decidedByName",
  coalesce(r.refused_because, r.reversed_because) AS because, r.entry_id AS "entryId", r.version,
  (SELECT count(*)::int FROM ledger_vouchers v WHERE v.community_id = r.community_id AND v.source_id = r.id) AS vouchers`

const FROM = `fund_records r LEFT JOIN suppliers s ON s.company_id = r.company_id AND s.id = r.supplier_id`

const LIST = {
  name: 'list-fund-records',
  text: `
    SELECT ${ROW} FROM ${FROM}
    WHERE r.community_id = $1 AND ($2::text IS NULL OR r.side = $2) AND ($3::text IS NULL OR r.fund = $3)
      AND ($4::text IS NULL OR r.category = $4) AND ($5::uuid IS NULL OR r.supplier_id = $5) AND ($6::text IS NULL OR r.state = $6)
      AND ($7::date IS NULL OR r.happened_on >= $7) AND ($8::date IS NULL OR r.happened_on <= $8)
      AND ($9::text IS NULL OR r.text ILIKE '%' || $9 || '%' OR r.reference ILIKE $9 || '%' OR s.name ILIKE '%' || $9 || '%')
      AND ($10::date IS NULL OR (r.happened_on, r.id) < ($10, $11::uuid))
    ORDER BY r.happened_on DESC, r.id DESC LIMIT $12`,
}

const READ = {
  name: 'read-fund-record',
  text: `
    SELECT ${ROW}, p.papers FROM ${FROM}
    CROSS JOIN LATERAL (SELECT ${VOUCHERS} AS papers FROM (SELECT r.community_id, r.id AS source_id) e) p
    WHERE r.community_id = $1 AND r.id = $2`,
}

type Row = Omit<FundRecordRow, 'enteredAt'> & { enteredAt: Date }

const rowView = <Given extends Row>({ enteredAt, ...row }: Given) => ({ ...row, enteredAt: enteredAt.toISOString() })

export interface RecordWish {
  query?: string | undefined
  side?: FundRecordSide | undefined
  fund?: Fund | undefined
  category?: string | undefined
  supplierId?: string | undefined
  state?: FundRecordState | undefined
  from?: string | undefined
  to?: string | undefined
  cursor?: string | undefined
  limit: number
}

export async function listRecords(
  database: Database,
  act: Act,
  communityId: string,
  wish: RecordWish,
): Promise<Page<FundRecordRow>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const { side, fund, category, supplierId, state, from, to, query } = wish
  const filters = [side, fund, category, supplierId, state, from, to, query?.replace(/[\\%_]/g, '\\$&')].map(
    (each) => each ?? null,
  )
  const rows = await database.read<Row>(act.reach, LIST, [communityId, ...filters, ...after, wish.limit + 1])
  return pageOf(rows, wish.limit, (row) => [row.happenedOn, row.id], rowView)
}

/** @throws ProblemError NOT_FOUND */
export async function readRecord(
  database: Database,
  links: FileLinks,
  act: Act,
  communityId: string,
  id: string,
): Promise<FundRecordView> {
  const [row] = await database.read<Row & { papers: VoucherRow[] }>(act.reach, READ, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { papers, ...rest } = row
  return { ...rowView(rest), papers: voucherViews(papers, links, act) }
}

const RULES = {
  name: 'fund-record-rules',
  text: `
    SELECT coalesce((SELECT approve_above_fen FROM fund_record_rules WHERE community_id = $1), $2)::float8 AS "approveAboveFen",
      (SELECT count(*)::int FROM fund_records WHERE community_id = $1 AND state = 'asked') AS waiting`,
}

/** Above which amount a second person is needed, and how many records wait for one. */
export async function recordRules(database: Database, act: Act, communityId: string): Promise<FundRecordRules> {
  const [rules] = await database.read<FundRecordRules>(act.reach, RULES, [communityId, bookLimits.approveAboveFen])
  return rules!
}
