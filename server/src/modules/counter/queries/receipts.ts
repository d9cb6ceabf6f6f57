import type { Page, ReceiptContent, ReceiptRow, ReceiptStanding, ReceiptView } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, ProblemError, readCursor } from '../../../platform/http/index.ts'

const ROW = `
  r.id, r.number::float8 AS number, r.payment_id AS "paymentId", r.unit_id AS "unitId", u.label AS "unitLabel", p.way,
  r.amount_fen::float8 AS "amountFen", r.content->>'payerName' AS "payerName", r.issued_at AS "issuedAt", r.issued_by_name AS "issuedByName",
  r.prints, r.voided_at AS "voidedAt", r.voided_because AS "voidedBecause", r.voided_by_name AS "voidedByName"`

const FROM = `receipts r
  JOIN payments p ON p.community_id = r.community_id AND p.id = r.payment_id
  JOIN units u ON u.community_id = r.community_id AND u.id = r.unit_id`

const LIST = {
  name: 'list-receipts',
  text: `
    SELECT ${ROW} FROM ${FROM}
    WHERE r.community_id = $1 AND ($2::text IS NULL OR (r.voided_at IS NOT NULL) = ($2 = 'void'))
      AND ($3::date IS NULL OR r.issued_at >= $3::date::timestamp AT TIME ZONE 'Asia/Shanghai')
      AND ($4::date IS NULL OR r.issued_at < ($4::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
      AND ($5::text IS NULL OR r.number::text = ltrim($5, '0') OR strpos(u.label, $5) > 0 OR strpos(r.content->>'payerName', $5) > 0)
      AND ($6::bigint IS NULL OR r.number < $6)
    ORDER BY r.number DESC LIMIT $7`,
}

const READ = {
  name: 'read-receipt',
  text: `SELECT ${ROW}, r.content FROM ${FROM} WHERE r.community_id = $1 AND r.id = $2`,
}

type Row = Omit<ReceiptRow, 'issuedAt' | 'voidedAt'> & { issuedAt: Date; voidedAt: Date | null }

const receiptRow = <Given extends Row>({ issuedAt, voidedAt, ...row }: Given) => ({
  ...row,
  issuedAt: issuedAt.toISOString(),
  voidedAt: voidedAt?.toISOString() ?? null,
})

export interface ReceiptWish {
  state?: ReceiptStanding
  /** days in Shanghai, both within */
  from?: string
  to?: string
  /** a number, a unit, a payer */
  query?: string
  cursor?: string
  limit: number
}

export async function listReceipts(
  database: Database,
  act: Act,
  communityId: string,
  { state, from, to, query, cursor, limit }: ReceiptWish,
): Promise<Page<ReceiptRow>> {
  const after = readCursor(cursor, 1) ?? [null]
  const wish = [state ?? null, from ?? null, to ?? null, query ?? null]
  const rows = await database.read<Row>(act.reach, LIST, [communityId, ...wish, ...after, limit + 1])
  return pageOf(rows, limit, (row) => [String(row.number)], receiptRow)
}

export async function readReceipt(database: Database, act: Act, communityId: string, id: string): Promise<ReceiptView> {
  const [row] = await database.read<Row & { content: ReceiptContent }>(act.reach, READ, [communityId, id])
  if (!row) throw new ProblemError('NOT_FOUND')
  return receiptRow(row)
}
