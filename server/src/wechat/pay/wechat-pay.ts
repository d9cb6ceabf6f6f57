import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Inject, Injectable, Optional } from '@nestjs/common'
import { DateTime } from 'luxon'
import { Clock } from '../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../platform/config/index.ts'
import { readRefund, readTrade, type RefundStanding, type Trade } from './answers.ts'
import { MerchantLine, type PayParameters } from './merchant-line.ts'
import { readNotice, type PayNotice } from './notice.ts'
import { PayError, unanswered } from './pay-error.ts'
import { download } from './pay-http.ts'
import type { PayMerchant } from './pay-merchant.ts'
import type { SignedMessage } from './signed-message.ts'

export interface OrderDraft {
  outTradeNo: string
  description: string
  amountFen: number
  openid: string
  expiresAt: Date
  notifyUrl: string
}

export interface RefundDraft {
  outTradeNo: string
  outRefundNo: string
  refundFen: number
  totalFen: number
  reason: string
  notifyUrl: string
}

/** WeChat Pay as our modules need it, for whichever merchant takes the money. Every call throws PayError. */
export abstract class WechatPay {
  /** the mini-program in which is paid */
  abstract readonly appid: string
  /** @returns the prepay id; the same order again gives a fresh one */
  abstract order(merchant: PayMerchant, draft: OrderDraft): Promise<string>
  /** @returns null when WeChat knows no such order */
  abstract query(merchant: PayMerchant, outTradeNo: string): Promise<Trade | null>
  /** Nobody can pay it any more. @throws PayError of kind `paid` when somebody has */
  abstract close(merchant: PayMerchant, outTradeNo: string): Promise<void>
  /** The answer means that WeChat will try, not that it has. The same number again is one refund. */
  abstract refund(merchant: PayMerchant, draft: RefundDraft): Promise<RefundStanding>
  /** @returns null when WeChat knows no such refund */
  abstract queryRefund(merchant: PayMerchant, outRefundNo: string): Promise<RefundStanding | null>
  /** What was paid and refunded on a day (yyyy-mm-dd), as WeChat's table of text; null when nothing was. */
  abstract tradeBill(merchant: PayMerchant, day: string): Promise<string | null>
  /** What came into and left the merchant's account on a day. */
  abstract fundFlowBill(merchant: PayMerchant, day: string): Promise<string | null>
  abstract payParameters(merchant: PayMerchant, prepayId: string): PayParameters
  /** @throws NotBelieved */
  abstract readNotice(merchant: PayMerchant, message: SignedMessage): PayNotice
}

/** How long WeChat Pay is given to answer one call; provide it to change it. */
export const PAY_TIMEOUT_MS = Symbol('wechat pay timeout')
const USUAL_TIMEOUT_MS = 6_000
const LARGEST_BILL_BYTES = 256 * 1024 * 1024
const unzip = promisify(gunzip)

type Given = Record<string, unknown>

/** Over the wire of API v3, by wechatpay-node-v3 within its limits (ADR 0019). */
@Injectable()
export class WechatPayOverWire extends WechatPay {
  readonly appid: string
  readonly #clock: Clock
  readonly #server: { origin: string; timeoutMs: number }

  constructor(
    @Inject(CONFIG) config: Config,
    clock: Clock,
    @Optional() @Inject(PAY_TIMEOUT_MS) timeoutMs: number = USUAL_TIMEOUT_MS,
  ) {
    super()
    this.appid = config.WECHAT_APP_ID
    this.#clock = clock
    this.#server = { origin: new URL(config.WECHAT_PAY_BASE).origin, timeoutMs }
  }

  async order(merchant: PayMerchant, draft: OrderDraft): Promise<string> {
    const line = this.#line(merchant)
    const order = {
      description: draft.description,
      out_trade_no: draft.outTradeNo,
      time_expire: DateTime.fromJSDate(draft.expiresAt, { zone: 'Asia/Shanghai' }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
      notify_url: draft.notifyUrl,
      amount: { total: draft.amountFen, currency: 'CNY' },
    }
    if (merchant.mode === 'direct') {
      const { data } = await line.transactions_jsapi({ ...order, payer: { openid: draft.openid } })
      return prepayIdIn(String((data as Given).package ?? '').replace('prepay_id=', ''))
    }
    const answer = await line.ask('POST', '/v3/pay/partner/transactions/jsapi', {
      sp_appid: merchant.appid,
      sp_mchid: merchant.mchid,
      sub_mchid: merchant.subMchid,
      ...order,
      payer: { sp_openid: draft.openid },
    })
    return prepayIdIn(answer.prepay_id)
  }

  async query(merchant: PayMerchant, outTradeNo: string): Promise<Trade | null> {
    const line = this.#line(merchant)
    const asked =
      merchant.mode === 'direct'
        ? line.query({ out_trade_no: outTradeNo }).then(({ data }) => data as Given)
        : line.ask('GET', `${partnerOrder(outTradeNo)}?sp_mchid=${merchant.mchid}&sub_mchid=${merchant.subMchid}`)
    const answer = await orNull(asked)
    return answer && readTrade(answer)
  }

  async close(merchant: PayMerchant, outTradeNo: string): Promise<void> {
    const line = this.#line(merchant)
    if (merchant.mode === 'direct') await line.close(outTradeNo)
    else await line.ask('POST', `${partnerOrder(outTradeNo)}/close`, { sp_mchid: merchant.mchid, sub_mchid: merchant.subMchid })
  }

  async refund(merchant: PayMerchant, draft: RefundDraft): Promise<RefundStanding> {
    const refund = {
      ...belowOf(merchant),
      out_trade_no: draft.outTradeNo,
      out_refund_no: draft.outRefundNo,
      reason: draft.reason,
      notify_url: draft.notifyUrl,
      amount: { refund: draft.refundFen, total: draft.totalFen, currency: 'CNY' },
    }
    const { data } = await this.#line(merchant).refunds(refund)
    return readRefund(data as unknown as Given)
  }

  async queryRefund(merchant: PayMerchant, outRefundNo: string): Promise<RefundStanding | null> {
    const below = merchant.subMchid ? `?sub_mchid=${merchant.subMchid}` : ''
    const asked = this.#line(merchant).find_refunds(`${outRefundNo}${below}`)
    const answer = await orNull(asked.then(({ data }) => data as unknown as Given))
    return answer && readRefund(answer)
  }

  tradeBill(merchant: PayMerchant, day: string): Promise<string | null> {
    const line = this.#line(merchant)
    return this.#bill(line, line.tradebill({ bill_date: day, bill_type: 'ALL', tar_type: 'GZIP', ...belowOf(merchant) }))
  }

  fundFlowBill(merchant: PayMerchant, day: string): Promise<string | null> {
    const line = this.#line(merchant)
    return this.#bill(line, line.fundflowbill({ bill_date: day, account_type: 'BASIC', tar_type: 'GZIP' }))
  }

  payParameters(merchant: PayMerchant, prepayId: string): PayParameters {
    return this.#line(merchant).payParameters(prepayId)
  }

  readNotice(merchant: PayMerchant, message: SignedMessage): PayNotice {
    return readNotice(merchant, message, this.#clock.now())
  }

  /** The address is signed for, its file is not: the digest that came with the address is what it is believed by. */
  async #bill(line: MerchantLine, asked: Promise<{ data?: unknown }>): Promise<string | null> {
    const place = await orNull(asked.then(({ data }) => data as Given))
    if (!place) return null
    const { pathname, search } = new URL(String(place.download_url))
    const path = `${pathname}${search}`
    const file = await download(line.server, line.signedCall('GET', path), LARGEST_BILL_BYTES)
    const text = isZipped(file) ? await unzip(file, { maxOutputLength: LARGEST_BILL_BYTES }).catch(() => null) : file
    if (!text) throw new PayError('damaged', path, '账单文件无法解压')
    if (place.hash_type !== 'SHA1' || createHash('sha1').update(text).digest('hex') !== place.hash_value)
      throw new PayError('damaged', path, '账单文件与微信支付给出的校验值不一致')
    return text.toString('utf8')
  }

  #line(merchant: PayMerchant): MerchantLine {
    return new MerchantLine(merchant, this.#server, () => this.#clock.now())
  }
}

const isZipped = (file: Buffer): boolean => file[0] === 0x1f && file[1] === 0x8b

const partnerOrder = (outTradeNo: string) => `/v3/pay/partner/transactions/out-trade-no/${outTradeNo}`

const belowOf = ({ subMchid }: PayMerchant): { sub_mchid?: string } => (subMchid ? { sub_mchid: subMchid } : {})

async function orNull(asked: Promise<Given>): Promise<Given | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof PayError && (error.kind === 'unknown' || error.kind === 'no-statement')) return null
    throw error
  }
}

function prepayIdIn(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw unanswered('/v3/pay', 'an answer without a prepay id')
  return value
}
