import type { Merchant } from './merchants.ts'
import { fenOf, notifyUrlOf, optionalText, subMerchantOf, text } from './order-request.ts'
import { PayError, wrongField } from './pay-error.ts'

export interface RefundRequest {
  mchid: string
  subMchid: string | null
  transactionId: string | null
  outTradeNo: string | null
  outRefundNo: string
  reason: string | null
  notifyUrl: string | null
  totalFen: number
  refundFen: number
}

export function readRefund(body: Record<string, unknown>, merchant: Merchant): RefundRequest {
  const transactionId = optionalText(body, 'transaction_id', 32)
  const outTradeNo = optionalText(body, 'out_trade_no', 32)
  if (!transactionId && !outTradeNo) throw wrongField('transaction_id', undefined, '与out_trade_no二选一必填')
  const outRefundNo = text(body, 'out_refund_no', 1, 64)
  if (!/^[0-9A-Za-z_\-|*@]+$/.test(outRefundNo)) throw wrongField('out_refund_no', outRefundNo, '只能是数字、大小写字母_-|*@')
  const { refund, total, currency } = (body.amount ?? {}) as Record<string, unknown>
  if (currency !== 'CNY') throw wrongField('amount.currency', currency, '只支持人民币：CNY')
  const refundFen = fenOf(refund, 'amount.refund')
  const totalFen = fenOf(total, 'amount.total')
  if (refundFen > totalFen) throw new PayError('INVALID_REQUEST', '退款金额大于订单金额')
  return {
    mchid: merchant.mchid,
    subMchid: subMchidOf(body.sub_mchid, merchant),
    transactionId,
    outTradeNo,
    outRefundNo,
    reason: optionalText(body, 'reason', 80),
    notifyUrl: body.notify_url === undefined ? null : notifyUrlOf(body.notify_url),
    totalFen,
    refundFen,
  }
}

/** Who serves others says for whom; who trades for itself says nothing of the kind. */
export function subMchidOf(given: unknown, merchant: Merchant): string | null {
  if (merchant.mode === 'direct') {
    if (given !== undefined) throw new PayError('NO_AUTH', '商户类型不支持该接口')
    return null
  }
  if (typeof given !== 'string') throw wrongField('sub_mchid', given, '必填')
  return subMerchantOf(merchant, given).mchid
}
