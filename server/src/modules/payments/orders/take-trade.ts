import { Injectable } from '@nestjs/common'
import type { PaymentProof } from '@yinuo/contracts'
import { Clock } from '../../../platform/clock/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import type { PayMerchant, Trade } from '../../../wechat/index.ts'
import { settlePayment } from '../actions/settle-payment.ts'
import { faultOfTrade, type TradeFault } from '../rules/index.ts'
import { idOfNumber, systemAct } from './system-act.ts'

/** What is said to be paid is not what was ordered; nothing is written. */
export class TradeRefused extends Error {
  readonly fault: TradeFault

  constructor(fault: TradeFault) {
    super(`what WeChat says of the order does not fit: ${fault}`)
    this.fault = fault
  }
}

interface Ordered {
  communityId: string
  paymentId: string
  amountFen: number
  openid: string | null
  state: string
  transactionId: string | null
}

const ORDERED = `
  SELECT p.community_id AS "communityId", p.id AS "paymentId", p.amount_fen::float8 AS "amountFen", a.openid,
    p.state, p.transaction_id AS "transactionId"
  FROM payments p LEFT JOIN accounts a ON a.id = p.account_id
  WHERE p.id = $1 AND p.way = 'wechat' AND p.merchant_id = $2`

/** Whoever waits longer than this for a payment's locks lets WeChat tell it again: it wants an answer within five seconds. */
const PATIENCE = `SET LOCAL lock_timeout = '3s'; SET LOCAL statement_timeout = '4s'`

/**
 * Takes WeChat's word that an order is paid, however it came: by notice, by query, by its bill. There is nobody signed in:
 * the order itself says which community it is of.
 */
@Injectable()
export class Trades {
  readonly #database: WorkerDatabase
  readonly #clock: Clock

  constructor(database: WorkerDatabase, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  /** @returns whether it was not known before. @throws TradeRefused when it is not what was ordered of this merchant. */
  async take(merchant: PayMerchant, trade: Trade, proof: PaymentProof, traceId?: string): Promise<boolean> {
    const id = idOfNumber(trade.outTradeNo)
    const [ordered] = id ? await this.#database.run<Ordered>(ORDERED, [id, merchant.id]) : []
    if (!ordered) throw new TradeRefused('order')
    const fault = faultOfTrade(trade, ordered, merchant)
    if (fault) throw new TradeRefused(fault)
    if (ordered.state === 'paid' && ordered.transactionId === trade.transactionId) return false
    const { communityId, paymentId, amountFen } = ordered
    const proved = { communityId, paymentId, amountFen, proof, transactionId: trade.transactionId!, paidAt: trade.paidAt! }
    const { isNew } = await this.#database.transaction(async (tx) => {
      await tx.query(PATIENCE)
      return settlePayment(tx, systemAct(this.#clock.now(), communityId, traceId), proved)
    })
    return isNew
  }
}
