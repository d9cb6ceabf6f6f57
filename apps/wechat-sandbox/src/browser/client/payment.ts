import { askPassword, showPaid } from './pay-sheet.ts'
import type { PaySheet } from './pay-sheet.ts'
import type { WechatLine } from './wechat-line.ts'

export interface PaymentOptions {
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

type Outcome = { errMsg: string } | { wrongPassword: true }

/** wx.requestPayment. What it answers is no proof of anything: that the merchant's server asks WeChat. */
export async function requestPayment(line: WechatLine, options: PaymentOptions): Promise<{ errMsg: string }> {
  const sheet = await line.ask<PaySheet | { errMsg: string }>('POST', '{phone}/payments/sheet', options).catch(noNetwork)
  if ('errMsg' in sheet) throw sheet
  let refused: { errMsg: string } | null = null
  const paid = await askPassword(sheet, async (password) => {
    const outcome = await line.ask<Outcome>('POST', '{phone}/payments', { ...options, password }).catch(noNetwork)
    if ('wrongPassword' in outcome) return false
    if (!outcome.errMsg.endsWith(':ok')) refused = outcome
    return true
  })
  if (!paid) throw { errMsg: 'requestPayment:fail cancel' }
  if (refused) throw refused
  await showPaid(sheet)
  return { errMsg: 'requestPayment:ok' }
}

function noNetwork(): { errMsg: string } {
  return { errMsg: 'requestPayment:fail network error' }
}
