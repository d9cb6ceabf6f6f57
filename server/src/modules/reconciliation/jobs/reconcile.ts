import { Injectable, Logger } from '@nestjs/common'
import { settledByBill, type DifferenceKind } from '@yinuo/contracts'
import { Clock } from '../../../platform/clock/index.ts'
import { isConnectionLoss, WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { PayError, WechatPay, type PayMerchant } from '../../../wechat/index.ts'
import { Merchants, Trades, WechatRefunds } from '../../payments/index.ts'
import { endStatement, keepBill, type Claim, type ReadBills } from '../actions/keep-bill.ts'
import { BillUnreadable, NO_TRADES, readFundFlowBill, readTradeBill, type BillLine } from '../bills/index.ts'
import { actOfCompany } from './system-act.ts'

export const LEASE_MS = 10 * 60_000
const AGAIN_MS = 30 * 60_000

/** Whoever has the account now, or had it last, speaks for it. */
const SPEAKER = `
  SELECT id FROM pay_merchants WHERE company_id = $1 AND concat_ws('/', mchid, sub_mchid) = $2
  ORDER BY stopped_at DESC NULLS FIRST, created_at DESC LIMIT 1`

const OPEN = `
  SELECT d.kind, d.number, p.amount_fen::float8 AS "paidFen"
  FROM pay_differences d JOIN payments p ON p.community_id = d.community_id AND p.id = d.payment_id
  WHERE d.company_id = $1 AND d.statement_id = $2 AND d.state = 'open' AND d.kind = ANY ($3) ORDER BY d.happened_at, d.number`

const TROUBLE = `
  WITH told AS (UPDATE pay_statements SET state = CASE WHEN checked_at IS NULL THEN $4 ELSE state END, trouble = $5,
      ask_at = CASE WHEN checked_at IS NULL THEN $6::timestamptz END
    WHERE company_id = $1 AND id = $2 AND version = $3 RETURNING 1) SELECT * FROM told`

interface Open {
  kind: DifferenceKind
  number: string
  paidFen: number
}

/** Fetches a day's bills, keeps them, settles what they prove, and says what differs. Killed anywhere, it is done again from the start. */
@Injectable()
export class Reconcile {
  readonly #log = new Logger('reconciliation')
  readonly #pay: WechatPay
  readonly #merchants: Merchants
  readonly #trades: Trades
  readonly #refunds: WechatRefunds
  readonly #database: WorkerDatabase
  readonly #clock: Clock

  constructor(
    pay: WechatPay,
    merchants: Merchants,
    trades: Trades,
    refunds: WechatRefunds,
    database: WorkerDatabase,
    clock: Clock,
  ) {
    this.#pay = pay
    this.#merchants = merchants
    this.#trades = trades
    this.#refunds = refunds
    this.#database = database
    this.#clock = clock
  }

  /** @param by who asked for it; the program itself when left out */
  async check(claim: Claim, by?: Act): Promise<void> {
    try {
      const merchant = await this.#speaker(claim)
      if (merchant) await this.#check(claim, merchant, by)
    } catch (error) {
      if (isConnectionLoss(error)) throw error
      await this.#tell(claim, error as Error)
    }
  }

  async #check(claim: Claim, merchant: PayMerchant, by?: Act): Promise<void> {
    const read = await this.#read(merchant, claim.day)
    const act = by ?? actOfCompany(this.#clock.now(), claim.companyId)
    if (!(await this.#database.transaction((tx) => keepBill(tx, act, claim, read)))) return
    await this.#settle(claim, merchant, read.bill.lines)
    await this.#database.transaction((tx) => endStatement(tx, act, claim, read))
  }

  /** Below a service provider the account's own bill is the provider's, and none of ours. */
  async #read(merchant: PayMerchant, day: string): Promise<ReadBills> {
    const trades = await this.#pay.tradeBill(merchant, day)
    const flows = merchant.mode === 'direct' ? await this.#pay.fundFlowBill(merchant, day) : null
    return {
      bill: trades === null ? NO_TRADES : readTradeBill(trades, merchant),
      flow: flows === null ? null : readFundFlowBill(flows),
      isNone: trades === null,
    }
  }

  /** The bill proves what a notice would have: the order is ours, of this merchant and payer, in this amount. */
  async #settle(claim: Claim, merchant: PayMerchant, lines: readonly BillLine[]): Promise<void> {
    const open = await this.#database.run<Open>(OPEN, [claim.companyId, claim.id, settledByBill])
    if (open.length === 0) return
    const byNumber = new Map(lines.map((line) => [`${line.kind} ${line.number}`, line]))
    for (const { kind, number, paidFen } of open) {
      const line = byNumber.get(`${kind === 'unpaid' ? 'payment' : 'refund'} ${number}`)
      try {
        if (line) await this.#take(merchant, line, paidFen)
      } catch (error) {
        if (isConnectionLoss(error)) throw error
        this.#log.warn(`${kind} ${number}: ${(error as Error).message}`)
      }
    }
  }

  async #take(merchant: PayMerchant, line: BillLine, paidFen: number): Promise<void> {
    const { number, wechatNumber, amountFen, happenedAt, appid, openid } = line
    if (line.kind === 'refund') {
      const standing = { outRefundNo: number, refundId: wechatNumber, outTradeNo: null, state: 'SUCCESS', doneAt: happenedAt }
      await this.#refunds.take(merchant, { ...standing, refundFen: amountFen, totalFen: paidFen })
      return
    }
    const { mchid, subMchid } = merchant
    const trade = { outTradeNo: number, transactionId: wechatNumber, state: 'SUCCESS', totalFen: amountFen, currency: 'CNY' }
    await this.#trades.take(merchant, { ...trade, mchid, subMchid, appid, openid, paidAt: happenedAt }, 'trade-bill')
  }

  async #speaker({ companyId, account }: Claim): Promise<PayMerchant | null> {
    const [speaker] = await this.#database.run<{ id: string }>(SPEAKER, [companyId, account])
    return speaker ? this.#merchants.byId(speaker.id) : null
  }

  /** What is in the way is written down, and the bill asked for again. */
  async #tell({ companyId, id, version, account, day }: Claim, error: Error): Promise<void> {
    const isWrong = error instanceof BillUnreadable || (error instanceof PayError && error.kind === 'damaged')
    this.#log[isWrong ? 'error' : 'warn'](`${account} ${day}: ${error.message}`)
    const again = new Date(this.#clock.now().getTime() + AGAIN_MS)
    await this.#database.run(TROUBLE, [companyId, id, version, isWrong ? 'refused' : 'waiting', wordsOf(error), again])
  }
}

function wordsOf(error: Error): string {
  if (error instanceof BillUnreadable) return error.message
  if (!(error instanceof PayError)) return '核对没有完成，稍后自动重试'
  if (error.kind === 'statement-not-ready') return '微信支付还在生成账单，半小时后自动再取'
  if (error.kind === 'unavailable' || error.kind === 'busy') return '微信支付暂时没有应答，半小时后自动再取'
  return error.said || '微信支付没有给出账单，半小时后自动再取'
}
