import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { idOfNumber } from '../../payments/index.ts'
import { COMPARE, END, FEES } from '../queries/compare.sql.ts'
import type { BillLine, FundFlow, TradeBill } from '../bills/index.ts'

/** A statement somebody is at; who comes back with an older version has been overtaken. */
export interface Claim {
  companyId: string
  id: string
  account: string
  day: string
  version: number
}

export interface ReadBills {
  bill: TradeBill
  flow: FundFlow | null
  /** there is no bill, because nothing happened */
  isNone: boolean
}

const LINES_AT_ONCE = 5_000

/** Keeps the bill in place of what was kept before, and holds it against our books. */
export async function keepBill(tx: EntityManager, act: Act, claim: Claim, { bill, flow }: ReadBills): Promise<boolean> {
  if (!(await isOurs(tx, claim))) return false
  const { companyId, id } = claim
  await tx.query('DELETE FROM pay_statement_lines WHERE company_id = $1 AND statement_id = $2', [companyId, id])
  for (let from = 0; from < bill.lines.length; from += LINES_AT_ONCE)
    await tx.query(
      `INSERT INTO pay_statement_lines (company_id, statement_id, line, kind, happened_at, number, own_id, wechat_number, state, amount_fen, fee_mil)
       SELECT $1, $2, l.* FROM jsonb_to_recordset($3) AS l(line int, kind text, "happenedAt" timestamptz, number text, "ownId" uuid,
         "wechatNumber" text, state text, "amountFen" bigint, "feeMil" bigint)`,
      [companyId, id, JSON.stringify(bill.lines.slice(from, from + LINES_AT_ONCE).map((line, at) => kept(line, from + at + 1)))],
    )
  await tx.query(
    `UPDATE pay_statements SET paid_count = $3, paid_fen = $4, refund_count = $5, refund_fen = $6, fee_fen = round($7::bigint / 1000.0),
       flow_in_fen = $8, flow_out_fen = $9, flow_fee_fen = $10 WHERE company_id = $1 AND id = $2`,
    [
      companyId,
      id,
      bill.paidCount,
      bill.paidFen,
      bill.refundCount,
      bill.refundFen,
      bill.feeMil,
      flow?.inFen ?? null,
      flow?.outFen ?? null,
      flow?.feeFen ?? null,
    ],
  )
  await compare(tx, act, claim)
  return true
}

/** What was settled meanwhile is no difference any more: holds both against each other once more, and ends. */
export async function endStatement(tx: EntityManager, act: Act, claim: Claim, { bill, isNone }: ReadBills): Promise<void> {
  if (!(await isOurs(tx, claim))) return
  const { companyId, id, account, day } = claim
  await compare(tx, act, claim)
  await tx.query(END, [companyId, id, act.now, isNone ? 'none' : 'checked'])
  await tx.query('DELETE FROM pay_statement_fees WHERE company_id = $1 AND statement_id = $2 AND record_id IS NULL', [
    companyId,
    id,
  ])
  await tx.query(FEES, [companyId, id])
  await compareNextDay(tx, act, claim)
  await recordAudit(tx, act, {
    companyId,
    communityId: null,
    action: 'reconciliation.check',
    subjectKind: 'pay-statement',
    subjectId: id,
    before: null,
    after: {
      account,
      day,
      paidCount: bill.paidCount,
      paidFen: bill.paidFen,
      refundCount: bill.refundCount,
      refundFen: bill.refundFen,
    },
  })
}

/** It could not say before what of its first minutes stands in this bill. */
async function compareNextDay(tx: EntityManager, act: Act, { companyId, account, day }: Claim): Promise<void> {
  const [next] = (await tx.query(
    `SELECT id FROM pay_statements WHERE company_id = $1 AND account = $2 AND day = $3::date + 1 AND checked_at IS NOT NULL FOR UPDATE`,
    [companyId, account, day],
  )) as { id: string }[]
  if (next) await compare(tx, act, { companyId, id: next.id })
}

function compare(tx: EntityManager, act: Act, { companyId, id }: Pick<Claim, 'companyId' | 'id'>): Promise<unknown> {
  return tx.query(COMPARE, [companyId, id, act.now])
}

async function isOurs(tx: EntityManager, { companyId, id, version }: Claim): Promise<boolean> {
  const [row] = (await tx.query('SELECT version FROM pay_statements WHERE company_id = $1 AND id = $2 FOR UPDATE', [
    companyId,
    id,
  ])) as { version: number }[]
  return row?.version === version
}

/** The payer's name at WeChat is looked at, not kept. */
const kept = ({ appid: _app, openid: _payer, ...line }: BillLine, at: number) => ({
  ...line,
  line: at,
  ownId: idOfNumber(line.number),
})
