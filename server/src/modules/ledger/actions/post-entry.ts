import type { EntryKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { assertBalanced, withoutNothing, type EntryLine } from '../rules/index.ts'

/** What is written into the books of a community. */
export interface EntryDraft {
  communityId: string
  kind: EntryKind
  /** A sentence a person understands. */
  text: string
  /** What it is posted for: of each such thing there is one entry, however often it is asked for. */
  source: { kind: string; id: string }
  lines: readonly EntryLine[]
  /** The day (yyyy-mm-dd) it belongs to; today when left out. */
  bookedOn?: string
  /** The entry it reverses. */
  reverses?: string
}

/**
 * Writes one entry with its lines, in the caller's transaction; the same source a second time changes nothing.
 * @returns the entry's id, or null when there was one for this source already.
 * @throws ProblemError PERIOD_CLOSED when its day lies in a month that is closed; Error when debits and credits differ.
 */
export async function postEntry(tx: EntityManager, act: Act, draft: EntryDraft): Promise<string | null> {
  const lines = withoutNothing(draft.lines)
  assertBalanced(lines)
  const bookedOn = draft.bookedOn ?? todayIn(act)
  await refuseClosed(tx, draft.communityId, bookedOn)
  const id = newId(act.now)
  const posted = (await tx.query(
    `INSERT INTO ledger_entries (community_id, id, booked_on, kind, text, source_kind, source_id, reverses, posted_by, posted_by_name, posted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (community_id, source_kind, source_id) DO NOTHING RETURNING id`,
    [
      draft.communityId,
      id,
      bookedOn,
      draft.kind,
      draft.text,
      draft.source.kind,
      draft.source.id,
      draft.reverses ?? null,
      act.actor.id,
      act.actor.name,
      act.now,
    ],
  )) as unknown[]
  if (posted.length === 0) return null
  await tx.query(
    `INSERT INTO ledger_lines (community_id, entry_id, line, booked_on, account, side, amount_fen, fund, category, text, unit_id, bill_id,
       payment_id, published_as)
     SELECT $1, $2, row_number() OVER (), $3, l.account, l.side, l."amountFen", l.fund, l.category, coalesce(l.text, ''), l."unitId",
       l."billId", l."paymentId", l."publishedAs"
     FROM jsonb_to_recordset($4) AS l(account text, side text, "amountFen" bigint, fund text, category text, text text, "unitId" uuid,
       "billId" uuid, "paymentId" uuid, "publishedAs" text)`,
    [draft.communityId, id, bookedOn, JSON.stringify(lines)],
  )
  return id
}

/**
 * A month is closed only when nobody is writing into it: who posts holds the book by a shared lock until the end.
 * @throws ProblemError PERIOD_CLOSED
 */
export async function refuseClosed(tx: EntityManager, communityId: string, bookedOn: string): Promise<void> {
  const book = () =>
    tx.query(`SELECT closed_through >= $2 AS closed FROM ledger_books WHERE community_id = $1 FOR SHARE`, [
      communityId,
      bookedOn,
    ]) as Promise<{ closed: boolean | null }[]>
  let [found] = await book()
  if (!found) {
    await tx.query(`INSERT INTO ledger_books (community_id) VALUES ($1) ON CONFLICT DO NOTHING`, [communityId])
    ;[found] = await book()
  }
  if (found?.closed) throw new ProblemError('PERIOD_CLOSED', { day: bookedOn })
}
