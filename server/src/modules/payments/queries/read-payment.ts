import type { PaymentView, ReceiptContent } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { UNDER_WAY } from '../actions/ask-refund.ts'
import { refundableOf } from '../rules/index.ts'
import {
  OF_PAYMENT,
  PAYMENT_OVER,
  PAYMENT_PARTS,
  PAYMENT_ROW,
  paymentRow,
  type OverpaymentPart,
  type PaymentRecordRow,
} from './payment-row.ts'
import { OF_REFUND, REFUND_ROW, refundRow, type RefundRecordRow } from './refund-row.ts'

const READ = {
  name: 'read-payment',
  text: `
    SELECT ${PAYMENT_ROW}, ${PAYMENT_PARTS}, ${PAYMENT_OVER}, p.expires_at AS "expiresAt", p.version,
      (SELECT e.id FROM ledger_entries e WHERE e.community_id = p.community_id AND e.source_kind = 'payment' AND e.source_id = p.id) AS "entryId",
      (SELECT coalesce(jsonb_object_agg(x.bill_id, jsonb_build_object('paid', x.paid, 'own', x.own, 'all', x.every)), '{}') FROM (
        SELECT t.bill_id, b.paid_fen AS paid,
          coalesce(sum(f.amount_fen) FILTER (WHERE r.payment_id = p.id), 0) AS own, coalesce(sum(f.amount_fen) FILTER (WHERE r.id IS NOT NULL), 0) AS every
        FROM payment_parts t JOIN bills b ON b.community_id = t.community_id AND b.id = t.bill_id
        LEFT JOIN (refund_parts f JOIN refunds r ON r.community_id = f.community_id AND r.id = f.refund_id AND r.state IN ${UNDER_WAY})
          ON f.community_id = t.community_id AND f.bill_id = t.bill_id
        WHERE t.community_id = p.community_id AND t.payment_id = p.id GROUP BY t.bill_id, b.paid_fen) x) AS standing,
      p.ahead_fen - (SELECT coalesce(sum(r.ahead_fen), 0) FROM refunds r WHERE r.community_id = p.community_id AND r.payment_id = p.id
        AND (r.state = 'done' OR r.state IN ${UNDER_WAY})) AS "aheadLeft",
      coalesce((SELECT a.balance_fen FROM unit_balances a WHERE a.community_id = p.community_id AND a.unit_id = p.unit_id), 0)
        - (SELECT coalesce(sum(r.ahead_fen), 0) FROM refunds r WHERE r.community_id = p.community_id AND r.unit_id = p.unit_id
           AND r.state IN ${UNDER_WAY}) AS "balanceLeft"
    FROM payments p ${OF_PAYMENT} WHERE p.community_id = $1 AND p.id = $2`,
}

const REFUNDS = {
  name: 'list-refunds-of-payment',
  text: `SELECT ${REFUND_ROW} FROM refunds r ${OF_REFUND} WHERE r.community_id = $1 AND r.payment_id = $2 ORDER BY r.created_at DESC, r.id DESC`,
}

interface PartRow {
  billId: string
  text: string
  amountFen: number
  settledFen: number
  refundedFen: number
}

interface ReadRow extends PaymentRecordRow {
  parts: PartRow[]
  receipt: { id: string; number: number; issuedAt: string; issuedByName: string; content: ReceiptContent } | null
  overpayment: OverpaymentPart | null
  expiresAt: Date | null
  version: number
  entryId: string | null
  standing: Record<string, { paid: number; own: number; all: number }>
  aheadLeft: string
  balanceLeft: string
}

/** One payment with its parts, what can still go back of each, its receipt, its entry and its refunds. */
export async function readPayment(database: Database, act: CallerAct, communityId: string, id: string): Promise<PaymentView> {
  const [[row], refunds] = await Promise.all([
    database.read<ReadRow>(act.reach, READ, [communityId, id]),
    database.read<RefundRecordRow>(act.reach, REFUNDS, [communityId, id]),
  ])
  if (!row) throw new ProblemError('NOT_FOUND')
  const { standing, aheadLeft, balanceLeft, expiresAt, receipt, parts, ...rest } = row
  return {
    ...paymentRow(rest),
    parts: parts.map((part) => ({ ...part, refundableFen: refundableIn(part, standing[part.billId]!) })),
    receipt: receipt && { ...receipt, issuedAt: new Date(receipt.issuedAt).toISOString() },
    expiresAt: expiresAt?.toISOString() ?? null,
    aheadRefundableFen: row.state === 'paid' ? Math.max(0, Math.min(Number(aheadLeft), Number(balanceLeft))) : 0,
    refunds: refunds.map((refund) => refundRow(refund, act.actor.id)),
  }
}

const refundableIn = ({ settledFen, refundedFen }: PartRow, { paid, own, all }: { paid: number; own: number; all: number }) =>
  refundableOf({ settledFen, refundedFen, pendingFen: own, billPaidFen: paid, billPendingFen: all })
