import type pg from 'pg'
import { newId } from '../../platform/clock/index.ts'

const DAY = 86_400_000
const UNKNOWN_FEN = 12_800
const FEE_MIL = 77_000

/** Yesterday's bill of WeChat is checked: somebody paid the merchant by a code of its own, of which our books know nothing. */
export async function reconcileYesterday(client: pg.ClientBase, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY)
  const [statementId, differenceId] = [newId(now), newId(now)] as const
  await client.query(
    `WITH m AS (SELECT company_id, concat_ws('/', mchid, sub_mchid) AS account FROM pay_merchants WHERE stopped_at IS NULL LIMIT 1),
     s AS (INSERT INTO pay_statements (company_id, id, account, day, state, asked, paid_count, paid_fen, fee_fen, flow_in_fen, flow_out_fen,
         flow_fee_fen, checked_at, created_at)
       SELECT company_id, $1, account, ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, 'checked', 1, 1, $4, $5 / 1000, $4, 0, $5 / 1000,
         $6, $6 FROM m RETURNING company_id),
     l AS (INSERT INTO pay_statement_lines (company_id, statement_id, line, kind, happened_at, number, wechat_number, state, amount_fen, fee_mil)
       SELECT company_id, $1, 1, 'payment', $3, 'QR20250001', '4200002512202511200000000001', 'SUCCESS', $4, $5 FROM s)
     INSERT INTO pay_differences (company_id, id, statement_id, kind, number, wechat_number, bill_fen, happened_at, created_at)
     SELECT company_id, $2, $1, 'unknown', 'QR20250001', '4200002512202511200000000001', $4, $3, $6 FROM s`,
    [statementId, differenceId, yesterday, UNKNOWN_FEN, FEE_MIL, now],
  )
}
