import type pg from 'pg'
import type { Model } from './model.ts'
import type { Till } from './till.ts'

/** How things stand according to the model. */
export const standingOf = (model: Model) => ({
  bills: model.bills.map(({ fen, paid, reversed }) => ({ fen, paid, reversed })),
  payments: model.payments.map(({ state, fen, refunded, parts, over }) => ({
    ...{ state, fen, refunded, over },
    parts: Object.fromEntries(parts.map(({ bill, settled, refunded: back }) => [bill, [settled, back]])),
  })),
  refunds: model.refunds.map(({ state, fen }) => ({ state, fen })),
  balances: model.balances,
  receipts: model.payments.filter(({ state }) => state === 'paid').length,
  books: Object.fromEntries([...model.books].filter(([, fen]) => fen !== 0)),
})

const STANDING = `
  SELECT
    (SELECT json_agg(json_build_object('fen', amount_fen, 'paid', paid_fen, 'reversed', reversed_at IS NOT NULL)
       ORDER BY array_position($2::uuid[], id)) FROM bills WHERE community_id = $1) AS bills,
    (SELECT json_agg(json_build_object('state', p.state, 'fen', p.amount_fen, 'refunded', p.refunded_fen,
        'over', (SELECT json_build_object('fen', o.amount_fen, 'reason', o.reason, 'state', o.state) FROM overpayments o
           WHERE o.community_id = $1 AND o.payment_id = p.id),
        'parts', (SELECT coalesce(json_object_agg(array_position($2::uuid[], bill_id) - 1, json_build_array(settled_fen, refunded_fen)), '{}')
           FROM payment_parts t WHERE t.community_id = $1 AND t.payment_id = p.id))
       ORDER BY array_position($3::uuid[], id)) FROM payments p WHERE community_id = $1) AS payments,
    (SELECT json_agg(json_build_object('state', state, 'fen', amount_fen) ORDER BY array_position($4::uuid[], id))
       FROM refunds WHERE community_id = $1) AS refunds,
    (SELECT json_agg(coalesce((SELECT balance_fen FROM unit_balances WHERE community_id = $1 AND unit_id = u.id), 0) ORDER BY u.at)
       FROM unnest($5::uuid[]) WITH ORDINALITY AS u (id, at)) AS balances,
    (SELECT count(*)::int FROM receipts WHERE community_id = $1) AS receipts,
    (SELECT json_object_agg(word, fen) FROM (
       SELECT concat(to_char(booked_on, 'YYYY-MM'), ' ', what, ' ', coalesce(fund, '-')) AS word,
         sum(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END) AS fen
       FROM ledger_lines, LATERAL (VALUES (account), (published_as)) AS w (what)
       WHERE community_id = $1 AND what IS NOT NULL GROUP BY 1) sums WHERE fen <> 0) AS books`

/** How things stand in the database, in the same words. */
export async function standingIn(owner: pg.Pool, { community, bills, payments, refunds, units }: Till) {
  const { rows } = await owner.query<Record<string, unknown>>(STANDING, [community.id, bills, payments, refunds, units])
  const { bills: asked, payments: paid, refunds: back, books, ...more } = rows[0]!
  return { ...more, bills: asked ?? [], payments: paid ?? [], refunds: back ?? [], books: books ?? {} }
}
