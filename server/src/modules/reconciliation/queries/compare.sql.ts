import { reconciliationLimits } from '@yinuo/contracts'

const EDGE = `interval '${reconciliationLimits.edgeMinutes} minutes'`

/** A day in Shanghai begins at this instant. */
const begins = (day: string) => `(${day})::timestamp AT TIME ZONE 'Asia/Shanghai'`

/** Every merchant of ours that has, or had, the account of statement `s`. */
const MERCHANTS = `
  SELECT m.id FROM pay_merchants m WHERE m.company_id = s.company_id AND concat_ws('/', m.mchid, m.sub_mchid) = s.account`

/** In no bill of the account that we have read, whichever its day. */
const notBilled = (kind: string, id: string) => `NOT EXISTS (
  SELECT 1 FROM pay_statement_lines o JOIN pay_statements t ON t.company_id = o.company_id AND t.id = o.statement_id
  WHERE o.own_id = ${id} AND o.kind = '${kind}' AND o.company_id = s.company_id AND t.account = s.account)`

/**
 * What happened on the day of statement `s`, as far as its bill and that of the day before can know it: the last minutes of a day may
 * stand in the next day's bill, so they are looked for when that one is read; its first ones when the day before is known.
 */
const within = (at: string) => `
  ${at} >= ${begins('s.day')} + CASE s.before WHEN 'ended' THEN -${EDGE} WHEN 'waiting' THEN ${EDGE} ELSE interval '0' END
  AND ${at} < ${begins('s.day + 1')} - ${EDGE}`

/** Statement $2 of company $1, with how far the one of the day before is. */
const STATEMENT = `
  s AS MATERIALIZED (
    SELECT t.*, coalesce((SELECT CASE WHEN b.checked_at IS NULL THEN 'waiting' ELSE 'ended' END FROM pay_statements b
      WHERE b.company_id = t.company_id AND b.account = t.account AND b.day = t.day - 1), 'none') AS before
    FROM pay_statements t WHERE t.company_id = $1 AND t.id = $2)`

/** Everything that differs, both ways: what the bill says held against our books, then our books against the bill. */
const FOUND = `
  lines AS MATERIALIZED (
    SELECT l.*, row_number() OVER (PARTITION BY l.kind, l.number ORDER BY l.line) AS nth
    FROM pay_statement_lines l WHERE l.company_id = $1 AND l.statement_id = $2),
  found AS MATERIALIZED (
    SELECT * FROM (
      SELECT CASE WHEN l.nth > 1 THEN 'repeated'
          WHEN p.id IS NULL THEN 'unknown'
          WHEN l.amount_fen <> p.amount_fen THEN 'amount'
          WHEN p.state <> 'paid' THEN 'unpaid'
          WHEN p.transaction_id IS DISTINCT FROM l.wechat_number THEN 'transaction' END AS kind,
        l.number, l.wechat_number, p.community_id, p.id AS payment_id, NULL::uuid AS refund_id,
        l.amount_fen AS bill_fen, p.amount_fen AS our_fen, l.happened_at
      FROM s JOIN lines l ON l.kind = 'payment'
      LEFT JOIN payments p ON p.id = l.own_id AND p.way = 'wechat' AND p.merchant_id IN (${MERCHANTS})
      UNION ALL
      SELECT CASE WHEN l.nth > 1 THEN 'repeated'
          WHEN l.state = 'FAIL' THEN CASE WHEN r.state = 'done' THEN 'refund-failed' END
          WHEN r.id IS NULL THEN 'refund-unknown'
          WHEN l.amount_fen <> r.amount_fen THEN 'refund-amount'
          WHEN l.state = 'SUCCESS' AND r.state <> 'done' THEN 'refund-pending' END,
        l.number, l.wechat_number, r.community_id, r.payment_id, r.id, l.amount_fen, r.amount_fen, l.happened_at
      FROM s JOIN lines l ON l.kind = 'refund'
      LEFT JOIN (refunds r JOIN payments p ON p.community_id = r.community_id AND p.id = r.payment_id)
        ON r.id = l.own_id AND r.way = 'wechat' AND p.merchant_id IN (${MERCHANTS})
      UNION ALL
      SELECT 'missing', replace(p.id::text, '-', ''), p.transaction_id, p.community_id, p.id, NULL, NULL, p.amount_fen, p.paid_at
      FROM s JOIN payments p ON p.merchant_id IN (${MERCHANTS}) AND p.way = 'wechat' AND p.state = 'paid' AND ${within('p.paid_at')}
      WHERE ${notBilled('payment', 'p.id')}
      UNION ALL
      SELECT 'refund-missing', replace(r.id::text, '-', ''), r.wechat_refund_id, r.community_id, r.payment_id, r.id, NULL, r.amount_fen,
        coalesce(r.sent_at, r.done_at)
      FROM s JOIN refunds r ON r.way = 'wechat' AND r.state = 'done' AND ${within('coalesce(r.sent_at, r.done_at)')}
      JOIN payments p ON p.community_id = r.community_id AND p.id = r.payment_id AND p.merchant_id IN (${MERCHANTS})
      WHERE ${notBilled('refund', 'r.id')}
      UNION ALL
      SELECT 'flow', f.name, NULL, NULL, NULL, NULL, f.bill, f.flow, ${begins('s.day')}
      FROM s CROSS JOIN LATERAL (VALUES ('交易收入', s.paid_fen, s.flow_in_fen), ('退款支出', s.refund_fen, s.flow_out_fen),
        ('手续费', s.fee_fen, s.flow_fee_fen)) AS f (name, bill, flow)
      WHERE f.flow <> f.bill
    ) AS each WHERE kind IS NOT NULL)`

/**
 * Holds a statement against our books: $1 company, $2 statement, $3 now. What was found before and is no more is settled, with how;
 * what somebody settled or explained stays as it is. Run again it finds the same.
 */
export const COMPARE = `
  WITH ${STATEMENT}, ${FOUND},
  gone AS (
    UPDATE pay_differences d SET state = 'settled', settled_by_name = '系统', settled_at = $3, version = d.version + 1,
      reason = CASE WHEN d.kind = 'unpaid' AND EXISTS (SELECT 1 FROM payments p
          WHERE p.community_id = d.community_id AND p.id = d.payment_id AND p.proof = 'trade-bill') THEN '已按微信账单自动入账'
        WHEN d.kind = 'refund-pending' THEN '已按微信账单完成退款' ELSE '再次核对时已经一致' END
    WHERE d.company_id = $1 AND d.statement_id = $2 AND d.state = 'open'
      AND NOT EXISTS (SELECT 1 FROM found f WHERE f.kind = d.kind AND f.number = d.number))
  INSERT INTO pay_differences (company_id, id, statement_id, kind, number, wechat_number, community_id, payment_id, refund_id, bill_fen,
    our_fen, happened_at, created_at)
  SELECT $1, uuidv7(), $2, f.kind, f.number, min(f.wechat_number), (min(f.community_id::text))::uuid, (min(f.payment_id::text))::uuid,
    (min(f.refund_id::text))::uuid, min(f.bill_fen), min(f.our_fen), min(f.happened_at), $3
  FROM found f GROUP BY f.kind, f.number
  ON CONFLICT (company_id, statement_id, kind, number) DO NOTHING
  RETURNING id`

/** Our side of a statement's sums, and that it is checked. */
export const END = `
  WITH s AS MATERIALIZED (SELECT * FROM pay_statements WHERE company_id = $1 AND id = $2)
  UPDATE pay_statements t SET state = $4, checked_at = $3, ask_at = NULL, trouble = NULL, version = t.version + 1,
    our_paid_count = o.paid_count, our_paid_fen = o.paid_fen, our_refund_count = o.refund_count, our_refund_fen = o.refund_fen
  FROM (SELECT p.paid_count, p.paid_fen, r.refund_count, r.refund_fen FROM s
    CROSS JOIN LATERAL (SELECT count(*) AS paid_count, coalesce(sum(p.amount_fen), 0) AS paid_fen FROM payments p
      WHERE p.merchant_id IN (${MERCHANTS}) AND p.way = 'wechat' AND p.state = 'paid'
        AND p.paid_at >= ${begins('s.day')} AND p.paid_at < ${begins('s.day + 1')}) p
    CROSS JOIN LATERAL (SELECT count(*) AS refund_count, coalesce(sum(r.amount_fen), 0) AS refund_fen FROM refunds r
      JOIN payments p ON p.community_id = r.community_id AND p.id = r.payment_id AND p.merchant_id IN (${MERCHANTS})
      WHERE r.way = 'wechat' AND r.state = 'done' AND coalesce(r.sent_at, r.done_at) >= ${begins('s.day')}
        AND coalesce(r.sent_at, r.done_at) < ${begins('s.day + 1')}) r) o
  WHERE t.company_id = $1 AND t.id = $2`

/** What the payments and refunds of each community cost; what is entered already stays. */
export const FEES = `
  INSERT INTO pay_statement_fees (company_id, statement_id, community_id, fee_fen)
  SELECT $1, $2, own.community_id, round(sum(l.fee_mil) / 1000.0) FROM (
    SELECT DISTINCT ON (kind, number) * FROM pay_statement_lines WHERE company_id = $1 AND statement_id = $2 ORDER BY kind, number, line) l
  JOIN LATERAL (
    SELECT p.community_id FROM payments p JOIN pay_merchants m ON m.company_id = $1 AND m.id = p.merchant_id
      WHERE l.kind = 'payment' AND p.id = l.own_id
    UNION ALL SELECT r.community_id FROM refunds r JOIN communities c ON c.id = r.community_id AND c.company_id = $1
      WHERE l.kind = 'refund' AND r.id = l.own_id) own ON true
  GROUP BY own.community_id HAVING round(sum(l.fee_mil) / 1000.0) > 0
  ON CONFLICT (company_id, statement_id, community_id) DO UPDATE SET fee_fen = excluded.fee_fen
    WHERE pay_statement_fees.record_id IS NULL`
