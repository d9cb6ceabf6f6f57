import {
  bookLimits,
  type AccountSheet,
  type Fund,
  type LedgerAccount,
  type LedgerMonths,
  type TrialBalance,
} from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { cursorOf, readCursor } from '../../../platform/http/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { balanceOf, firstDayOf, lastDayOf, nextToClose } from '../rules/index.ts'

const TRIAL = {
  name: 'trial-balance',
  text: `
    SELECT l.account, coalesce(sum(l.amount_fen) FILTER (WHERE l.side = 'debit' AND l.booked_on < $2), 0)::float8 AS "debitBefore",
      coalesce(sum(l.amount_fen) FILTER (WHERE l.side = 'credit' AND l.booked_on < $2), 0)::float8 AS "creditBefore",
      coalesce(sum(l.amount_fen) FILTER (WHERE l.side = 'debit' AND l.booked_on >= $2), 0)::float8 AS "debitFen",
      coalesce(sum(l.amount_fen) FILTER (WHERE l.side = 'credit' AND l.booked_on >= $2), 0)::float8 AS "creditFen"
    FROM ledger_lines l WHERE l.community_id = $1 AND l.booked_on <= $3::date AND ($4::text IS NULL OR l.fund = $4)
    GROUP BY l.account`,
}

interface TrialRow {
  account: LedgerAccount
  debitBefore: number
  creditBefore: number
  debitFen: number
  creditFen: number
}

/** What each account held at the beginning of a month, what came on either side, and what it holds at its end. */
export async function trialBalance(
  database: Database,
  act: Act,
  communityId: string,
  { month, fund }: { month: string; fund?: Fund | undefined },
): Promise<TrialBalance> {
  const values = [communityId, firstDayOf(month), lastDayOf(month), fund ?? null]
  const rows = await database.read<TrialRow>(act.reach, TRIAL, values)
  return {
    month,
    accounts: rows.map(({ account, debitBefore, creditBefore, debitFen, creditFen }) => ({
      account,
      openingFen: balanceOf(account, debitBefore, creditBefore),
      debitFen,
      creditFen,
      closingFen: balanceOf(account, debitBefore + debitFen, creditBefore + creditFen),
    })),
    debitFen: rows.reduce((sum, row) => sum + row.debitFen, 0),
    creditFen: rows.reduce((sum, row) => sum + row.creditFen, 0),
  }
}

/** `$1` community, `$2` the first day of the first month. What is published goes by its sign: turned round it counts less. */
const MONTHS = {
  name: 'ledger-months',
  text: `
    WITH months AS (SELECT generate_series($2::date, $3::date, interval '1 month')::date AS month),
    moved AS (
      SELECT date_trunc('month', l.booked_on)::date AS month, sum(l.amount_fen) FILTER (WHERE l.side = 'debit') AS debit,
        sum(CASE l.side WHEN 'credit' THEN l.amount_fen ELSE -l.amount_fen END) FILTER (WHERE l.published_as IN ('received', 'refunded')) AS received,
        sum(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) FILTER (WHERE l.published_as = 'spent') AS spent
      FROM ledger_lines l WHERE l.community_id = $1 AND l.booked_on >= $2::date GROUP BY 1)
    SELECT to_char(m.month, 'YYYY-MM') AS month, coalesce(v.debit, 0)::float8 AS "movedFen", coalesce(v.received, 0)::float8 AS "receivedFen",
      coalesce(v.spent, 0)::float8 AS "spentFen", coalesce(b.closed_through >= m.month, false) AS closed,
      (SELECT json_build_object('what', c.what, 'byName', c.by_name, 'at', c.at, 'reason', c.reason) FROM ledger_closings c
        WHERE c.community_id = $1 AND c.month = m.month ORDER BY c.at DESC, c.id DESC LIMIT 1) AS last,
      b.closed_through::text AS "closedThrough", (SELECT min(booked_on)::text FROM ledger_entries WHERE community_id = $1) AS first
    FROM months m LEFT JOIN moved v ON v.month = m.month LEFT JOIN ledger_books b ON b.community_id = $1 ORDER BY m.month`,
}

type MonthRow = LedgerMonths['months'][number] & { closedThrough: string | null; first: string | null }

/** The latest two years by month, and which month is closed next. */
export async function ledgerMonths(database: Database, act: Act, communityId: string): Promise<LedgerMonths> {
  const today = todayIn(act)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const from = new Date(Date.UTC(year, month - bookLimits.months, 1)).toISOString().slice(0, 10)
  const rows = await database.read<MonthRow>(act.reach, MONTHS, [communityId, from, firstDayOf(today.slice(0, 7))])
  const next = nextToClose(rows[0]!.closedThrough, rows[0]!.first)
  return {
    next: next && lastDayOf(next) < today ? next : null,
    months: rows.map(({ closedThrough, first, last, ...row }) => ({
      ...row,
      last: last && { ...last, at: new Date(last.at).toISOString() },
    })),
  }
}

const SHEET = {
  name: 'account-sheet',
  text: `
    WITH opening AS (
      SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END), 0) AS fen FROM ledger_lines
      WHERE community_id = $1 AND account = $2 AND booked_on < $3 AND ($5::text IS NULL OR fund = $5)),
    lines AS (
      SELECT l.*, opening.fen + sum(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END)
        OVER (ORDER BY l.booked_on, l.entry_id, l.line) AS balance
      FROM ledger_lines l CROSS JOIN opening
      WHERE l.community_id = $1 AND l.account = $2 AND l.booked_on BETWEEN $3::date AND $4::date AND ($5 IS NULL OR l.fund = $5))
    SELECT opening.fen::float8 AS "openingFen", l.entry_id AS "entryId", l.line, l.booked_on::text AS "bookedOn", e.kind, l.side,
      l.amount_fen::float8 AS "amountFen", l.fund, l.category, coalesce(nullif(l.text, ''), e.text) AS text, l.balance::float8 AS balance
    FROM opening LEFT JOIN (lines l JOIN ledger_entries e ON e.community_id = l.community_id AND e.id = l.entry_id)
      ON $6::date IS NULL OR (l.booked_on, l.entry_id, l.line) > ($6, $7::uuid, $8::int)
    ORDER BY l.booked_on, l.entry_id, l.line LIMIT $9`,
}

type SheetRow = AccountSheet['items'][number] & { openingFen: number; balance: number }

export interface SheetWish {
  account: LedgerAccount
  month: string
  fund?: Fund | undefined
  cursor?: string | undefined
  limit: number
}

/** Every line of an account in a month with what it held afterwards, seen from its usual side. */
export async function accountSheet(database: Database, act: Act, communityId: string, wish: SheetWish): Promise<AccountSheet> {
  const { account, month, fund, cursor, limit } = wish
  const after = readCursor(cursor, 3) ?? [null, null, null]
  const values = [communityId, account, firstDayOf(month), lastDayOf(month), fund ?? null, ...after, limit + 1]
  const found = await database.read<SheetRow>(act.reach, SHEET, values)
  const rows = found.filter(({ entryId }) => entryId !== null)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    openingFen: balanceOf(account, found[0]!.openingFen, 0),
    items: shown.map(({ openingFen, balance, ...row }) => ({ ...row, balanceFen: balanceOf(account, balance, 0) })),
    nextCursor: rows.length > limit && last ? cursorOf([last.bookedOn, last.entryId, last.line]) : null,
  }
}
