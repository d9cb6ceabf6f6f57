import type { Page, PaymentRow, PaymentState, PaymentWay } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { OF_PAYMENT, PAYMENT_ROW, paymentRow, type PaymentRecordRow } from './payment-row.ts'

export interface PaymentFilter {
  way?: PaymentWay
  state?: PaymentState
  unitId?: string
  /** days in Shanghai, both within */
  from?: string
  to?: string
  /** a unit, a payer, a number of a transfer, of WeChat's or of a receipt */
  query?: string
  cursor?: string
  limit: number
}

const LIST = {
  name: 'list-payments',
  text: `
    SELECT ${PAYMENT_ROW} FROM payments p ${OF_PAYMENT}
    WHERE p.community_id = $1 AND ($2::text IS NULL OR p.way = $2) AND ($3::text IS NULL OR p.state = $3)
      AND ($4::uuid IS NULL OR p.unit_id = $4)
      AND ($5::date IS NULL OR p.created_at >= $5::date::timestamp AT TIME ZONE 'Asia/Shanghai')
      AND ($6::date IS NULL OR p.created_at < ($6::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
      AND ($7::text IS NULL OR strpos(u.label, $7) > 0 OR strpos(p.payer_name, $7) > 0 OR p.reference = $7 OR p.transaction_id = $7
        OR replace(p.id::text, '-', '') = lower($7)
        OR EXISTS (SELECT 1 FROM receipts r WHERE r.community_id = p.community_id AND r.payment_id = p.id AND r.number::text = $7))
      AND ($8::timestamptz IS NULL OR (p.created_at, p.id) < ($8, $9::uuid))
    ORDER BY p.created_at DESC, p.id DESC LIMIT $10`,
}

export async function listPayments(
  database: Database,
  act: CallerAct,
  communityId: string,
  { way, state, unitId, from, to, query, cursor, limit }: PaymentFilter,
): Promise<Page<PaymentRow>> {
  const after = readCursor(cursor, 2) ?? [null, null]
  const wish = [way ?? null, state ?? null, unitId ?? null, from ?? null, to ?? null, query ?? null]
  const rows = await database.read<PaymentRecordRow>(act.reach, LIST, [communityId, ...wish, ...after, limit + 1])
  return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id], paymentRow)
}
