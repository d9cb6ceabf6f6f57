import { createPublicKey, randomBytes } from 'node:crypto'
import Pay from 'wechatpay-node-v3'
import { callPay, type PayCall, type PayServer } from './pay-http.ts'
import type { PayMerchant } from './pay-merchant.ts'

/** Where the library believes WeChat Pay to be; only the path behind it is signed. */
const FIXED_ORIGIN = 'https://api.mch.weixin.qq.com'

/** What the mini-program hands to wx.requestPayment. */
export interface PayParameters {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

/**
 * A merchant's line to WeChat Pay: wechatpay-node-v3 knows the methods and signs requests (ADR 0019). Ours are the nonces, the
 * clock, the connection, and the belief in what comes back.
 */
export class MerchantLine extends Pay {
  readonly #merchant: PayMerchant
  readonly #server: PayServer
  readonly #now: () => Date

  constructor(merchant: PayMerchant, server: PayServer, now: () => Date) {
    super({
      appid: merchant.appid,
      mchid: merchant.mchid,
      serial_no: merchant.serialNo,
      publicKey: Buffer.from(createPublicKey(merchant.privateKeyPem).export({ type: 'spki', format: 'pem' })),
      privateKey: Buffer.from(merchant.privateKeyPem),
    })
    this.#merchant = merchant
    this.#server = server
    this.#now = now
    const unused = () => Promise.reject(new Error('nothing is uploaded to WeChat Pay'))
    this.createHttp({
      get: async (url, headers) => ({ status: 200, data: await callPay(server, this.#callOf('GET', url, headers)) }),
      post: async (url, params, headers) => ({
        status: 200,
        data: await callPay(server, this.#callOf('POST', url, headers, JSON.stringify(params))),
      }),
      upload: unused,
    })
  }

  get server(): PayServer {
    return this.#server
  }

  /** A path the library has no method for: those of service providers. */
  async ask(method: 'GET' | 'POST', path: string, body?: Record<string, unknown>): Promise<Record<string, unknown>> {
    return callPay(this.#server, this.signedCall(method, path, body))
  }

  signedCall(method: 'GET' | 'POST', path: string, body?: Record<string, unknown>): PayCall {
    const headers = { Authorization: this.buildAuthorization(method, path, body) }
    return this.#callOf(method, path, headers, body && JSON.stringify(body))
  }

  /** The signature by which WeChat's app knows that this merchant asks to be paid. */
  payParameters(prepayId: string): PayParameters {
    const asked = { timeStamp: this.#seconds(), nonceStr: newNonce(), package: `prepay_id=${prepayId}` }
    const paySign = this.sign(`${this.#merchant.appid}\n${asked.timeStamp}\n${asked.nonceStr}\n${asked.package}\n`)
    return { ...asked, signType: 'RSA', paySign }
  }

  /** The library's own draws its nonce from Math.random and its time from the machine. */
  protected override buildAuthorization(method: string, url: string, params?: Record<string, unknown>): string {
    const [nonce, timestamp] = [newNonce(), this.#seconds()]
    const signature = this.getSignature(method, nonce, timestamp, url.replace(FIXED_ORIGIN, ''), params)
    return this.getAuthorization(nonce, timestamp, signature)
  }

  #callOf(method: 'GET' | 'POST', url: string, headers: Record<string, unknown>, body?: string): PayCall {
    const { platformKeys: keys, keySerial } = this.#merchant
    const path = url.replace(FIXED_ORIGIN, '')
    const authorization = String(headers.Authorization)
    return { method, path, authorization, keys, keySerial, now: this.#now(), ...(body === undefined ? {} : { body }) }
  }

  #seconds(): string {
    return String(Math.floor(this.#now().getTime() / 1000))
  }
}

const newNonce = (): string => randomBytes(16).toString('hex').toUpperCase()
