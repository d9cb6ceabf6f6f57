import { randomBytes, randomInt } from 'node:crypto'
import { beijingDay } from '../state/clock.ts'
import type { OrderRequest } from './order-request.ts'
import { PayError } from './pay-error.ts'

export const tradeStates = {
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  NOTPAY: '订单未支付',
  CLOSED: '订单已关闭',
  USERPAYING: '用户支付中',
  PAYERROR: '支付失败',
} as const
export type TradeState = keyof typeof tradeStates

export interface Order extends Omit<OrderRequest, 'expiresAt'> {
  state: TradeState
  expiresAt: number
  createdAt: number
  transactionId: string | null
  paidAt: number | null
  prepays: { id: string; at: number }[]
}

export interface Merchantship {
  mchid: string
  subMchid?: string | null
}

const minute = 60_000
const day = 24 * 3600_000
const prepayLivesFor = 2 * 3600_000
const closedAfter = 7 * day
const latestExpiry = 90 * day

/** What was ordered, by the number the merchant gave it: one order of each number and merchant. */
export class Orders {
  readonly #now: () => number
  #orders = new Map<string, Order>()
  #byTransaction = new Map<string, Order>()
  #byPrepay = new Map<string, Order>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** @returns the prepay id; the same order asked again is given a fresh one */
  place(request: OrderRequest): string {
    const known = this.#known(request.mchid, request.outTradeNo)
    if (!known) return this.#prepay(this.#add(request))
    if (known.state === 'SUCCESS' || known.state === 'REFUND') throw new PayError('ORDERPAID')
    if (known.state === 'CLOSED') throw new PayError('ORDER_CLOSED')
    if (isChanged(known, request)) throw new PayError('OUT_TRADE_NO_USED')
    if (this.#now() >= known.expiresAt) throw new PayError('INVALID_REQUEST', '订单已过期，请更换商户订单号重新下单')
    return this.#prepay(known)
  }

  byNumber({ mchid, subMchid }: Merchantship, outTradeNo: string): Order {
    const order = this.#known(mchid, outTradeNo)
    if (!order || isOfAnother(order, subMchid)) throw new PayError('ORDERNOTEXIST')
    return order
  }

  byTransaction({ mchid, subMchid }: Merchantship, transactionId: string): Order {
    const order = this.#byTransaction.get(transactionId)
    if (!order || order.mchid !== mchid || isOfAnother(order, subMchid)) throw new PayError('ORDERNOTEXIST')
    return order
  }

  byPrepay(prepayId: string): { order: Order; at: number } | undefined {
    const order = this.#byPrepay.get(prepayId)
    const prepay = order?.prepays.find(({ id }) => id === prepayId)
    return order && prepay ? { order: this.#aged(order), at: prepay.at } : undefined
  }

  /** @returns why it cannot be paid now, in the words the phone shows; nothing when it can */
  hindrance(prepayId: string, openid: string): string | null {
    const found = this.byPrepay(prepayId)
    if (!found) return '订单号非法'
    const { order, at } = found
    if (order.openid !== openid) return '下单账号与支付账号不一致，请核实后再支付'
    if (order.state === 'SUCCESS' || order.state === 'REFUND') return '该订单已支付'
    if (order.state === 'CLOSED') return '订单已关闭，请重新下单'
    if (this.#now() >= order.expiresAt || this.#now() - at >= prepayLivesFor) return '订单已超时，请重新下单'
    return null
  }

  pay(prepayId: string): Order {
    const found = this.byPrepay(prepayId)
    if (!found || found.order.state !== 'NOTPAY') throw new Error('this order cannot be paid')
    return this.#paid(found.order)
  }

  /** As when the money was on its way while the merchant closed: it is paid all the same. */
  payLate(order: Order): Order {
    if (order.transactionId) throw new Error('this order is paid already')
    return this.#paid(order)
  }

  close(order: Order): void {
    if (order.state === 'SUCCESS' || order.state === 'REFUND') throw new PayError('ORDERPAID')
    order.state = 'CLOSED'
  }

  all(): Order[] {
    return [...this.#orders.values()].map((order) => this.#aged(order))
  }

  snapshot(): Order[] {
    return this.all()
  }

  restore(written: Order[]): void {
    for (const order of written) this.#keep(order)
  }

  #add({ expiresAt, ...request }: OrderRequest): Order {
    const now = this.#now()
    const wanted = expiresAt ?? now + closedAfter
    const order: Order = {
      ...request,
      state: 'NOTPAY',
      // Less than a minute is raised to one.
      expiresAt: Math.min(Math.max(wanted, now + minute), now + latestExpiry),
      createdAt: now,
      transactionId: null,
      paidAt: null,
      prepays: [],
    }
    this.#keep(order)
    return order
  }

  #keep(order: Order): void {
    this.#orders.set(keyOf(order.mchid, order.outTradeNo), order)
    for (const { id } of order.prepays) this.#byPrepay.set(id, order)
    if (order.transactionId) this.#byTransaction.set(order.transactionId, order)
  }

  #prepay(order: Order): string {
    const at = this.#now()
    const id = `wx${digitsOf(at, 14)}${randomBytes(9).toString('hex')}0000`.slice(0, 36)
    order.prepays.push({ id, at })
    this.#byPrepay.set(id, order)
    return id
  }

  #paid(order: Order): Order {
    const at = this.#now()
    order.state = 'SUCCESS'
    order.paidAt = at
    order.transactionId = `420000${randomInt(1000, 9999)}${digitsOf(at, 8)}${String(randomInt(0, 1e10)).padStart(10, '0')}`
    this.#byTransaction.set(order.transactionId, order)
    return order
  }

  #known(mchid: string, outTradeNo: string): Order | undefined {
    const order = this.#orders.get(keyOf(mchid, outTradeNo))
    return order && this.#aged(order)
  }

  /** WeChat itself closes what nobody paid within seven days. */
  #aged(order: Order): Order {
    if (order.state === 'NOTPAY' && this.#now() - order.createdAt >= Math.max(closedAfter, order.expiresAt - order.createdAt))
      order.state = 'CLOSED'
    return order
  }
}

function keyOf(mchid: string, outTradeNo: string): string {
  return `${mchid}/${outTradeNo}`
}

function isOfAnother(order: Order, subMchid: string | null | undefined): boolean {
  return subMchid !== undefined && order.subMchid !== subMchid
}

function isChanged(order: Order, request: OrderRequest): boolean {
  return (['totalFen', 'description', 'openid', 'appid', 'subMchid', 'attach', 'notifyUrl'] as const).some(
    (name) => order[name] !== request[name],
  )
}

/** Beijing's day and time in digits. */
function digitsOf(at: number, length: number): string {
  const clock = new Date(at + 8 * 3600_000).toISOString().slice(11, 19).replaceAll(':', '')
  return `${beijingDay(at).replaceAll('-', '')}${clock}`.slice(0, length)
}
