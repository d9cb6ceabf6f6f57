import { randomInt } from 'node:crypto'
import { beijingDay } from '../state/clock.ts'
import type { Order, Orders } from './orders.ts'
import { PayError } from './pay-error.ts'
import type { RefundRequest } from './refund-request.ts'

export const refundOutcomes = ['SUCCESS', 'ABNORMAL', 'CLOSED'] as const
export type RefundOutcome = (typeof refundOutcomes)[number]

export interface Refund {
  mchid: string
  subMchid: string | null
  outRefundNo: string
  refundId: string
  outTradeNo: string
  transactionId: string
  reason: string | null
  notifyUrl: string | null
  totalFen: number
  refundFen: number
  status: 'PROCESSING' | RefundOutcome
  createdAt: number
  endedAt: number | null
}

const minute = 60_000
const refundableFor = 365 * 24 * 3600_000
const mostOfAnOrder = 50
/** A refund that did not come about leaves its part of the order free again. */
const counts = ({ status }: Refund) => status !== 'CLOSED'

/** Refunds by the merchant's own number: however often it asks with one number, it pays back once. */
export class Refunds {
  readonly #now: () => number
  readonly #orders: Orders
  #refunds = new Map<string, Refund>()

  constructor(now: () => number, orders: Orders) {
    this.#now = now
    this.#orders = orders
  }

  /** Accepts, which is not yet to have paid back. */
  ask(request: RefundRequest, availableFen: number): Refund {
    const order = this.#orderOf(request)
    const known = this.#refunds.get(keyOf(request.mchid, request.outRefundNo))
    if (known) return this.#sameAgain(known, order, request)
    const before = this.of(order)
    this.#decide(order, request, before, availableFen)
    const now = this.#now()
    const refund: Refund = {
      mchid: order.mchid,
      subMchid: order.subMchid,
      outRefundNo: request.outRefundNo,
      refundId: `503${randomInt(10_000, 99_999)}${beijingDay(now).replaceAll('-', '')}${String(randomInt(0, 1e12)).padStart(12, '0')}`,
      outTradeNo: order.outTradeNo,
      transactionId: order.transactionId as string,
      reason: request.reason,
      notifyUrl: request.notifyUrl,
      totalFen: order.totalFen,
      refundFen: request.refundFen,
      status: 'PROCESSING',
      createdAt: now,
      endedAt: null,
    }
    order.state = 'REFUND'
    this.#refunds.set(keyOf(refund.mchid, refund.outRefundNo), refund)
    return refund
  }

  end(refund: Refund, outcome: RefundOutcome): void {
    refund.status = outcome
    refund.endedAt = this.#now()
  }

  byNumber(mchid: string, subMchid: string | null | undefined, outRefundNo: string): Refund {
    const refund = this.#refunds.get(keyOf(mchid, outRefundNo))
    if (!refund || (subMchid !== undefined && refund.subMchid !== subMchid))
      throw new PayError('RESOURCE_NOT_EXISTS', '退款单不存在')
    return refund
  }

  of(order: Order): Refund[] {
    return this.all().filter(({ mchid, outTradeNo }) => mchid === order.mchid && outTradeNo === order.outTradeNo)
  }

  all(): Refund[] {
    return [...this.#refunds.values()]
  }

  snapshot(): Refund[] {
    return this.all()
  }

  restore(written: Refund[]): void {
    for (const refund of written) this.#refunds.set(keyOf(refund.mchid, refund.outRefundNo), refund)
  }

  #orderOf({ mchid, subMchid, transactionId, outTradeNo }: RefundRequest): Order {
    try {
      if (transactionId) return this.#orders.byTransaction({ mchid, subMchid }, transactionId)
      return this.#orders.byNumber({ mchid, subMchid }, outTradeNo as string)
    } catch {
      throw new PayError('RESOURCE_NOT_EXISTS', '订单不存在')
    }
  }

  #sameAgain(known: Refund, order: Order, request: RefundRequest): Refund {
    if (known.outTradeNo !== order.outTradeNo || known.refundFen !== request.refundFen || known.totalFen !== request.totalFen)
      throw new PayError('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试')
    return known
  }

  #decide(order: Order, request: RefundRequest, before: Refund[], availableFen: number): void {
    const now = this.#now()
    if (order.paidAt === null) throw new PayError('INVALID_REQUEST', '订单未支付，不能退款')
    if (request.totalFen !== order.totalFen)
      throw new PayError('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试')
    if (now - order.paidAt > refundableFor) throw new PayError('INVALID_REQUEST', '订单已超过退款期限')
    const counted = before.filter(counts)
    const left = order.totalFen - counted.reduce((sum, { refundFen }) => sum + refundFen, 0)
    if (left === 0) throw new PayError('INVALID_REQUEST', '订单已全额退款')
    if (request.refundFen > left) throw new PayError('INVALID_REQUEST', '申请退款金额大于订单剩余可退金额')
    if (counted.length >= mostOfAnOrder) throw new PayError('INVALID_REQUEST', '部分退款次数超过50次')
    if (before.some(({ createdAt }) => now - createdAt < minute))
      throw new PayError('FREQUENCY_LIMITED', '同一笔订单多次退款的请求需相隔1分钟')
    if (request.refundFen > availableFen) throw new PayError('NOT_ENOUGH')
  }
}

function keyOf(mchid: string, outRefundNo: string): string {
  return `${mchid}/${outRefundNo}`
}
