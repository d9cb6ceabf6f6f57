import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createCipheriv, createSign, createVerify, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import Library from 'wechatpay-node-v3'
import { TestClock } from '../../../test/test-clock.ts'
import type { Config } from '../../platform/config/index.ts'
import type { PayMerchant } from './pay-merchant.ts'
import { NotBelieved, type HeaderLines } from './signed-message.ts'
import { WechatPayOverWire } from './wechat-pay.ts'

const keyPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicKey, privateKey }
}

const [own, certified, open, stranger] = [keyPair(), keyPair(), keyPair(), keyPair()]
const clock = new TestClock()
const seconds = () => Math.floor(clock.now().getTime() / 1000)
const CERTIFICATE = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
const PUBLIC_KEY = 'PUB_KEY_ID_0000000000000024101100397200000006'
const API_KEY = 'a'.repeat(32)

const merchant: PayMerchant = {
  id: '0190a0a0-0000-7000-8000-000000000001',
  mode: 'direct',
  mchid: '1900000001',
  subMchid: null,
  appid: 'wx0000',
  serialNo: '40'.repeat(20),
  privateKeyPem: own.privateKey,
  apiKey: API_KEY,
  platformKeys: [
    { serial: CERTIFICATE, pem: certified.publicKey },
    { serial: PUBLIC_KEY, pem: open.publicKey },
  ],
  keySerial: PUBLIC_KEY,
}

interface Signing {
  at?: number
  nonce?: string
  key?: string
  serial?: string
}

const signed = (body: string, { at = seconds(), nonce = 'n0nce', key = open.privateKey, serial = PUBLIC_KEY }: Signing = {}) => ({
  'wechatpay-timestamp': String(at),
  'wechatpay-nonce': nonce,
  'wechatpay-serial': serial,
  'wechatpay-signature': createSign('RSA-SHA256').update(`${at}\n${nonce}\n${body}\n`).sign(key, 'base64'),
})

interface Asked {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

interface Answer {
  status?: number
  body?: string
  headers?: Record<string, string | string[]>
  slow?: boolean
}

let server: Server
let pay: WechatPayOverWire
const asked: Asked[] = []
let answer: () => Answer

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      asked.push({ method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(parts).toString() })
      const { status = 200, body = '', headers = signed(body), slow } = answer()
      if (slow) return
      response.writeHead(status, headers)
      response.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  pay = new WechatPayOverWire({ WECHAT_PAY_BASE: base } as Config, clock, 300)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked.length = 0
})

const draft = (over = {}) => ({
  outTradeNo: 'a'.repeat(32),
  description: '物业费',
  amountFen: 100,
  openid: 'o1',
  expiresAt: new Date('2026-11-21T04:15:00Z'),
  notifyUrl: 'https://yinuo.test/api/wechat/pay/notices/1',
  ...over,
})
const prepaid =
  (text = '{"prepay_id":"wx21"}', signing?: Signing) =>
  () => ({ body: text, headers: signed(text, signing) })

describe('a request to WeChat Pay', () => {
  it('[FIN-02] is signed by the library over its path and its body, with a strong nonce and our clock, once to our base', async () => {
    answer = prepaid()
    expect(await pay.order(merchant, draft())).toBe('wx21')
    await pay.order(merchant, draft())
    const nonces = asked.map(({ headers, method, url, body }) => {
      const said = new Map([...headers.authorization!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value!]))
      const message = `${method}\n${url}\n${said.get('timestamp')}\n${said.get('nonce_str')}\n${body}\n`
      expect(createVerify('RSA-SHA256').update(message).verify(own.publicKey, said.get('signature')!, 'base64')).toBe(true)
      expect(said.get('timestamp')).toBe(String(seconds()))
      expect(headers['wechatpay-serial']).toBe(PUBLIC_KEY)
      return said.get('nonce_str')
    })
    expect(nonces[0]).toMatch(/^[0-9A-F]{32}$/)
    expect(new Set(nonces).size).toBe(2)
    expect(JSON.parse(asked[0]!.body)).toMatchObject({
      mchid: merchant.mchid,
      amount: { total: 100, currency: 'CNY' },
      time_expire: '2026-11-21T12:15:00+08:00',
    })
  })

  it('[FIN-02] of a service provider names both merchants in each call', async () => {
    const below: PayMerchant = { ...merchant, mode: 'partner', subMchid: '1900008101' }
    answer = prepaid()
    await pay.order(below, draft())
    answer = () => ({ body: '{"trade_state":"NOTPAY","sp_mchid":"1900000001","sub_mchid":"1900008101"}' })
    expect(await pay.query(below, 'n1')).toMatchObject({ state: 'NOTPAY', mchid: '1900000001', subMchid: '1900008101' })
    answer = () => ({ status: 204 })
    await pay.close(below, 'n1')
    expect(asked.map(({ url }) => url)).toEqual([
      '/v3/pay/partner/transactions/jsapi',
      '/v3/pay/partner/transactions/out-trade-no/n1?sp_mchid=1900000001&sub_mchid=1900008101',
      '/v3/pay/partner/transactions/out-trade-no/n1/close',
    ])
    expect(JSON.parse(asked[0]!.body)).toMatchObject({
      sp_mchid: '1900000001',
      sub_mchid: '1900008101',
      payer: { sp_openid: 'o1' },
    })
  })

  it('[FIN-02] signs what the phone hands to requestPayment', () => {
    const given = pay.payParameters(merchant, 'wx21')
    const message = `${merchant.appid}\n${given.timeStamp}\n${given.nonceStr}\nprepay_id=wx21\n`
    expect(createVerify('RSA-SHA256').update(message).verify(own.publicKey, given.paySign, 'base64')).toBe(true)
    expect(given.nonceStr).not.toBe(pay.payParameters(merchant, 'wx21').nonceStr)
  })
})

describe('an answer of WeChat Pay', () => {
  it.each<[string, Signing]>([
    ['the public key', {}],
    ['the certificate while keys are switched', { key: certified.privateKey, serial: CERTIFICATE }],
  ])('[FIN-02] signed by %s is believed', async (_, signing) => {
    answer = prepaid(undefined, signing)
    expect(await pay.order(merchant, draft())).toBe('wx21')
  })

  it.each<[string, () => Answer]>([
    ['nobody (the library would not look)', () => ({ body: '{"prepay_id":"wx21"}', headers: {} })],
    ['somebody else', prepaid(undefined, { key: stranger.privateKey })],
    ['a serial nobody pinned', prepaid(undefined, { serial: 'PUB_KEY_ID_1' })],
    ['the other key than it says', prepaid(undefined, { serial: CERTIFICATE })],
    ['WeChat five minutes ago', prepaid(undefined, { at: seconds() - 300 })],
    ['WeChat five minutes ahead', prepaid(undefined, { at: seconds() + 300 })],
    ['WeChat, then changed', () => ({ body: '{"prepay_id":"wx22"}', headers: signed('{"prepay_id":"wx21"}') })],
    ['WeChat, then written anew', () => ({ body: '{ "prepay_id": "wx21" }', headers: signed('{"prepay_id":"wx21"}') })],
    [
      'two, of whom one is WeChat',
      () => {
        const body = '{"prepay_id":"wx21"}'
        const { 'wechatpay-signature': signature, ...rest } = signed(body)
        return { body, headers: { ...rest, 'wechatpay-signature': [signature, signature] } }
      },
    ],
    ['nobody, and a redirect', () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' } })],
    ['nobody in time', () => ({ slow: true })],
    ['a page of a proxy', () => ({ status: 502, body: '<html>', headers: {} })],
  ])('[FIN-02] signed by %s is no answer', async (_, given) => {
    answer = given
    await expect(pay.order(merchant, draft())).rejects.toMatchObject({ name: 'PayError' })
    expect(asked).toHaveLength(1)
  })

  it('[FIN-02] with a serial nobody knows makes us ask nobody for certificates, and no merchant trusts the keys of another', async () => {
    answer = prepaid(undefined, { serial: 'PUB_KEY_ID_1' })
    await expect(pay.order(merchant, draft())).rejects.toMatchObject({ kind: 'unavailable' })
    answer = prepaid()
    await pay.order(merchant, draft())
    const other = { ...merchant, platformKeys: [{ serial: CERTIFICATE, pem: certified.publicKey }], keySerial: CERTIFICATE }
    await expect(pay.order(other, draft())).rejects.toMatchObject({ kind: 'unavailable' })
    expect(asked.map(({ url }) => url).filter((url) => url.includes('certificates'))).toEqual([])
  })

  it.each([
    [400, 'ORDER_CLOSED', 'closed'],
    [400, 'ORDERPAID', 'paid'],
    [403, 'OUT_TRADE_NO_USED', 'number-used'],
    [403, 'NOT_ENOUGH', 'short-of-money'],
    [401, 'SIGN_ERROR', 'misconfigured'],
    [429, 'FREQUENCY_LIMITED', 'busy'],
    [500, 'SYSTEM_ERROR', 'unavailable'],
    [400, 'SOMETHING_NEW', 'refused'],
  ])('[FIN-02] %i %s means %s', async (status, code, kind) => {
    answer = () => ({ status, body: JSON.stringify({ code, message: '原因' }), headers: {} })
    await expect(pay.order(merchant, draft())).rejects.toMatchObject({ kind, code, said: '原因' })
  })

  it('[FIN-02] that there is no such order, or none closed any more, is told apart', async () => {
    answer = () => ({ status: 404, body: '{"code":"ORDERNOTEXIST","message":"订单不存在"}' })
    expect(await pay.query(merchant, 'n1')).toBeNull()
    answer = () => ({ status: 204 })
    await pay.close(merchant, 'n1')
    expect(JSON.parse(asked[1]!.body)).toEqual({ mchid: merchant.mchid })
  })
})

const transaction = { out_trade_no: 'n1', trade_state: 'SUCCESS', amount: { total: 100, currency: 'CNY' } }

interface Sealing {
  content?: string
  key?: string
  algorithm?: string
  change?: (sealed: Buffer) => void
  nonce?: string
  associated?: string
}

function noticeBody({ content = JSON.stringify(transaction), key = API_KEY, change, ...said }: Sealing = {}): string {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('transaction'))
  const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()])
  change?.(sealed)
  return JSON.stringify({
    id: 'EV-1',
    event_type: 'TRANSACTION.SUCCESS',
    resource: {
      algorithm: said.algorithm ?? 'AEAD_AES_256_GCM',
      ciphertext: sealed.toString('base64'),
      associated_data: said.associated ?? 'transaction',
      nonce: said.nonce ?? nonce,
    },
  })
}

const lines = (headers: Record<string, string>): string[] => Object.entries(headers).flat()
const told = (body: string, headers: HeaderLines = lines(signed(body))) =>
  pay.readNotice(merchant, { headers, body: Buffer.from(body) })
const reasonOf = (read: () => unknown): string => {
  try {
    read()
  } catch (error) {
    if (error instanceof NotBelieved) return error.reason
    throw error
  }
  return 'believed'
}

describe('a notice of WeChat Pay', () => {
  it('[FIN-02] is believed and opened, also when it comes again', () => {
    const body = noticeBody()
    const headers = lines(signed(body))
    for (let turn = 0; turn < 2; turn++)
      expect(told(body, headers)).toEqual({ id: 'EV-1', eventType: 'TRANSACTION.SUCCESS', content: transaction })
  })

  const flip = (at: number) => (sealed: Buffer) => void (sealed[at]! ^= 1)
  const body = noticeBody()
  const without = (name: string) => lines(signed(body)).filter((_, at, all) => all[at - (at % 2)] !== name)
  const probe = { ...signed(body), 'wechatpay-signature': `WECHATPAY/SIGNTEST/${signed(body)['wechatpay-signature']}` }
  it.each<[string, string, () => unknown]>([
    ['a changed byte', 'signature', () => told(body.replace('EV-1', 'EV-2'), lines(signed(body)))],
    ['the same JSON written anew', 'signature', () => told(JSON.stringify(JSON.parse(body), null, 1), lines(signed(body)))],
    ['an unknown serial', 'unknown-serial', () => told(body, lines(signed(body, { serial: 'PUB_KEY_ID_1' })))],
    ['the wrong serial', 'signature', () => told(body, lines(signed(body, { serial: CERTIFICATE })))],
    ['the merchant’s own key', 'signature', () => told(body, lines(signed(body, { key: own.privateKey })))],
    ['a time 301 s ago', 'timestamp', () => told(body, lines(signed(body, { at: seconds() - 301 })))],
    ['a time 301 s ahead', 'timestamp', () => told(body, lines(signed(body, { at: seconds() + 301 })))],
    ['no timestamp', 'header-missing', () => told(body, without('wechatpay-timestamp'))],
    ['no nonce', 'header-missing', () => told(body, without('wechatpay-nonce'))],
    ['no serial', 'header-missing', () => told(body, without('wechatpay-serial'))],
    ['no signature', 'header-missing', () => told(body, without('wechatpay-signature'))],
    ['a header twice', 'header-twice', () => told(body, [...lines(signed(body)), 'Wechatpay-Serial', PUBLIC_KEY])],
    ['a probe’s signature', 'signature', () => told(body, lines(probe))],
    [
      'another type of signature',
      'signature-type',
      () => told(body, [...lines(signed(body)), 'wechatpay-signature-type', 'WECHATPAY2-SM2-WITH-SM3']),
    ],
    ['another algorithm', 'algorithm', () => told(noticeBody({ algorithm: 'AEAD_SM4_GCM' }))],
    ['other associated data', 'seal', () => told(noticeBody({ associated: 'refund' }))],
    ['another nonce', 'seal', () => told(noticeBody({ nonce: 'x'.repeat(12) }))],
    ['a nonce of another length', 'seal', () => told(noticeBody({ nonce: 'x'.repeat(16) }))],
    ['a flipped bit of the sealed text', 'seal', () => told(noticeBody({ change: flip(0) }))],
    ['a flipped bit of the tag', 'seal', () => told(noticeBody({ change: (sealed) => flip(sealed.length - 1)(sealed) }))],
    ['another merchant’s seal', 'seal', () => told(noticeBody({ key: 'b'.repeat(32) }))],
    ['sealed text that is no JSON', 'body', () => told(noticeBody({ content: 'hello' }))],
    ['a body that is no JSON', 'body', () => told('hello')],
  ])('[FIN-02] with %s is refused: %s', (_, reason, read) => {
    expect(reasonOf(read)).toBe(reason)
  })

  it('[FIN-02] that was tampered with is what the library would have taken (why its decipher is not used)', () => {
    const { resource } = JSON.parse(noticeBody({ change: (sealed) => flip(sealed.length - 1)(sealed) })) as {
      resource: Record<'ciphertext' | 'nonce' | 'associated_data', string>
    }
    const library = new Library({
      appid: merchant.appid,
      mchid: merchant.mchid,
      serial_no: merchant.serialNo,
      publicKey: Buffer.from(own.publicKey),
      privateKey: Buffer.from(own.privateKey),
      key: API_KEY,
    })
    expect(library.decipher_gcm(resource.ciphertext, resource.associated_data, resource.nonce)).toEqual(transaction)
  })
})
