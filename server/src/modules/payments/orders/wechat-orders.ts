import { Inject, Injectable, Logger } from '@nestjs/common'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { PayError, WechatPay, type PayMerchant, type PayParameters } from '../../../wechat/index.ts'
import { closePayment } from '../actions/close-payment.ts'
import { Merchants } from '../merchants/merchants.ts'
import { isOver, isPaid } from '../rules/index.ts'
import { numberOf, systemAct } from './system-act.ts'
import { Trades } from './take-trade.ts'

export interface OrderKey {
  communityId: string
  paymentId: string
}

interface Order extends OrderKey {
  state: 'open' | 'paid' | 'closed'
  merchantId: string
  amountFen: number
  expiresAt: Date
  openid: string | null
  description: string
  /** less is owed of one of its bills than it is for: somebody else has paid */
  outdated: boolean
}

const ORDER = `
  SELECT p.community_id AS "communityId", p.id AS "paymentId", p.state, p.merchant_id AS "merchantId", p.amount_fen::float8 AS "amountFen",
    p.expires_at AS "expiresAt", a.openid,
    c.name || coalesce(' ' || min(k.name), '预存') || CASE WHEN count(b.id) > 1 THEN '等' || count(b.id) || '项' ELSE '' END AS description,
    coalesce(bool_or(b.reversed_at IS NOT NULL OR b.amount_fen - b.waived_fen - b.paid_fen < t.amount_fen), false) AS outdated
  FROM payments p
  JOIN communities c ON c.id = p.community_id
  LEFT JOIN accounts a ON a.id = p.account_id
  LEFT JOIN payment_parts t ON t.community_id = p.community_id AND t.payment_id = p.id
  LEFT JOIN bills b ON b.community_id = t.community_id AND b.id = t.bill_id
  LEFT JOIN charges k ON k.community_id = b.community_id AND k.id = b.charge_id
  WHERE p.community_id = $1 AND p.id = $2 AND p.way = 'wechat'
  GROUP BY p.community_id, p.id, c.name, a.openid`

const HOLDERS = `
  SELECT DISTINCT payment_id AS "paymentId" FROM payment_parts WHERE community_id = $1 AND bill_id = ANY ($2::uuid[]) AND holds`

const LONGEST_DESCRIPTION = 42

/** What is ordered at WeChat: placed, asked about, closed. Our own rows are changed in short transactions between the calls. */
@Injectable()
export class WechatOrders {
  readonly #log = new Logger('payments')
  readonly #pay: WechatPay
  readonly #merchants: Merchants
  readonly #trades: Trades
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #publicUrl: string

  constructor(
    pay: WechatPay,
    merchants: Merchants,
    trades: Trades,
    database: WorkerDatabase,
    clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.#pay = pay
    this.#merchants = merchants
    this.#trades = trades
    this.#database = database
    this.#clock = clock
    this.#publicUrl = config.PUBLIC_URL.replace(/\/$/, '')
  }

  /**
   * Has WeChat ready for the payer's password. The same payment asked again is the same order.
   * @throws ProblemError PAYMENT_CLOSED, PAY_REFUSED, WECHAT_UNAVAILABLE
   */
  async place(key: OrderKey): Promise<PayParameters> {
    const order = await this.#read(key)
    const merchant = await this.#merchantOf(order)
    if (order.state !== 'open' || !order.openid || order.expiresAt <= this.#clock.now()) throw new ProblemError('PAYMENT_CLOSED')
    const prepayId = await this.#asking(() =>
      this.#pay.order(merchant, {
        outTradeNo: numberOf(order.paymentId),
        description: [...order.description].slice(0, LONGEST_DESCRIPTION).join(''),
        amountFen: order.amountFen,
        openid: order.openid!,
        expiresAt: order.expiresAt,
        notifyUrl: noticeUrl(this.#publicUrl, merchant.id),
      }),
    )
    const kept = await this.#database.run(
      `WITH kept AS (UPDATE payments SET prepay_id = $3 WHERE community_id = $1 AND id = $2 AND state = 'open' RETURNING 1) SELECT * FROM kept`,
      [key.communityId, key.paymentId, prepayId],
    )
    if (kept.length === 0) {
      await this.#follow(order, merchant, true)
      throw new ProblemError('PAYMENT_CLOSED')
    }
    return this.#pay.payParameters(merchant, prepayId)
  }

  /**
   * Asks WeChat how an order stands, and does what follows: settle, close, or wait.
   * @param isGivenUp nobody wants to pay it any more; it is closed unless it is paid
   * @param by who asks; nobody in particular when left out
   * @throws PayError when WeChat does not say
   */
  async follow(key: OrderKey, isGivenUp = false, by?: Act): Promise<void> {
    const order = await this.#read(key)
    if (order.state === 'open') await this.#follow(order, await this.#merchantOf(order), isGivenUp, by)
  }

  /** For people who wait for it. @throws ProblemError WECHAT_UNAVAILABLE, PAY_REFUSED */
  followNow(key: OrderKey, by: Act, isGivenUp = false): Promise<void> {
    return this.#asking(() => this.follow(key, isGivenUp, by))
  }

  /** Closes at WeChat every order that holds one of the bills, so that they can be paid otherwise; one that is paid is settled. */
  async release(act: Act, communityId: string, billIds: readonly string[]): Promise<void> {
    const holders = await this.#database.run<{ paymentId: string }>(HOLDERS, [communityId, billIds])
    for (const { paymentId } of holders) await this.followNow({ communityId, paymentId }, act, true)
  }

  async #follow(order: Order, merchant: PayMerchant, isGivenUp: boolean, by?: Act): Promise<void> {
    const outTradeNo = numberOf(order.paymentId)
    const trade = await this.#pay.query(merchant, outTradeNo)
    if (trade && isPaid(trade)) return void (await this.#trades.take(merchant, trade, 'query', by?.traceId))
    const isLate = order.expiresAt <= this.#clock.now()
    if (!isGivenUp && !isLate && !order.outdated && !(trade && isOver(trade))) return
    if (trade && !isOver(trade)) await this.#close(merchant, outTradeNo)
    await this.#closeOurs(order, by)
  }

  /** Paid in the very moment: the next question is answered with it. */
  async #close(merchant: PayMerchant, outTradeNo: string): Promise<void> {
    try {
      await this.#pay.close(merchant, outTradeNo)
    } catch (error) {
      if (!(error instanceof PayError) || error.kind !== 'paid') {
        if (error instanceof PayError && (error.kind === 'closed' || error.kind === 'unknown')) return
        throw error
      }
      const trade = await this.#pay.query(merchant, outTradeNo)
      if (!trade || !isPaid(trade)) throw error
      await this.#trades.take(merchant, trade, 'query')
    }
  }

  #closeOurs({ communityId, paymentId }: OrderKey, by?: Act): Promise<boolean> {
    const act = systemAct(this.#clock.now(), communityId, by?.traceId)
    const doer = by ? { ...act, actor: by.actor, address: by.address } : act
    return this.#database.transaction((tx) => closePayment(tx, doer, { communityId, paymentId }))
  }

  async #read({ communityId, paymentId }: OrderKey): Promise<Order> {
    const [order] = await this.#database.run<Order>(ORDER, [communityId, paymentId])
    if (!order) throw new ProblemError('NOT_FOUND')
    return order
  }

  async #merchantOf({ merchantId }: Order): Promise<PayMerchant> {
    const merchant = await this.#merchants.byId(merchantId)
    if (!merchant) throw new ProblemError('PAY_NOT_SET')
    return merchant
  }

  /** What WeChat says, for people. */
  async #asking<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PayError)) throw error
      this.#log.warn(error.message)
      if (error.kind === 'unavailable' || error.kind === 'busy') throw new ProblemError('WECHAT_UNAVAILABLE')
      throw new ProblemError('PAY_REFUSED', { reason: error.said || '请稍后再试' })
    }
  }
}

/** Where WeChat tells a merchant's news: no query is allowed there. */
export const noticeUrl = (publicUrl: string, merchantId: string): string => `${publicUrl}/api/wechat/pay/notices/${merchantId}`
