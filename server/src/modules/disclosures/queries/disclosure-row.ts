import type { DisclosureState, Fund } from '@yinuo/contracts'
import type { Total } from '@yinuo/disclosure-proof'

/** What lists of the office know of a disclosure `d`. */
export const ROW = `
  d.id, d.fund, d.period_from::text AS "from", d.period_to::text AS "to", d.edition, d.due_on::text AS "dueOn", d.state,
  d.posted_at AS "postedAt", d.opening_fen::float8 AS "openingFen",
  (SELECT coalesce(sum(CASE l.side WHEN 'received' THEN l.amount_fen ELSE -l.amount_fen END), 0) + d.opening_fen
   FROM disclosure_lines l WHERE l.community_id = d.community_id AND l.disclosure_id = d.id)::float8 AS "closingFen",
  (SELECT count(*)::int FROM disclosure_lines l WHERE l.community_id = d.community_id AND l.disclosure_id = d.id) AS lines,
  (SELECT count(*)::int FROM disclosure_questions q WHERE q.community_id = d.community_id AND q.disclosure_id = d.id AND q.answer IS NULL)
    AS "openQuestions"`

export interface Row {
  id: string
  fund: Fund
  from: string
  to: string
  edition: number
  dueOn: string
  state: DisclosureState
  postedAt: Date | null
  openingFen: number
  closingFen: number
  lines: number
  openQuestions: number
}

export const rowView = <Given extends Row>({ postedAt, ...row }: Given) => ({ ...row, postedAt: postedAt?.toISOString() ?? null })

/** The sums of the lines of `d`, as a head has them but for their order. */
export const TOTALS = `
  (SELECT coalesce(json_agg(t), '[]') FROM (SELECT l.side, l.charge, sum(l.amount_fen)::float8 AS "amountFen", count(*)::int AS lines
     FROM disclosure_lines l WHERE l.community_id = d.community_id AND l.disclosure_id = d.id GROUP BY l.side, l.charge) t)`

/** The sums of what stands posted for the period before that of `d`. */
export const TOTALS_BEFORE = `
  (SELECT json_build_object('from', x.period_from, 'to', x.period_to, 'totals', x.head -> 'totals') FROM disclosures x
   WHERE x.community_id = d.community_id AND x.fund = d.fund AND x.state = 'posted' AND x.period_to < d.period_from
   ORDER BY x.period_from DESC, x.edition DESC LIMIT 1)`

export interface PeriodBefore {
  from: string
  to: string
  totals: Total[]
}

/** Every edition of the period of `d`, from the first. */
export const editions = (condition: string) => `
  (SELECT coalesce(json_agg(json_build_object('id', x.id, 'edition', x.edition, 'state', x.state, 'reason', x.reason,
     'postedAt', x.posted_at) ORDER BY x.edition), '[]')
   FROM disclosures x WHERE x.community_id = d.community_id AND x.fund = d.fund AND x.period_from = d.period_from AND ${condition})`

export interface EditionRow {
  id: string
  edition: number
  state: DisclosureState
  reason: string
  postedAt: string | null
}

export const editionView = ({ postedAt, ...edition }: EditionRow) => ({
  ...edition,
  postedAt: postedAt === null ? null : new Date(postedAt).toISOString(),
})
