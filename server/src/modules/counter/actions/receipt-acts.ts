import type { ReceiptContent } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { issueReceipt } from '../../payments/index.ts'

interface ReceiptKey {
  communityId: string
  receiptId: string
}

interface LockedReceipt {
  companyId: string
  number: number
  paymentId: string
  unitId: string
  content: ReceiptContent
  prints: number
  isVoid: boolean
  /** all of its payment has gone back */
  isPaidBack: boolean
}

/** One more paper of a receipt goes out. @returns how many there are now */
export async function printReceipt(tx: EntityManager, act: Act, key: ReceiptKey): Promise<number> {
  const receipt = await lockReceipt(tx, key)
  if (receipt.isVoid) throw new ProblemError('RECEIPT_VOID')
  const prints = receipt.prints + 1
  await tx.query('UPDATE receipts SET prints = $3 WHERE community_id = $1 AND id = $2', [key.communityId, key.receiptId, prints])
  await auditReceipt(tx, act, key, receipt, { action: 'counter.print-receipt', after: { prints } })
  return prints
}

/**
 * Voids a receipt; another takes its place under the next number, with the payer's name put right where one is given.
 * @returns the receipt that holds now: the voided one itself when all of its money has gone back
 */
export async function voidReceipt(
  tx: EntityManager,
  act: Act,
  { because, payerName, ...key }: ReceiptKey & { because: string; payerName?: string | undefined },
): Promise<string> {
  const receipt = await lockReceipt(tx, key)
  if (receipt.isVoid) throw new ProblemError('RECEIPT_VOID')
  const { paymentId, unitId, content, isPaidBack } = receipt
  await tx.query(
    'UPDATE receipts SET voided_at = $3, voided_because = $4, voided_by_name = $5 WHERE community_id = $1 AND id = $2',
    [key.communityId, key.receiptId, act.now, because, act.actor.name],
  )
  const next = isPaidBack
    ? null
    : await issueReceipt(tx, act, {
        communityId: key.communityId,
        paymentId,
        unitId,
        content: { ...content, payerName: payerName ?? content.payerName },
      })
  const after = { because, nextNumber: next?.number ?? null }
  await auditReceipt(tx, act, key, receipt, { action: 'counter.void-receipt', after })
  return next?.id ?? key.receiptId
}

/** The payment is locked before its receipt: in the order of all that is about money. */
async function lockReceipt(tx: EntityManager, { communityId, receiptId }: ReceiptKey): Promise<LockedReceipt> {
  await tx.query(
    `SELECT 1 FROM payments p JOIN receipts r ON r.community_id = p.community_id AND r.payment_id = p.id
     WHERE r.community_id = $1 AND r.id = $2 FOR UPDATE OF p`,
    [communityId, receiptId],
  )
  const [receipt] = (await tx.query(
    `SELECT k.company_id AS "companyId", r.number::float8 AS number, r.payment_id AS "paymentId", r.unit_id AS "unitId", r.content, r.prints,
       r.voided_at IS NOT NULL AS "isVoid", p.refunded_fen = p.amount_fen AS "isPaidBack"
     FROM receipts r JOIN communities k ON k.id = r.community_id
     JOIN payments p ON p.community_id = r.community_id AND p.id = r.payment_id
     WHERE r.community_id = $1 AND r.id = $2`,
    [communityId, receiptId],
  )) as LockedReceipt[]
  if (!receipt) throw new ProblemError('NOT_FOUND')
  return receipt
}

function auditReceipt(
  tx: EntityManager,
  act: Act,
  { communityId, receiptId }: ReceiptKey,
  { companyId, number, prints }: LockedReceipt,
  { action, after }: { action: string; after: object },
): Promise<void> {
  const before = { number, prints }
  return recordAudit(tx, act, { companyId, communityId, action, subjectKind: 'receipt', subjectId: receiptId, before, after })
}
