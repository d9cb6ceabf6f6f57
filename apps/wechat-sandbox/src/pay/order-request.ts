import { PayError, wrongField } from './pay-error.ts'
import type { Merchant, SubMerchant } from './merchants.ts'

/** An order as the merchant asks for it, read and found good. */
export interface OrderRequest {
  mchid: string
  subMchid: string | null
  appid: string
  subAppid: string | null
  /** the payer, under the app id of the mini-program in which is paid */
  openid: string
  payerIsOfSub: boolean
  description: string
  outTradeNo: string
  attach: string | null
  notifyUrl: string
  totalFen: number
  expiresAt: number | null
}

type Fields = Record<string, unknown>

const mostText = { description: 127, attach: 128, notifyUrl: 255, appid: 32 } as const

export function readOrder(body: Fields, merchant: Merchant, mode: Merchant['mode']): OrderRequest {
  const partner = mode === 'partner'
  const appid = text(body, partner ? 'sp_appid' : 'appid', 1, mostText.appid)
  const mchid = text(body, partner ? 'sp_mchid' : 'mchid', 1, 32)
  if (mchid !== merchant.mchid) throw new PayError('NO_AUTH', '商户号与签名的商户不一致')
  if (partner !== (merchant.mode === 'partner')) throw new PayError('NO_AUTH', '商户类型不支持该接口')
  if (appid !== merchant.appid) throw new PayError('APPID_MCHID_NOT_MATCH')
  const subAppid = partner ? optionalText(body, 'sub_appid', mostText.appid) : null
  const payer = (body.payer ?? {}) as Fields
  const payerIsOfSub = partner && payer.sp_openid === undefined
  const payerField = partner ? (payerIsOfSub ? 'sub_openid' : 'sp_openid') : 'openid'
  if (payerIsOfSub && !subAppid) throw wrongField('sub_appid', undefined, '传sub_openid时sub_appid必填')
  return {
    mchid,
    subMchid: partner ? subMerchantOf(merchant, text(body, 'sub_mchid', 1, 32)).mchid : null,
    appid,
    subAppid,
    openid: text(payer, payerField, 1, 128, 'payer.'),
    payerIsOfSub,
    description: text(body, 'description', 1, mostText.description),
    outTradeNo: outTradeNoOf(body.out_trade_no),
    attach: optionalText(body, 'attach', mostText.attach),
    notifyUrl: notifyUrlOf(body.notify_url),
    totalFen: totalOf(body.amount),
    expiresAt: expiryOf(body.time_expire),
  }
}

export function subMerchantOf(merchant: Merchant, mchid: string): SubMerchant {
  const found = merchant.subMerchants.find((sub) => sub.mchid === mchid)
  if (!found) throw new PayError('NO_AUTH', '子商户未与服务商建立绑定关系')
  return found
}

/** WeChat takes https without a query; here a server on this very machine may do without the s. */
export function notifyUrlOf(given: unknown): string {
  const issue = '须为HTTPS地址，不带参数'
  if (typeof given !== 'string' || given.length > mostText.notifyUrl || !URL.canParse(given))
    throw wrongField('notify_url', given, issue)
  const { protocol, hostname, search, hash } = new URL(given)
  const here = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  if ((protocol !== 'https:' && !here) || search !== '' || hash !== '' || given.includes('?'))
    throw wrongField('notify_url', given, issue)
  return given
}

export function text(from: Fields, name: string, least: number, most: number, path = ''): string {
  const value = from[name]
  if (typeof value !== 'string' || value.length < least || [...value].length > most)
    throw wrongField(`${path}${name}`, value, `长度须为${least}到${most}`)
  return value
}

export function optionalText(from: Fields, name: string, most: number): string | null {
  return from[name] === undefined ? null : text(from, name, 0, most)
}

export function fenOf(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    throw wrongField(field, value, '须为大于0的整数，单位分')
  return value
}

function outTradeNoOf(value: unknown): string {
  if (typeof value !== 'string' || !/^[0-9A-Za-z_\-|*]{6,32}$/.test(value))
    throw wrongField('out_trade_no', value, '6到32个字符，只能是数字、大小写字母、_-|*')
  return value
}

function totalOf(amount: unknown): number {
  const { total, currency } = (amount ?? {}) as Fields
  if (currency !== undefined && currency !== 'CNY') throw wrongField('amount.currency', currency, '境内商户仅支持CNY')
  return fenOf(total, 'amount.total')
}

function expiryOf(value: unknown): number | null {
  if (value === undefined) return null
  const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
  if (typeof value !== 'string' || !rfc3339.test(value) || Number.isNaN(Date.parse(value)))
    throw wrongField('time_expire', value, '须为rfc3339格式')
  return Date.parse(value)
}
