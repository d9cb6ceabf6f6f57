import type { Order } from './orders.ts'
import type { Refund } from './refunds.ts'
import { tradeStates } from './orders.ts'

/** An instant as WeChat Pay writes it: Beijing's time, to the second. */
export function payTime(at: number): string {
  return `${new Date(at + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`
}

export function partiesOf({ mchid, subMchid }: { mchid: string; subMchid: string | null }): Record<string, string> {
  return subMchid === null ? { mchid } : { sp_mchid: mchid, sub_mchid: subMchid }
}

/** An order as a query answers it and a notice tells it. */
export function transactionOf(order: Order): Record<string, unknown> {
  const { appid, subAppid, subMchid, openid, payerIsOfSub, attach, transactionId, paidAt, totalFen } = order
  const apps = subMchid === null ? { appid } : { sp_appid: appid, ...(subAppid === null ? {} : { sub_appid: subAppid }) }
  const payerField = subMchid === null ? 'openid' : payerIsOfSub ? 'sub_openid' : 'sp_openid'
  const paid = transactionId !== null && paidAt !== null
  return {
    ...partiesOf(order),
    ...apps,
    out_trade_no: order.outTradeNo,
    ...(paid ? { transaction_id: transactionId, trade_type: 'JSAPI', bank_type: 'OTHERS', success_time: payTime(paidAt) } : {}),
    trade_state: order.state,
    trade_state_desc: tradeStates[order.state],
    // What was attached comes back only once it is paid.
    ...(paid ? { attach: attach ?? '' } : {}),
    payer: paid ? { [payerField]: openid } : {},
    amount: {
      total: totalFen,
      ...(paid ? { payer_total: totalFen, payer_currency: 'CNY' } : {}),
      currency: 'CNY',
    },
    promotion_detail: [],
  }
}

/** A refund as it is answered. */
export function refundAnswer(refund: Refund): Record<string, unknown> {
  const { totalFen, refundFen } = refund
  return {
    ...namesOf(refund),
    channel: 'ORIGINAL',
    create_time: payTime(refund.createdAt),
    status: refund.status,
    funds_account: 'UNSETTLED',
    amount: {
      total: totalFen,
      refund: refundFen,
      payer_total: totalFen,
      payer_refund: refundFen,
      settlement_total: totalFen,
      settlement_refund: refundFen,
      discount_refund: 0,
      currency: 'CNY',
      from: [],
    },
    promotion_detail: [],
  }
}

/** A refund as a notice tells of it. */
export function refundNews(refund: Refund): Record<string, unknown> {
  const { totalFen: total, refundFen } = refund
  return {
    ...partiesOf(refund),
    ...namesOf(refund),
    refund_status: refund.status,
    amount: { total, refund: refundFen, payer_total: total, payer_refund: refundFen },
  }
}

function namesOf(refund: Refund): Record<string, unknown> {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    user_received_account: '支付用户零钱',
    ...(refund.status === 'SUCCESS' && refund.endedAt !== null ? { success_time: payTime(refund.endedAt) } : {}),
  }
}
