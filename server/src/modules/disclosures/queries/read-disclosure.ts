import { blockingFindings, type DisclosureFinding } from '@yinuo/contracts'
import { inOrder, type Total } from '@yinuo/disclosure-proof'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { LEDGER_CHANGED } from './copy.sql.ts'
import {
  editions,
  editionView,
  ROW,
  rowView,
  TOTALS,
  TOTALS_BEFORE,
  type EditionRow,
  type PeriodBefore,
  type Row,
} from './disclosure-row.ts'

const READ = {
  name: 'read-disclosure',
  text: `
    SELECT ${ROW}, c.name AS community, o.name AS company, d.notes, d.reason, d.bank_fen::float8 AS "bankFen", d.copied_at AS "copiedAt",
      d.edited_by_name AS "editedByName", d.checked_by_name AS "checkedByName", d.checked_at AS "checkedAt",
      d.returned_because AS "returnedBecause", d.posted_by_name AS "postedByName", d.head_hash AS "headHash",
      d.public_key AS "publicKey", d.version, d.edited_by AS "editedBy", d.checked_by AS "checkedBy", ${TOTALS} AS totals,
      ${TOTALS_BEFORE} AS before, ${editions('true')} AS editions, k.checklist
    FROM disclosures d JOIN communities c ON c.id = d.community_id JOIN companies o ON o.id = c.company_id
    LEFT JOIN disclosure_calendars k ON k.community_id = d.community_id
    WHERE d.community_id = $1 AND d.id = $2`,
}

type Found = Row & {
  community: string
  company: string
  notes: string
  reason: string
  bankFen: number | null
  copiedAt: Date
  editedByName: string | null
  checkedByName: string | null
  checkedAt: Date | null
  returnedBecause: string | null
  postedByName: string | null
  headHash: string | null
  publicKey: string | null
  version: number
  editedBy: string | null
  checkedBy: string | null
  totals: Total[]
  before: PeriodBefore | null
  editions: EditionRow[]
  checklist: string | null
}

export async function readDisclosure(database: Database, act: CallerAct, communityId: string, id: string) {
  const [found] = await database.read<Found>(act.reach, READ, [communityId, id])
  if (!found) throw new ProblemError('NOT_FOUND')
  const { editedBy, checkedBy, copiedAt, checkedAt, totals, editions: all, ...row } = found
  return {
    ...rowView(row),
    copiedAt: copiedAt.toISOString(),
    checkedAt: checkedAt?.toISOString() ?? null,
    totals: inOrder(totals),
    editions: all.map(editionView),
    mayCheck: editedBy !== act.actor.id,
    mayPost: checkedBy !== act.actor.id,
  }
}

const LAST_CLOSING = `
  (SELECT (x.head ->> 'closingFen')::bigint FROM disclosures x WHERE x.community_id = d.community_id AND x.fund = d.fund
     AND x.state = 'posted' AND x.period_to = d.period_from - 1 ORDER BY x.edition DESC LIMIT 1)`
const CLOSING = `(d.opening_fen + (SELECT coalesce(sum(CASE l.side WHEN 'received' THEN l.amount_fen ELSE -l.amount_fen END), 0)
  FROM disclosure_lines l WHERE l.community_id = d.community_id AND l.disclosure_id = d.id))`

const FINDINGS = {
  name: 'disclosure-findings',
  text: `
    SELECT ${LEDGER_CHANGED} AS "ledgerChanged",
      (SELECT b.closed_through >= d.period_to FROM ledger_books b WHERE b.community_id = d.community_id) IS NOT TRUE AS "ledgerOpen",
      (d.opening_fen - ${LAST_CLOSING})::float8 AS "openingDiffers", (d.bank_fen - ${CLOSING})::float8 AS "bankDiffers",
      (SELECT count(*)::int FROM overpayments x WHERE x.community_id = d.community_id AND x.state = 'open') AS overpaid,
      (SELECT count(*)::int FROM disclosure_lines l WHERE l.community_id = d.community_id AND l.disclosure_id = d.id AND l.side = 'spent'
         AND NOT EXISTS (SELECT FROM disclosure_vouchers v WHERE v.community_id = l.community_id AND v.disclosure_id = l.disclosure_id
           AND v.entry_id = l.entry_id AND v.entry_line = l.entry_line)) AS "vouchersMissing",
      (SELECT count(*)::int FROM disclosure_questions q JOIN disclosures x ON x.community_id = q.community_id AND x.id = q.disclosure_id
         WHERE q.community_id = d.community_id AND x.fund = d.fund AND q.answer IS NULL) AS "questionsOpen", d.notes = '' AS "notesEmpty"
    FROM disclosures d WHERE d.community_id = $1 AND d.id = $2`,
}

interface Facts {
  ledgerChanged: boolean
  ledgerOpen: boolean
  openingDiffers: number | null
  bankDiffers: number | null
  overpaid: number
  vouchersMissing: number
  questionsOpen: number
  notesEmpty: boolean
}

/** What somebody ought to know before they check or post it. */
export async function disclosureFindings(database: Database, act: CallerAct, communityId: string, id: string) {
  const [facts] = await database.read<Facts>(act.reach, FINDINGS, [communityId, id])
  if (!facts) throw new ProblemError('NOT_FOUND')
  const found: (false | [DisclosureFinding, { count?: number; amountFen?: number }])[] = [
    facts.ledgerChanged && ['ledger-changed', {}],
    facts.ledgerOpen && ['ledger-open', {}],
    Boolean(facts.openingDiffers) && ['opening-differs', { amountFen: facts.openingDiffers! }],
    facts.bankDiffers === null && ['bank-missing', {}],
    Boolean(facts.bankDiffers) && ['bank-differs', { amountFen: facts.bankDiffers! }],
    facts.overpaid > 0 && ['overpaid', { count: facts.overpaid }],
    facts.vouchersMissing > 0 && ['vouchers-missing', { count: facts.vouchersMissing }],
    facts.questionsOpen > 0 && ['questions-open', { count: facts.questionsOpen }],
    facts.notesEmpty && ['notes-empty', {}],
  ]
  return found
    .filter((each) => each !== false)
    .map(([finding, { count = null, amountFen = null }]) => ({
      finding,
      blocks: (blockingFindings as readonly string[]).includes(finding),
      count,
      amountFen,
    }))
}
