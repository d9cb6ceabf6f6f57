import { ageBandFrom, ageBands, codesOf, type AgeBand } from '@yinuo/contracts'
import { IS_OWED } from '../../billing/index.ts'

/** What is owed of a bill `b`. */
export const OWED = '(b.amount_fen - b.waived_fen - b.paid_fen)'

/** Due before `today` and not paid, as a condition over `b`. */
export const overdue = (today: string) => `(${IS_OWED} AND b.due_on < ${today})`

/** In which band so many days lie. */
export const bandOf = (days: string) =>
  `CASE ${[...codesOf(ageBands)]
    .reverse()
    .map((band: AgeBand) => `WHEN ${days} >= ${ageBandFrom[band]} THEN '${band}'`)
    .join(' ')} END`

/**
 * Who answers for a household's bills: owners and tenants who live there today and did when one of the bills that are owed ran.
 * `unit` and `community` are SQL, `h` the residency, `r` the resident.
 */
export const answersFor = (community: string, unit: string, today: string) => `
  residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id AND r.erased_at IS NULL
  WHERE h.community_id = ${community} AND h.unit_id = ${unit} AND h.role IN ('owner', 'tenant') AND h.valid_from <= ${today}
    AND (h.valid_until IS NULL OR h.valid_until >= ${today})
    AND EXISTS (SELECT FROM bills b WHERE b.community_id = ${community} AND b.unit_id = ${unit} AND ${IS_OWED} AND b.period_to >= h.valid_from)`

/** A wording with what stands for the household put in. */
export const filledIn = (of: { wording: string; label: string; bills: string; owed: string; due: string }) => `
  replace(replace(replace(replace(${of.wording}, '{房屋}', ${of.label}), '{笔数}', (${of.bills})::text),
    '{金额}', to_char((${of.owed}) / 100.0, 'FM999,999,999,990.00')), '{缴费日}', (${of.due})::text)`
