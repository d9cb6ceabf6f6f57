import { createServer } from 'node:http'
import { createSign, randomUUID } from 'node:crypto'
import { Wechatpay } from 'wechatpay-axios-plugin'
import type { MerchantCard } from '../src/index.ts'
import { WechatWorld, lin } from './wechat-world.ts'
import type { Answered } from './wechat-world.ts'

export interface Heard {
  headers: Record<string, string>
  body: string
}

/** A merchant's shop: its server that is told of payments, its keys, and a client that somebody else wrote. */
export class PayWorld extends WechatWorld {
  readonly heard: Heard[] = []
  /** what its server answers, one after the other; the last one for ever */
  answers = [204]
  card!: MerchantCard
  notifyUrl = ''
  #at = 0
  #shop = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      this.heard.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(parts).toString('utf8') })
      response.writeHead(this.answers.length > 1 ? (this.answers.shift() as number) : (this.answers[0] as number)).end()
    })
  })

  async openShop(mchid: string): Promise<this> {
    await this.open()
    await new Promise<void>((resolve) => this.#shop.listen(0, '127.0.0.1', resolve))
    this.notifyUrl = `http://127.0.0.1:${(this.#shop.address() as { port: number }).port}/paid`
    await this.trade(mchid)
    return this
  }

  async trade(mchid: string): Promise<void> {
    const cards = JSON.parse((await this.ask('GET', '/control/pay/merchants')).text) as MerchantCard[]
    this.card = cards.find((card) => card.mchid === mchid) as MerchantCard
  }

  override async close(): Promise<void> {
    this.#shop.closeAllConnections()
    await new Promise<void>((resolve) => this.#shop.close(() => resolve()))
    await super.close()
  }

  /** The independent client, with the keys of the merchant and of WeChat. */
  client(certs = this.card.platformKeys) {
    const { mchid, serialNo: serial, privateKeyPem: privateKey } = this.card
    return new Wechatpay({ mchid, serial, privateKey, certs, baseURL: `${this.url}/` })
  }

  orderOf(more: Record<string, unknown> = {}): Record<string, unknown> {
    const { mchid, appid } = this.card
    return {
      appid,
      mchid,
      description: '物业费 2026年11月',
      out_trade_no: randomUUID().replaceAll('-', ''),
      notify_url: this.notifyUrl,
      amount: { total: 27_608, currency: 'CNY' },
      payer: { openid: lin.openid },
      ...more,
    }
  }

  /** A request signed by hand: what no well-meaning client would send. */
  signed(method: string, path: string, body?: unknown, change: SignedWith = {}): Promise<Answered> {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
    const said = {
      mchid: this.card.mchid,
      nonce: randomUUID().replaceAll('-', '').toUpperCase(),
      timestamp: Math.floor(this.sandbox.world.pay.clock.now() / 1000),
      serial: this.card.serialNo,
      key: this.card.privateKeyPem,
      ...change,
    }
    const message = `${method}\n${path}\n${said.timestamp}\n${said.nonce}\n${change.signedBody ?? text}\n`
    const signature = createSign('RSA-SHA256').update(message).sign(said.key, 'base64')
    return this.ask(method, path, body === undefined ? undefined : text, {
      accept: 'application/json',
      'user-agent': 'by hand',
      authorization: `WECHATPAY2-SHA256-RSA2048 mchid="${said.mchid}",nonce_str="${said.nonce}",timestamp="${said.timestamp}",serial_no="${said.serial}",signature="${signature}"`,
    })
  }

  /** WeChat's time and the merchant's, from now on. */
  goTo(instant: string): void {
    this.#at = Date.parse(instant)
    this.sandbox.world.pay.clock.follow(() => this.#at)
  }

  pass(ms: number): void {
    this.#at += ms
  }

  async ordered(more: Record<string, unknown> = {}): Promise<{ prepayId: string; outTradeNo: string }> {
    const order = this.orderOf(more)
    const { json } = await this.signed('POST', '/v3/pay/transactions/jsapi', order)
    return { prepayId: String(json.prepay_id), outTradeNo: String(order.out_trade_no) }
  }

  /** An order somebody paid. */
  async paid(more: Record<string, unknown> = {}): Promise<{ outTradeNo: string; transactionId: string }> {
    const { prepayId, outTradeNo } = await this.ordered(more)
    const order = this.sandbox.world.pay.payAs(lin.openid, prepayId)
    return { outTradeNo, transactionId: String(order.transactionId) }
  }
}

/** What is asked to give money back. */
export function refundOf(outTradeNo: string, refund: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    out_trade_no: outTradeNo,
    out_refund_no: randomUUID().replaceAll('-', ''),
    reason: '多收',
    amount: { refund, total: 27_608, currency: 'CNY' },
    ...more,
  }
}

interface SignedWith {
  mchid?: string
  nonce?: string
  timestamp?: number
  serial?: string
  key?: string
  /** what the signature is made over, when that is not what is sent */
  signedBody?: string
}
