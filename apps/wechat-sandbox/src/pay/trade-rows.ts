import { beijingDay } from '../state/clock.ts'
import type { BillType, Row } from './bill-columns.ts'
import type { Order } from './orders.ts'
import type { Refund } from './refunds.ts'

export const feeRate = 0.006

/** One line of a trade bill before it is written: sums still in fen. */
export interface Trade {
  order: Order
  refund: Refund | null
  totalFen: number
  refundFen: number
  feeFen: number
}

export function tradesOf(day: string, orders: Order[], refunds: Refund[], type: BillType): Trade[] {
  const paid = orders.flatMap((order) => (order.paidAt !== null && beijingDay(order.paidAt) === day ? [paidTrade(order)] : []))
  const refunded = refunds.flatMap((refund) => {
    const order = orders.find(({ mchid, outTradeNo }) => mchid === refund.mchid && outTradeNo === refund.outTradeNo)
    return order && beijingDay(refund.createdAt) === day ? [refundTrade(order, refund)] : []
  })
  return [...(type === 'REFUND' ? [] : paid), ...(type === 'SUCCESS' ? [] : refunded)].sort((a, b) => timeOf(a) - timeOf(b))
}

/** Bills are in yuan, with two digits; the fee has five. */
export function rowOf(trade: Trade): Row {
  const { order, refund, totalFen, refundFen, feeFen } = trade
  return {
    交易时间: billTime(timeOf(trade)),
    公众账号ID: order.appid,
    商户号: order.mchid,
    特约商户号: order.subMchid ?? '0',
    设备号: '',
    微信订单号: order.transactionId ?? '',
    商户订单号: order.outTradeNo,
    用户标识: order.openid,
    交易类型: 'JSAPI',
    交易状态: refund ? 'REFUND' : 'SUCCESS',
    付款银行: 'OTHERS',
    货币种类: 'CNY',
    应结订单金额: yuan(refund ? 0 : totalFen),
    代金券金额: yuan(0),
    退款申请时间: refund ? billTime(refund.createdAt) : '',
    退款成功时间: refund?.status === 'SUCCESS' && refund.endedAt !== null ? billTime(refund.endedAt) : '',
    微信退款单号: refund?.refundId ?? '0',
    商户退款单号: refund?.outRefundNo ?? '0',
    退款金额: yuan(refundFen),
    充值券退款金额: yuan(0),
    退款类型: refund ? 'ORIGINAL' : '',
    退款状态: refund ? refundWords[refund.status] : '',
    商品名称: order.description,
    商户数据包: order.attach ?? '',
    手续费: yuan(feeFen, 5),
    费率: '0.60%',
    订单金额: yuan(refund ? 0 : totalFen),
    申请退款金额: yuan(refundFen),
    费率备注: '',
  }
}

export function summaryOf(trades: Trade[]): Row {
  const paid = sum(trades, ({ refund, totalFen }) => (refund ? 0 : totalFen))
  const refunded = sum(trades, ({ refundFen }) => refundFen)
  return {
    总交易单数: String(trades.length),
    应结订单总金额: yuan(paid),
    退款总金额: yuan(refunded),
    充值券退款总金额: yuan(0),
    手续费总金额: yuan(
      sum(trades, ({ feeFen }) => feeFen),
      5,
    ),
    订单总金额: yuan(paid),
    申请退款总金额: yuan(refunded),
  }
}

export function timeOf({ order, refund }: Trade): number {
  return refund ? refund.createdAt : (order.paidAt ?? 0)
}

export function billTime(at: number): string {
  return new Date(at + 8 * 3600_000).toISOString().slice(0, 19).replace('T', ' ')
}

export function yuan(fen: number, digits = 2): string {
  return (fen / 100).toFixed(digits)
}

export function sum<T>(items: T[], of: (item: T) => number): number {
  return items.reduce((whole, item) => whole + of(item), 0)
}

/** In the file a refund's states have other names than in the API. */
const refundWords: Readonly<Record<Refund['status'], string>> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  ABNORMAL: 'CHANGE',
  CLOSED: 'FAIL',
}

function paidTrade(order: Order): Trade {
  return { order, refund: null, totalFen: order.totalFen, refundFen: 0, feeFen: Math.round(order.totalFen * feeRate) }
}

function refundTrade(order: Order, refund: Refund): Trade {
  const { refundFen } = refund
  return { order, refund, totalFen: order.totalFen, refundFen, feeFen: -Math.round(refundFen * feeRate) }
}
