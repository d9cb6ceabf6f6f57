import { createCipheriv, createDecipheriv, createSign, randomBytes } from 'node:crypto'
import type { Notice, NoticeRequest, Sandbox } from '@yinuo/wechat-sandbox'

type Content = Record<string, unknown>
type Resource = Record<'nonce' | 'ciphertext' | 'associated_data' | 'algorithm', string>

/** Where the same notice would be somebody else's. */
export interface Elsewhere {
  /** the merchant whose notice it is, and another one, as they stand in the address */
  ownId: string
  otherId: string
  /** an id of no merchant */
  unknownId: string
  otherMchid: string
}

/** What somebody who is not WeChat could send in the place of a notice: each by what is wrong with it. */
export function forgeriesOf(notice: Notice, pay: Sandbox['world']['pay'], elsewhere: Elsewhere): Record<string, NoticeRequest> {
  const merchant = pay.merchants.byId(notice.mchid)!
  const good = pay.notices.requestOf(notice)
  const { url, headers, body } = good
  const envelope = JSON.parse(body) as { resource: Resource }
  const content = unsealed(envelope.resource, merchant.apiV3Key)
  /** Signed by WeChat's own key, as if it came from there. */
  const signed = (text: string) => pay.notices.requestOf({ ...notice, body: text })
  const withResource = (change: Partial<Resource>) =>
    signed(JSON.stringify({ ...envelope, resource: { ...envelope.resource, ...change } }))
  const withContent = (change: Content) => withResource(sealed({ ...content, ...change }, merchant.apiV3Key))
  const withHeader = (name: string, value: string) => ({ ...good, headers: { ...headers, [name]: value } })
  const without = (name: string) => ({
    ...good,
    headers: Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name)),
  })
  const byOwnKey = createSign('RSA-SHA256')
    .update(`${headers['wechatpay-timestamp']}\n${headers['wechatpay-nonce']}\n${body}\n`)
    .sign(merchant.own.privateKeyPem, 'base64')
  const turned = Buffer.from(envelope.resource.ciphertext, 'base64')
  turned[turned.length - 1]! ^= 1
  return {
    'a changed byte': { ...good, body: body.replace('TRANSACTION.SUCCESS', 'TRANSACTION.SUCCESs') },
    'written anew': { ...good, body: JSON.stringify(JSON.parse(body), null, 1) },
    'a foreign serial': withHeader('wechatpay-serial', 'PUB_KEY_ID_0199'),
    'the merchant’s own key': withHeader('wechatpay-signature', byOwnKey),
    'no timestamp': without('wechatpay-timestamp'),
    'another timestamp': withHeader('wechatpay-timestamp', String(Number(headers['wechatpay-timestamp']) - 1)),
    'no nonce': without('wechatpay-nonce'),
    'no serial': without('wechatpay-serial'),
    'two serials': withHeader('wechatpay-serial', `${headers['wechatpay-serial']}, ${headers['wechatpay-serial']}`),
    'no signature': without('wechatpay-signature'),
    'a probe': withHeader('wechatpay-signature', `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`),
    'another type of signature': withHeader('wechatpay-signature-type', 'WECHATPAY2-SM2-WITH-SM3'),
    'another merchant’s address': { ...good, url: url.replace(elsewhere.ownId, elsewhere.otherId) },
    'no merchant': { ...good, url: url.replace(elsewhere.ownId, elsewhere.unknownId) },
    'another algorithm': withResource({ algorithm: 'AEAD_SM4_GCM' }),
    'other associated data': withResource({ associated_data: 'refund' }),
    'another nonce inside': withResource({ nonce: 'x'.repeat(12) }),
    'a turned bit of the tag': withResource({ ciphertext: turned.toString('base64') }),
    'a tag cut short': withResource({ ciphertext: turned.subarray(0, -4).toString('base64') }),
    'another key inside': withResource(sealed(content, 'k'.repeat(32))),
    'the wrong amount': withContent({ amount: { total: 99, currency: 'CNY' } }),
    'another currency': withContent({ amount: { total: 100, currency: 'USD' } }),
    'another mchid': withContent({ mchid: elsewhere.otherMchid }),
    'another app': withContent({ appid: 'wx1' }),
    'another payer': withContent({ payer: { openid: 'oOther' } }),
    'an unknown order': withContent({ out_trade_no: '0'.repeat(32) }),
    'a number that is none': withContent({ out_trade_no: "' OR 1=1" }),
    'nothing paid': withContent({ trade_state: 'NOTPAY' }),
    'no transaction': withContent({ transaction_id: undefined }),
  }
}

function sealed(content: Content, key: string) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('transaction'))
  const text = [cipher.update(JSON.stringify(content), 'utf8'), cipher.final(), cipher.getAuthTag()]
  return { nonce, ciphertext: Buffer.concat(text).toString('base64') }
}

function unsealed({ nonce, ciphertext, associated_data: associated }: Resource, key: string): Content {
  const bytes = Buffer.from(ciphertext, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated)).setAuthTag(bytes.subarray(-16))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')) as Content
}
