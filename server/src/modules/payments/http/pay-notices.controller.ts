import { Controller, Param, Post, Req, Res, type RawBodyRequest } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PinoLogger } from 'nestjs-pino'
import { CalledBy } from '../../../platform/http/index.ts'
import { payNotices } from '../../../platform/telemetry/index.ts'
import { NotBelieved, readRefund, readTrade, WechatPay, type PayNotice } from '../../../wechat/index.ts'
import { SignedByCaller } from '../../access/index.ts'
import { Merchants } from '../merchants/merchants.ts'
import { TradeRefused, Trades } from '../orders/take-trade.ts'
import { RefundRefused, WechatRefunds } from '../refunds/wechat-refunds.ts'

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Why a notice is not taken, as the metric counts it. */
class Refused extends Error {
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Where WeChat Pay tells a merchant what was paid and refunded. Nobody is signed in: the signature over the raw bytes is what it
 * is believed by. 204 means that it is kept; anything else, and WeChat tells it again.
 */
@ApiExcludeController()
@Controller('wechat/pay/notices')
@CalledBy('anyone')
export class PayNoticesController {
  readonly #pay: WechatPay
  readonly #merchants: Merchants
  readonly #trades: Trades
  readonly #refunds: WechatRefunds
  readonly #log: PinoLogger

  constructor(pay: WechatPay, merchants: Merchants, trades: Trades, refunds: WechatRefunds, log: PinoLogger) {
    this.#pay = pay
    this.#merchants = merchants
    this.#trades = trades
    this.#refunds = refunds
    this.#log = log
  }

  @Post(':merchantId')
  @SignedByCaller()
  async takePayNotice(
    @Param('merchantId') merchantId: string,
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      await this.#take(merchantId, request)
    } catch (error) {
      const reason = reasonOf(error)
      payNotices.inc({ outcome: reason ?? 'trouble' })
      if (!reason) this.#log.error({ err: error }, 'a notice of WeChat Pay could not be kept')
      const message = reason ? '验签或核对失败' : '系统繁忙，请重新通知'
      return void reply.code(reason ? 400 : 503).send({ code: 'FAIL', message })
    }
    payNotices.inc({ outcome: 'taken' })
    void reply.code(204).send()
  }

  async #take(merchantId: string, { raw, rawBody }: RawBodyRequest<FastifyRequest>): Promise<void> {
    const merchant = ID.test(merchantId) ? await this.#merchants.byId(merchantId) : null
    if (!merchant) throw new Refused('no-merchant')
    if (!rawBody) throw new Refused('body')
    const notice: PayNotice = this.#pay.readNotice(merchant, { headers: raw.rawHeaders, body: rawBody })
    if (notice.eventType === 'TRANSACTION.SUCCESS') await this.#trades.take(merchant, readTrade(notice.content), 'notice')
    else if (notice.eventType.startsWith('REFUND.')) await this.#refunds.take(merchant, readRefund(notice.content))
  }
}

function reasonOf(error: unknown): string | null {
  if (error instanceof Refused || error instanceof NotBelieved) return error.reason
  if (error instanceof TradeRefused) return `trade-${error.fault}`
  return error instanceof RefundRefused ? `refund-${error.message}` : null
}
