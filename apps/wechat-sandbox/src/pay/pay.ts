import type { Calls } from '../calls/calls.ts'
import type { Faults } from '../faults/faults.ts'
import type { Clock } from '../state/clock.ts'
import { transactionOf } from './answers.ts'
import { Merchants } from './merchants.ts'
import type { Merchant } from './merchants.ts'
import { Notices } from './notices.ts'
import type { Notice, News } from './notices.ts'
import { Orders } from './orders.ts'
import type { Order } from './orders.ts'
import { PayClock } from './pay-clock.ts'
import { PlatformKeys } from './platform-keys.ts'

/** WeChat Pay: merchants and their keys, orders, and what it tells. */
export class Pay {
  readonly clock: PayClock
  readonly merchants: Merchants
  readonly keys: PlatformKeys
  readonly orders: Orders
  readonly notices: Notices

  constructor(clock: Clock, appid: string, faults: Faults, calls: Calls) {
    this.clock = new PayClock(clock)
    this.merchants = new Merchants(appid)
    this.keys = new PlatformKeys(this.clock.now)
    this.orders = new Orders(this.clock.now)
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

  stop(): void {
    this.notices.stop()
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
