import type { ReceiptContent } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'

export interface ReceiptDraft {
  communityId: string
  paymentId: string
  unitId: string
  content: ReceiptContent
}

/**
 * Writes a receipt under the next number of the community's book. The book is the last lock of the transaction: numbers have
 * no gap because a number and its receipt are kept or given up together.
 */
export async function issueReceipt(
  tx: EntityManager,
  act: Act,
  { communityId, paymentId, unitId, content }: ReceiptDraft,
): Promise<{ id: string; number: number }> {
  const id = newId(act.now)
  const [{ number }] = (await tx.query(
    `WITH taken AS (
       INSERT INTO receipt_books (community_id, next_number) VALUES ($1, 2)
       ON CONFLICT (community_id) DO UPDATE SET next_number = receipt_books.next_number + 1 RETURNING next_number - 1 AS number)
     INSERT INTO receipts (community_id, id, number, payment_id, unit_id, amount_fen, content, issued_by_name, issued_at)
     SELECT $1, $2, taken.number, $3, $4, $5, $6, $7, $8 FROM taken RETURNING number::float8 AS number`,
    [communityId, id, paymentId, unitId, content.amountFen, JSON.stringify(content), issuerOf(act), act.now],
  )) as [{ number: number }]
  return { id, number }
}

/** Who pays out of their balance on the phone makes out no receipt: the program does. */
function issuerOf({ actor }: Act): string {
  return actor.kind === 'staff' ? actor.name : '系统'
}
