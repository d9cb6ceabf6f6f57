import type { Calls } from '../calls/calls.ts'
import type { Faults } from '../faults/faults.ts'
import type { Clock } from '../state/clock.ts'
import { refundNews, transactionOf } from './answers.ts'
import { Bills } from './bills.ts'
import { Merchants } from './merchants.ts'
import type { Merchant } from './merchants.ts'
import { Notices } from './notices.ts'
import type { Notice, News } from './notices.ts'
import { Orders } from './orders.ts'
import type { Order } from './orders.ts'
import { PayClock } from './pay-clock.ts'
import { PlatformKeys } from './platform-keys.ts'
import type { RefundRequest } from './refund-request.ts'
import { Refunds } from './refunds.ts'
import type { Refund, RefundOutcome } from './refunds.ts'

const refundTakesMs = 1_000
const refundWords = { SUCCESS: '退款成功', ABNORMAL: '退款异常', CLOSED: '退款关闭' } as const

/** WeChat Pay: merchants and their keys, orders, refunds, bills, and what it tells. */
export class Pay {
  readonly clock: PayClock
  readonly merchants: Merchants
  readonly keys: PlatformKeys
  readonly orders: Orders
  readonly refunds: Refunds
  readonly bills: Bills
  readonly notices: Notices
  readonly #outcomes: RefundOutcome[] = []
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(clock: Clock, appid: string, faults: Faults, calls: Calls) {
    this.clock = new PayClock(clock)
    this.merchants = new Merchants(appid)
    this.keys = new PlatformKeys(this.clock.now)
    this.orders = new Orders(this.clock.now)
    this.refunds = new Refunds(this.clock.now, this.orders)
    this.bills = new Bills(this.clock.now, this.orders, this.refunds)
    this.notices = new Notices(this.clock, this.merchants, this.keys, faults, calls)
  }

  merchantOf({ mchid }: { mchid: string }): Merchant {
    const merchant = this.merchants.byId(mchid)
    if (!merchant) throw new Error(`there is no merchant ${mchid}`)
    return merchant
  }

  /** Somebody confirms with their password; the merchant's server is told. */
  payAs(openid: string, prepayId: string): Order {
    const hindrance = this.orders.hindrance(prepayId, openid)
    if (hindrance) throw new Error(hindrance)
    return this.#told(this.orders.pay(prepayId))
  }

  /** The money arrives although the order was closed or had run out. */
  payLate(mchid: string, outTradeNo: string): Order {
    return this.#told(this.orders.payLate(this.orders.byNumber({ mchid }, outTradeNo)))
  }

  /** A notice of a paid order that nobody has sent: a test sends it as it likes. */
  noticeOf(order: Order): Notice {
    return this.notices.make(this.merchantOf(order), this.#newsOf(order))
  }

  /** Accepts a refund, which ends a little later. */
  refund(request: RefundRequest): Refund {
    const refund = this.refunds.ask(request, this.#availableFen(this.merchantOf(request)))
    this.#endLater(refund)
    return refund
  }

  /** How the next refunds end, one after the other; all others succeed. */
  planRefunds(...outcomes: RefundOutcome[]): void {
    this.#outcomes.push(...outcomes)
  }

  endRefund(refund: Refund, outcome = this.#outcomes.shift() ?? 'SUCCESS'): void {
    if (refund.status !== 'PROCESSING') return
    this.refunds.end(refund, outcome)
    if (refund.notifyUrl === null) return
    this.notices.tell(this.merchantOf(refund), {
      eventType: `REFUND.${outcome}`,
      summary: refundWords[outcome],
      original: 'refund',
      resource: refundNews(refund),
      url: refund.notifyUrl,
    })
  }

  /** Ends every refund that was accepted: with a test's clock nothing ends by itself. */
  endRefunds(): number {
    const open = this.refunds.all().filter(({ status }) => status === 'PROCESSING')
    for (const refund of open) this.endRefund(refund)
    return open.length
  }

  /** After a restart: what was accepted ends all the same. */
  resume(): void {
    for (const refund of this.refunds.all()) this.#endLater(refund)
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.notices.stop()
  }

  #endLater(refund: Refund): void {
    if (refund.status !== 'PROCESSING' || this.clock.followed) return
    this.#timers.add(setTimeout(() => this.endRefund(refund), refundTakesMs).unref())
  }

  #availableFen({ mchid, withdrawnFen }: Merchant): number {
    const received = this.orders.all().filter((order) => order.mchid === mchid && order.paidAt !== null)
    const returned = this.refunds.all().filter((refund) => refund.mchid === mchid && refund.status !== 'CLOSED')
    const sum = (all: number[]) => all.reduce((whole, fen) => whole + fen, 0)
    return sum(received.map(({ totalFen }) => totalFen)) - sum(returned.map(({ refundFen }) => refundFen)) - withdrawnFen
  }

  #told(order: Order): Order {
    this.notices.tell(this.merchantOf(order), this.#newsOf(order))
    return order
  }

  #newsOf(order: Order): News {
    return {
      eventType: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      original: 'transaction',
      resource: transactionOf(order),
      url: order.notifyUrl,
    }
  }
}
