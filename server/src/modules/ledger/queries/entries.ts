import type { EntryKind, Fund, LedgerAccount, LedgerEntryRow, LedgerEntryView, LedgerLine, Page, Voucher } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import type { FileLinks } from '../../../platform/files/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'
import { voucherViews, VOUCHERS, type VoucherRow } from './vouchers.sql.ts'

const ROW = `
  e.id, e.booked_on::text AS "bookedOn", e.kind, e.text, e.posted_by_name AS "postedByName", e.posted_at AS "postedAt", e.reverses,
  (SELECT r.id FROM ledger_entries r WHERE r.community_id = e.community_id AND r.reverses = e.id) AS "reversedBy",
  (SELECT coalesce(sum(l.amount_fen), 0)::float8 FROM ledger_lines l
    WHERE l.community_id = e.community_id AND l.entry_id = e.id AND l.side = 'debit') AS "amountFen",
  ARRAY(SELECT DISTINCT l.fund FROM ledger_lines l
    WHERE l.community_id = e.community_id AND l.entry_id = e.id AND l.fund IS NOT NULL ORDER BY 1) AS funds,
  (SELECT count(*)::int FROM ledger_vouchers v WHERE v.community_id = e.community_id AND v.source_id = e.source_id) AS vouchers`

const LIST = {
  name: 'list-ledger-entries',
  text: `
    SELECT ${ROW}
    FROM (SELECT * FROM ledger_entries e
      WHERE e.community_id = $1 AND ($2::text IS NULL OR e.kind = $2) AND ($3::date IS NULL OR e.booked_on >= $3)
        AND ($4::date IS NULL OR e.booked_on <= $4) AND ($5::text IS NULL OR e.text ILIKE '%' || $5 || '%' OR e.posted_by_name = $5)
        AND (($6::text IS NULL AND $7::text IS NULL) OR EXISTS (SELECT FROM ledger_lines l
          WHERE l.community_id = e.community_id AND l.entry_id = e.id AND ($6 IS NULL OR l.account = $6) AND ($7 IS NULL OR l.fund = $7)))
        AND ($8::date IS NULL OR (e.booked_on, e.id) < ($8, $9::uuid))
      ORDER BY e.booked_on DESC, e.id DESC LIMIT $10) e
    ORDER BY e.booked_on DESC, e.id DESC`,
}

const READ = {
  name: 'read-ledger-entry',
  text: `
    SELECT ${ROW},
      (SELECT json_agg(json_build_object('account', l.account, 'side', l.side, 'amountFen', l.amount_fen, 'fund', l.fund,
        'category', l.category, 'text', l.text, 'unitLabel', u.label, 'publishedAs', l.published_as) ORDER BY l.line)
       FROM ledger_lines l LEFT JOIN units u ON u.community_id = l.community_id AND u.id = l.unit_id
       WHERE l.community_id = e.community_id AND l.entry_id = e.id) AS lines,
      ${VOUCHERS} AS papers
    FROM ledger_entries e WHERE e.community_id = $1 AND e.id = $2`,
}

type Row = Omit<LedgerEntryRow, 'postedAt'> & { postedAt: Date }
type ReadRow = Row & { lines: LedgerLine[]; papers: VoucherRow[] }

const rowView = <Given extends Row>({ postedAt, ...row }: Given) => ({ ...row, postedAt: postedAt.toISOString() })

export interface EntryWish {
  query?: string | undefined
  account?: LedgerAccount | undefined
  fund?: Fund | undefined
  kind?: EntryKind | undefined
  from?: string | undefined
  to?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Every percent sign and underscore stands for itself. */
export const plainPattern = (query: string | undefined) => query?.replace(/[\\%_]/g, '\\$&') ?? null

/** Entries of a community, the latest day first. */
export async function listEntries(
  database: Database,
  act: Act,
  communityId: string,
  { query, account, fund, kind, from, to, cursor, limit }: EntryWish,
): Promise<Page<LedgerEntryRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const filters = [kind ?? null, from ?? null, to ?? null, plainPattern(query), account ?? null, fund ?? null]
  const rows = await database.read<Row>(act.reach, LIST, [communityId, ...filters, ...after, limit + 1])
  return pageOf(rows, limit, (row) => [row.bookedOn, row.id], rowView)
}

/** @throws ProblemError NOT_FOUND */
export async function readEntry(
  database: Database,
  links: FileLinks,
  act: Act,
  communityId: string,
  id: string,
): Promise<LedgerEntryView> {
  const [row] = await database.read<ReadRow>(act.reach, READ, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { papers, ...rest } = row
  const shown: Voucher[] = voucherViews(papers, links, act)
  return { ...rowView(rest), papers: shown }
}
