import { paymentWays, receiptNumberText, type MessageKind, type PaymentWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople } from '../../messages/index.ts'

interface Payment {
  unitId: string
  unitLabel: string
  accountId: string | null
  way: PaymentWay
  amountFen: number
  aheadFen: number
  overFen: number | null
  receiptNumber: number | null
  charges: string | null
}

const yuan = (fen: number) => `${(fen / 100).toFixed(2)} 元`

/** Who paid on the phone is told; of a payment at the counter the owners of the home, who hold the receipt. */
const RECIPIENTS = `
  SELECT a.id AS "accountId", coalesce(min(r.name), a.name, '住户') AS name FROM accounts a
  LEFT JOIN residents r ON r.account_id = a.id AND r.community_id = $1
  WHERE a.id = $3 OR ($3::uuid IS NULL AND EXISTS (
    SELECT 1 FROM residencies s WHERE s.community_id = $1 AND s.resident_id = r.id AND s.unit_id = $2 AND s.role = 'owner'
      AND s.valid_from <= ($4::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
      AND (s.valid_until IS NULL OR s.valid_until >= ($4::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)))
  GROUP BY a.id`

const PAYMENT = `
  SELECT u.label AS "unitLabel", p.unit_id AS "unitId", p.account_id AS "accountId", p.way, p.amount_fen::float8 AS "amountFen",
    p.ahead_fen::float8 AS "aheadFen",
    (SELECT o.amount_fen::float8 FROM overpayments o WHERE o.community_id = p.community_id AND o.payment_id = p.id) AS "overFen",
    (SELECT r.number::float8 FROM receipts r WHERE r.community_id = p.community_id AND r.payment_id = p.id AND r.voided_at IS NULL)
      AS "receiptNumber",
    (SELECT string_agg(DISTINCT c.name, '、') FROM payment_parts t
     JOIN bills b ON b.community_id = t.community_id AND b.id = t.bill_id
     JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
     WHERE t.community_id = p.community_id AND t.payment_id = p.id) AS charges
  FROM payments p JOIN units u ON u.community_id = p.community_id AND u.id = p.unit_id WHERE p.community_id = $1 AND p.id = $2`

export async function tellOfPayment(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { paymentId } = payload as { paymentId: string }
  const [payment] = (await tx.query(PAYMENT, [communityId, paymentId])) as Payment[]
  if (!payment) return
  const what = [payment.charges, payment.aheadFen > 0 ? `预存 ${yuan(payment.aheadFen)}` : null].filter(Boolean).join('，')
  const over = payment.overFen ? `其中 ${yuan(payment.overFen)} 是多收的，物业会退回或转为预存。` : ''
  await tellPayer(tx, act, communityId, payment, {
    aboutId: paymentId,
    kind: 'payment.paid',
    businessKey: `payment:${paymentId}:paid`,
    title: `已缴 ${yuan(payment.amountFen)}`,
    body: `${payment.unitLabel}：${what}，${paymentWays[payment.way]}。收据号 ${payment.receiptNumber === null ? '—' : receiptNumberText(payment.receiptNumber)}。${over}`,
  })
}

export async function tellOfRefund(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { refundId, paymentId, amountFen, way } = payload as {
    refundId: string
    paymentId: string
    amountFen: number
    way: PaymentWay
  }
  const [payment] = (await tx.query(PAYMENT, [communityId, paymentId])) as Payment[]
  if (!payment) return
  const [back] = (await tx.query('SELECT reason FROM refunds WHERE community_id = $1 AND id = $2', [communityId, refundId])) as {
    reason: string
  }[]
  await tellPayer(tx, act, communityId, payment, {
    aboutId: paymentId,
    kind: 'payment.refunded',
    businessKey: `refund:${refundId}:done`,
    title: `已退 ${yuan(amountFen)}`,
    body: `${payment.unitLabel}：${back?.reason ?? ''}。${way === 'balance' ? '已退回预存余额。' : `退回方式：${paymentWays[way]}。`}`,
  })
}

interface Told {
  /** the payment */
  aboutId: string
  kind: MessageKind
  businessKey: string
  title: string
  body: string
}

async function tellPayer(tx: EntityManager, act: Act, communityId: string, payment: Payment, told: Told): Promise<void> {
  const { unitId, accountId } = payment
  const recipients = (await tx.query(RECIPIENTS, [communityId, unitId, accountId, act.now])) as {
    accountId: string
    name: string
  }[]
  if (recipients.length === 0) return
  await tellPeople(tx, act, { ...told, communityId, recipients, values: { content: told.body }, caseId: null })
}
