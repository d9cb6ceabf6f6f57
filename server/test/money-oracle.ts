import { expect } from '@jest/globals'
import type pg from 'pg'

/** What does not agree: the rule that is broken, and the row it is broken by. */
export interface Disagreement {
  rule: string
  communityId: string | null
  /** The bill, payment, refund, entry, unit … it is about. */
  about: string
  says: string
}

/** Which way a line goes: what stands on the credit side is above nothing. */
const CREDIT = `CASE l.side WHEN 'credit' THEN l.amount_fen ELSE -l.amount_fen END`

/**
 * The rules of the books (FIN-01 … FIN-05), in plain SQL and independent of the services' code. Each statement answers with what breaks
 * its rule: community, what it is about, what it says. A reversed bill has given back what was paid for it: its parts count no longer.
 */
const rules: Record<string, string> = {
  'debits and credits of an entry are equal': `
    SELECT e.community_id, e.id::text, concat('debits less credits ', sum(-(${CREDIT})), ', lines ', count(l.line))
    FROM ledger_entries e LEFT JOIN ledger_lines l ON l.community_id = e.community_id AND l.entry_id = e.id
    GROUP BY e.community_id, e.id HAVING count(l.line) < 2 OR sum(${CREDIT}) <> 0`,

  'debits and credits of all books are equal': `
    SELECT l.community_id, 'books', sum(${CREDIT})::text FROM ledger_lines l GROUP BY l.community_id HAVING sum(${CREDIT}) <> 0`,

  'a line lies on the day of its entry': `
    SELECT l.community_id, l.entry_id::text, concat(l.booked_on, ' in ', e.booked_on)
    FROM ledger_lines l JOIN ledger_entries e ON e.community_id = l.community_id AND e.id = l.entry_id WHERE l.booked_on <> e.booked_on`,

  'I1 the ledger lines of a bill are what was paid for it': `
    SELECT b.community_id, b.id::text, concat('paid ', b.paid_fen, ', ledger ', coalesce(sum(${CREDIT}), 0))
    FROM bills b LEFT JOIN ledger_lines l ON l.community_id = b.community_id AND l.bill_id = b.id AND l.account = 'receivable'
      AND l.published_as IN ('received', 'refunded')
    GROUP BY b.community_id, b.id, b.paid_fen HAVING b.paid_fen <> coalesce(sum(${CREDIT}), 0)`,

  'I1 what was paid for a bill is what its payments settled, less what was refunded': `
    SELECT b.community_id, b.id::text, concat('paid ', b.paid_fen, ', settled ', coalesce(sum(p.settled_fen - p.refunded_fen), 0))
    FROM bills b LEFT JOIN payment_parts p ON p.community_id = b.community_id AND p.bill_id = b.id
    WHERE b.reversed_at IS NULL
    GROUP BY b.community_id, b.id, b.paid_fen HAVING b.paid_fen <> coalesce(sum(p.settled_fen - p.refunded_fen), 0)`,

  'I1 nothing is paid or waived beyond the amount of a bill': `
    SELECT community_id, id::text, concat(paid_fen, ' + ', waived_fen, ' of ', amount_fen) FROM bills
    WHERE paid_fen + waived_fen > amount_fen OR paid_fen < 0 OR waived_fen < 0 OR (reversed_at IS NOT NULL AND paid_fen <> 0)`,

  'a payment is what it settled, what was paid ahead and what was too much': `
    SELECT p.community_id, p.id::text,
      concat(p.state, ' ', p.amount_fen, ', settled ', t.settled, ', ahead ', p.ahead_fen, ', over ', coalesce(o.amount_fen, 0))
    FROM payments p
    CROSS JOIN LATERAL (SELECT coalesce(sum(settled_fen) FILTER (WHERE b.reversed_at IS NULL), 0) AS settled, coalesce(sum(settled_fen), 0) AS ever
      FROM payment_parts t JOIN bills b ON b.community_id = t.community_id AND b.id = t.bill_id
      WHERE t.community_id = p.community_id AND t.payment_id = p.id) t
    LEFT JOIN overpayments o ON o.community_id = p.community_id AND o.payment_id = p.id
    WHERE CASE p.state
      WHEN 'paid' THEN p.amount_fen NOT BETWEEN t.settled + p.ahead_fen + coalesce(o.amount_fen, 0) AND t.ever + p.ahead_fen + coalesce(o.amount_fen, 0)
      ELSE t.ever <> 0 OR o.amount_fen IS NOT NULL END`,

  'what was refunded of a payment are its refunds that are done': `
    SELECT p.community_id, p.id::text, concat('refunded ', p.refunded_fen, ', done ', coalesce(sum(r.amount_fen), 0))
    FROM payments p LEFT JOIN refunds r ON r.community_id = p.community_id AND r.payment_id = p.id AND r.state = 'done'
    GROUP BY p.community_id, p.id, p.refunded_fen, p.amount_fen
    HAVING p.refunded_fen <> coalesce(sum(r.amount_fen), 0) OR p.refunded_fen > p.amount_fen`,

  'a refund is the sum of its parts': `
    SELECT r.community_id, r.id::text, concat(r.amount_fen, ', parts ', r.overpaid_fen + r.ahead_fen + coalesce(sum(t.amount_fen), 0))
    FROM refunds r LEFT JOIN refund_parts t ON t.community_id = r.community_id AND t.refund_id = r.id
    GROUP BY r.community_id, r.id, r.amount_fen, r.overpaid_fen, r.ahead_fen
    HAVING r.amount_fen <> r.overpaid_fen + r.ahead_fen + coalesce(sum(t.amount_fen), 0)`,

  'what was refunded of a part are the refunds that are done': `
    SELECT t.community_id, t.payment_id::text, concat('bill ', t.bill_id, ': ', t.refunded_fen, ', done ', coalesce(sum(rp.amount_fen), 0))
    FROM payment_parts t
    LEFT JOIN (refund_parts rp JOIN refunds r ON r.community_id = rp.community_id AND r.id = rp.refund_id AND r.state = 'done')
      ON r.community_id = t.community_id AND r.payment_id = t.payment_id AND rp.bill_id = t.bill_id
    GROUP BY t.community_id, t.payment_id, t.bill_id, t.refunded_fen HAVING t.refunded_fen <> coalesce(sum(rp.amount_fen), 0)`,

  'I2 a transaction is counted once': `
    SELECT NULL::uuid, transaction_id, concat('payments ', string_agg(id::text, ', ')) FROM payments WHERE transaction_id IS NOT NULL
    GROUP BY transaction_id HAVING count(*) > 1`,

  'I2 a payment is in the books once, and only when it is paid': `
    SELECT p.community_id, p.id::text, concat(p.state, ', entries ', count(e.id))
    FROM payments p LEFT JOIN ledger_entries e ON e.community_id = p.community_id AND e.source_id = p.id
      AND e.kind = CASE p.way WHEN 'balance' THEN 'balance-use' ELSE 'payment' END
    GROUP BY p.community_id, p.id, p.state HAVING count(e.id) <> CASE p.state WHEN 'paid' THEN 1 ELSE 0 END`,

  'a payment came in whole where money of its way lies': `
    SELECT p.community_id, p.id::text, concat(p.way, ' ', p.amount_fen, ', came in ', coalesce(sum(l.amount_fen), 0))
    FROM payments p
    LEFT JOIN (ledger_entries e JOIN ledger_lines l ON l.community_id = e.community_id AND l.entry_id = e.id AND l.side = 'debit')
      ON e.community_id = p.community_id AND e.source_id = p.id AND e.kind IN ('payment', 'balance-use')
      AND l.account = CASE p.way WHEN 'wechat' THEN 'wechat' WHEN 'cash' THEN 'cash' WHEN 'balance' THEN 'prepaid' ELSE 'bank' END
    WHERE p.state = 'paid'
    GROUP BY p.community_id, p.id, p.way, p.amount_fen HAVING p.amount_fen <> coalesce(sum(l.amount_fen), 0)`,

  'I2 a refund is in the books once, whole, and only when it is done': `
    SELECT r.community_id, r.id::text, concat(r.state, ' ', r.amount_fen, ', entries ', count(DISTINCT e.id), ', went out ', coalesce(sum(l.amount_fen), 0))
    FROM refunds r LEFT JOIN ledger_entries e ON e.community_id = r.community_id AND e.source_id = r.id AND e.kind = 'refund'
    LEFT JOIN ledger_lines l ON l.community_id = e.community_id AND l.entry_id = e.id AND l.side = 'credit'
      AND l.account = CASE r.way WHEN 'wechat' THEN 'wechat' WHEN 'cash' THEN 'cash' WHEN 'balance' THEN 'prepaid' ELSE 'bank' END
    GROUP BY r.community_id, r.id, r.state, r.amount_fen
    HAVING count(DISTINCT e.id) <> CASE r.state WHEN 'done' THEN 1 ELSE 0 END
      OR coalesce(sum(l.amount_fen), 0) <> CASE r.state WHEN 'done' THEN r.amount_fen ELSE 0 END`,

  'I2 a refund of WeChat is counted once': `
    SELECT NULL::uuid, wechat_refund_id, concat('refunds ', string_agg(id::text, ', ')) FROM refunds WHERE wechat_refund_id IS NOT NULL
    GROUP BY wechat_refund_id HAVING count(*) > 1`,

  'a payment or refund in the books is one that there is': `
    SELECT e.community_id, e.id::text, concat(e.kind, ' for ', e.source_id) FROM ledger_entries e
    WHERE (e.kind IN ('payment', 'balance-use') AND NOT EXISTS (SELECT FROM payments p WHERE p.community_id = e.community_id AND p.id = e.source_id))
      OR (e.kind = 'refund' AND NOT EXISTS (SELECT FROM refunds r WHERE r.community_id = e.community_id AND r.id = e.source_id))`,

  'I3 nothing is paid without a proof': `
    SELECT community_id, id::text, concat(way, ', proof ', proof, ', transaction ', transaction_id, ', taken by ', taken_by_name) FROM payments
    WHERE state = 'paid' AND NOT coalesce(CASE way
      WHEN 'wechat' THEN proof IN ('notice', 'query', 'trade-bill') AND transaction_id IS NOT NULL
      WHEN 'balance' THEN proof = 'balance'
      ELSE proof = 'counter' AND taken_by IS NOT NULL AND taken_by_name IS NOT NULL END, false)`,

  'I4 numbers of receipts have no gap': `
    SELECT r.community_id, 'receipts', concat(count(*), ' from ', min(r.number), ' to ', max(r.number), ', next ', max(b.next_number))
    FROM receipts r LEFT JOIN receipt_books b ON b.community_id = r.community_id
    GROUP BY r.community_id
    HAVING min(r.number) <> 1 OR max(r.number) <> count(DISTINCT r.number) OR count(*) <> count(DISTINCT r.number)
      OR max(b.next_number) IS DISTINCT FROM max(r.number) + 1`,

  'I4 a receipt is void for a reason, by somebody': `
    SELECT community_id, id::text, concat('number ', number) FROM receipts
    WHERE (voided_at IS NOT NULL) AND (coalesce(voided_because, '') = '' OR coalesce(voided_by_name, '') = '')`,

  'a receipt is for what was paid, and of the ones of a payment one is live': `
    SELECT r.community_id, r.payment_id::text, concat(p.state, ' ', p.amount_fen, ', receipts of ', string_agg(r.amount_fen::text, ', '))
    FROM receipts r JOIN payments p ON p.community_id = r.community_id AND p.id = r.payment_id WHERE r.voided_at IS NULL
    GROUP BY r.community_id, r.payment_id, p.state, p.amount_fen
    HAVING count(*) > 1 OR max(r.amount_fen) <> p.amount_fen OR p.state <> 'paid'`,

  'I5 a charge is asked once of a subject for a day': `
    SELECT community_id, id::text, concat('period from ', period_from, ', the one before to ', before)
    FROM (SELECT community_id, id, kind, period_from,
        lag(period_from) OVER earlier AS begun, lag(period_to) OVER earlier AS before
      FROM bills WHERE reversed_at IS NULL
      WINDOW earlier AS (PARTITION BY community_id, charge_id, subject_id, kind ORDER BY period_from, period_to)) b
    WHERE begun = period_from OR (kind = 'charge' AND before >= period_from)`,

  'an open payment alone holds a bill, and each once': `
    SELECT t.community_id, t.bill_id::text, concat('held by ', string_agg(concat(p.id, ' ', p.state), ', '))
    FROM payment_parts t JOIN payments p ON p.community_id = t.community_id AND p.id = t.payment_id WHERE t.holds
    GROUP BY t.community_id, t.bill_id HAVING count(*) > 1 OR bool_or(p.state <> 'open')`,

  'what is receivable of a fund is what its live bills are owed': `
    SELECT community_id, coalesce(fund, 'no fund'), concat('account ', sum(account), ', bills ', sum(owed))
    FROM (SELECT l.community_id, l.fund, -(${CREDIT}) AS account, 0 AS owed FROM ledger_lines l WHERE l.account = 'receivable'
      UNION ALL SELECT b.community_id, c.fund, 0, b.amount_fen - b.waived_fen - b.paid_fen
      FROM bills b JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id WHERE b.reversed_at IS NULL) both_sides
    GROUP BY community_id, fund HAVING sum(account) <> sum(owed)`,

  'what a unit has paid ahead is its balance': `
    SELECT community_id, coalesce(unit_id::text, 'no unit'), concat('account ', sum(account), ', balance ', sum(balance))
    FROM (SELECT l.community_id, l.unit_id, ${CREDIT} AS account, 0 AS balance FROM ledger_lines l WHERE l.account = 'prepaid'
      UNION ALL SELECT community_id, unit_id, 0, balance_fen FROM unit_balances) both_sides
    GROUP BY community_id, unit_id HAVING sum(account) <> sum(balance) OR sum(balance) < 0`,

  'what is in suspense are the over-payments nobody settled': `
    SELECT community_id, 'suspense', concat('account ', sum(account), ', over-payments ', sum(open))
    FROM (SELECT l.community_id, ${CREDIT} AS account, 0 AS open FROM ledger_lines l WHERE l.account = 'suspense'
      UNION ALL SELECT community_id, 0, amount_fen FROM overpayments WHERE state = 'open') both_sides
    GROUP BY community_id HAVING sum(account) <> sum(open)`,

  'a reversal mirrors what it reverses': `
    WITH turned AS (
      SELECT e.community_id, e.id, l.account, l.fund, l.category, l.unit_id, l.bill_id, l.payment_id, l.published_as, ${CREDIT} AS credit
      FROM ledger_entries e JOIN ledger_lines l ON l.community_id = e.community_id AND l.entry_id = e.id WHERE e.reverses IS NOT NULL
      UNION ALL
      SELECT e.community_id, e.id, l.account, l.fund, l.category, l.unit_id, l.bill_id, l.payment_id, l.published_as, ${CREDIT}
      FROM ledger_entries e JOIN ledger_lines l ON l.community_id = e.community_id AND l.entry_id = e.reverses)
    SELECT community_id, id::text, concat(account, ' ', fund, ' ', category, ': ', sum(credit)) FROM turned
    GROUP BY community_id, id, account, fund, category, unit_id, bill_id, payment_id, published_as HAVING sum(credit) <> 0`,

  'nothing is written into a month after it was closed': `
    SELECT e.community_id, e.id::text, concat('for ', e.booked_on, ', closed ', max(c.at))
    FROM ledger_entries e JOIN ledger_closings c ON c.community_id = e.community_id AND c.month = date_trunc('month', e.booked_on)
    JOIN ledger_books b ON b.community_id = e.community_id AND b.closed_through >= e.booked_on
    WHERE c.what = 'closed'
    GROUP BY e.community_id, e.id, e.booked_on, e.posted_at HAVING e.posted_at > max(c.at)`,
}

/** Everything that does not agree at this moment, in one statement; in one community, where many have been judged before. */
export async function disagreements(owner: Pick<pg.Pool, 'query'>, communityId?: string): Promise<Disagreement[]> {
  const parts = Object.entries(rules).map(
    ([rule, sql]) =>
      `SELECT '${rule}' AS rule, * FROM (${sql}) AS found ("communityId", about, says)${communityId ? ' WHERE "communityId" = $1' : ''}`,
  )
  return (await owner.query<Disagreement>(parts.join('\nUNION ALL\n'), communityId ? [communityId] : [])).rows
}

/** To be called with the owner's connections after whatever a test about money did. */
export async function expectBooksToAgree(owner: Pick<pg.Pool, 'query'>): Promise<void> {
  expect(await disagreements(owner)).toEqual([])
}
