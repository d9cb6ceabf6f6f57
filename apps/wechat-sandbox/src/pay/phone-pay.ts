import type { PhoneView } from '../phones/phones.ts'
import type { Order } from './orders.ts'
import type { Pay } from './pay.ts'
import { isSignatureOf, lines } from './signing.ts'

/** What the mini-program hands to wx.requestPayment. */
export interface PaymentAsked {
  timeStamp?: unknown
  nonceStr?: unknown
  package?: unknown
  signType?: unknown
  paySign?: unknown
}

export interface PaySheet {
  prepayId: string
  amountFen: number
  merchant: string
  description: string
}

export const wrongPasswords = ['000000', '111111']

/** What the WeChat app looks at before it shows the sheet. Answers a refusal in its words. */
export function readPayment(pay: Pay, appid: string, phone: PhoneView, asked: PaymentAsked): PaySheet | { errMsg: string } {
  for (const name of ['timeStamp', 'nonceStr', 'package', 'paySign'] as const) {
    if (typeof asked[name] !== 'string' || asked[name] === '')
      return fail(`parameter error: parameter.${name} should be String instead of ${typeof asked[name]};`)
  }
  const { timeStamp, nonceStr, package: prepay, signType, paySign } = asked as Record<string, string>
  const prepayId = /^prepay_id=(.+)$/.exec(prepay as string)?.[1]
  if (signType !== 'RSA' || !prepayId) return fail('调用支付JSAPI缺少参数：package')
  const order = pay.orders.byPrepay(prepayId)?.order
  if (!order) return fail('支付验证签名失败')
  const message = lines(order.subAppid ?? appid, timeStamp as string, nonceStr as string, prepay as string)
  if (!isSignatureOf(paySign as string, message, pay.merchantOf(order).own.publicKeyPem)) return fail('支付验证签名失败')
  const hindrance = pay.orders.hindrance(prepayId, phone.openid)
  if (hindrance) return fail(hindrance)
  return { prepayId, amountFen: order.totalFen, merchant: shownName(pay, order), description: order.description }
}

export function fail(detail: string): { errMsg: string } {
  return { errMsg: `requestPayment:fail ${detail}` }
}

/** The payer sees who gets the money, not who serves them. */
function shownName(pay: Pay, order: Order): string {
  const merchant = pay.merchantOf(order)
  return merchant.subMerchants.find(({ mchid }) => mchid === order.subMchid)?.name ?? merchant.name
}
