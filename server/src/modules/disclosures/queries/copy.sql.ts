import { incomeCategories, spendingCategories } from '@yinuo/contracts'

/** What a fund gains by a line of the books `r`. */
export const GAIN = `CASE r.side WHEN 'credit' THEN r.amount_fen ELSE -r.amount_fen END`

const literal = (labels: object) => `'${JSON.stringify(labels).replaceAll("'", "''")}'::jsonb`

/** A charge has a name; a category of spending or other income is a code. */
const CHARGE = `coalesce(
  CASE r.published_as WHEN 'spent' THEN ${literal(spendingCategories)} ELSE ${literal(incomeCategories)} END ->> r.category,
  nullif(r.category, ''), '其他')`

/** Of a household's money nothing is said but what it was for. */
const TEXT = `CASE WHEN coalesce(r.unit_id, r.bill_id, r.payment_id) IS NULL THEN coalesce(nullif(r.text, ''), e.text) ELSE '' END`

/**
 * The lines of the books that belong to disclosures, frozen with a salt each: for `disclosures`, a relation with community_id, id,
 * fund, period_from and period_to.
 */
export const copyLines = (disclosures: string) => `
  INSERT INTO disclosure_lines (community_id, disclosure_id, number, day, side, charge, amount_fen, text, entry_id, entry_line,
    payment_id, bill_id, salt)
  SELECT r.community_id, d.id, row_number() OVER (PARTITION BY d.id ORDER BY r.booked_on, r.entry_id, r.line), r.booked_on,
    r.published_as, ${CHARGE}, CASE r.published_as WHEN 'received' THEN 1 ELSE -1 END * (${GAIN}), ${TEXT}, r.entry_id, r.line,
    r.payment_id, r.bill_id, gen_random_uuid()
  FROM ${disclosures} d
  JOIN ledger_lines r ON r.community_id = d.community_id AND r.fund = d.fund AND r.published_as IS NOT NULL
    AND r.booked_on BETWEEN d.period_from AND d.period_to
  JOIN ledger_entries e ON e.community_id = r.community_id AND e.id = r.entry_id`

/** What the fund had before a day. */
export const openingBefore = (community: string, fund: string, day: string) => `
  (SELECT coalesce(sum(${GAIN}), 0) FROM ledger_lines r
   WHERE r.community_id = ${community} AND r.fund = ${fund} AND r.published_as IS NOT NULL AND r.booked_on < ${day})`

/** Whether the books have lines for disclosure `d` that its copy has not. They are only ever added to. */
export const LEDGER_CHANGED = `
  (SELECT (count(*), coalesce(sum(${GAIN}), 0)) FROM ledger_lines r WHERE r.community_id = d.community_id AND r.fund = d.fund
     AND r.published_as IS NOT NULL AND r.booked_on BETWEEN d.period_from AND d.period_to)
  IS DISTINCT FROM
  (SELECT (count(*), coalesce(sum(CASE l.side WHEN 'received' THEN l.amount_fen ELSE -l.amount_fen END), 0)) FROM disclosure_lines l
   WHERE l.community_id = d.community_id AND l.disclosure_id = d.id)`
