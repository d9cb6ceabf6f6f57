import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { PayError, WechatPay, type PayMerchant, type RefundStanding } from '../../../wechat/index.ts'
import { auditRefund, lockRefund, type RefundKey } from '../actions/decide-refund.ts'
import { doRefund } from '../actions/do-refund.ts'
import { Merchants } from '../merchants/merchants.ts'
import { idOfNumber, numberOf, systemAct } from '../orders/system-act.ts'
import { noticeUrl } from '../orders/wechat-orders.ts'

interface Sendable extends RefundKey {
  state: string
  paymentId: string
  merchantId: string
  amountFen: number
  totalFen: number
  reason: string
}

const SENDABLE = `
  SELECT r.community_id AS "communityId", r.id AS "refundId", r.state, r.payment_id AS "paymentId", p.merchant_id AS "merchantId",
    r.amount_fen::float8 AS "amountFen", p.amount_fen::float8 AS "totalFen", r.reason
  FROM refunds r JOIN payments p ON p.community_id = r.community_id AND p.id = r.payment_id
  WHERE r.community_id = $1 AND r.id = $2 AND r.way = 'wechat'`

const troubles: Partial<Record<PayError['kind'], string>> = {
  'short-of-money': '商户号可用余额不足，充值后自动重试',
  'payer-unreachable': '付款人的微信账户异常，微信无法退回',
  unavailable: '微信支付暂时没有应答，稍后自动重试',
  busy: '微信支付繁忙，稍后自动重试',
}

/** What WeChat says of a refund does not fit ours. */
export class RefundRefused extends Error {}

/** Refunds that go back by WeChat: sent under one number until WeChat takes them, then asked for until they have ended. */
@Injectable()
export class WechatRefunds {
  readonly #pay: WechatPay
  readonly #merchants: Merchants
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #publicUrl: string

  constructor(pay: WechatPay, merchants: Merchants, database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#pay = pay
    this.#merchants = merchants
    this.#database = database
    this.#clock = clock
    this.#publicUrl = config.PUBLIC_URL.replace(/\/$/, '')
  }

  /** Sends it, or asks how it stands; what is in the way is written down and tried again later. */
  async follow(key: RefundKey, traceId?: string): Promise<void> {
    const [refund] = await this.#database.run<Sendable>(SENDABLE, [key.communityId, key.refundId])
    const merchant = refund && (await this.#merchants.byId(refund.merchantId))
    if (!refund || !merchant) return
    try {
      await this.take(merchant, await this.#ask(merchant, refund), traceId)
    } catch (error) {
      if (!(error instanceof PayError)) throw error
      await this.#note(key, troubles[error.kind] ?? `微信支付没有受理：${error.said}`)
    }
  }

  /** WeChat's word on a refund of this merchant, by notice or by answer. @throws RefundRefused when it is not ours */
  async take(merchant: PayMerchant, standing: RefundStanding, traceId?: string): Promise<void> {
    const id = idOfNumber(standing.outRefundNo)
    const [refund] = id
      ? await this.#database.run<Sendable>(
          `${SENDABLE.replace('r.community_id = $1 AND r.id = $2', 'r.id = $1 AND p.merchant_id = $2')}`,
          [id, merchant.id],
        )
      : []
    if (!refund) throw new RefundRefused('unknown')
    if (standing.refundFen !== refund.amountFen || standing.totalFen !== refund.totalFen) throw new RefundRefused('amount')
    const { communityId, refundId } = refund
    const key = { communityId, refundId }
    const act = systemAct(this.#clock.now(), communityId, traceId)
    await this.#database.transaction(async (tx) => {
      await tx.query(`SET LOCAL lock_timeout = '3s'; SET LOCAL statement_timeout = '4s'`)
      if (standing.state === 'SUCCESS')
        await doRefund(tx, act, {
          ...key,
          doneAt: standing.doneAt ?? act.now,
          ...(standing.refundId ? { wechatRefundId: standing.refundId } : {}),
        })
      else await this.#moveOn(tx, act, key, standing)
    })
  }

  #ask(merchant: PayMerchant, refund: Sendable): Promise<RefundStanding> {
    const number = numberOf(refund.refundId)
    if (refund.state !== 'approved')
      return this.#pay.queryRefund(merchant, number).then((standing) => standing ?? this.#send(merchant, refund))
    return this.#send(merchant, refund)
  }

  /** The same number again is one refund, so a send that was not answered is sent again. */
  #send(merchant: PayMerchant, refund: Sendable): Promise<RefundStanding> {
    return this.#pay.refund(merchant, {
      outTradeNo: numberOf(refund.paymentId),
      outRefundNo: numberOf(refund.refundId),
      refundFen: refund.amountFen,
      totalFen: refund.totalFen,
      reason: [...refund.reason].slice(0, 26).join(''),
      notifyUrl: noticeUrl(this.#publicUrl, merchant.id),
    })
  }

  /** Accepted, or ended without money going back. What has ended is not begun again by a notice that comes late. */
  async #moveOn(tx: EntityManager, act: Act, key: RefundKey, standing: RefundStanding): Promise<void> {
    const { refund, payment } = await lockRefund(tx, key)
    if (refund.state === 'done' || refund.state === 'closed' || refund.state === 'asked' || refund.state === 'refused') return
    const state = standing.state === 'CLOSED' ? 'closed' : standing.state === 'ABNORMAL' ? 'abnormal' : 'sent'
    if (refund.state === state || (refund.state === 'abnormal' && state === 'sent')) return
    const trouble = {
      abnormal: '退款异常：原支付账户收不到，请在微信商户平台处理，处理后自动更新',
      closed: '微信支付关闭了这笔退款，钱没有退出，请重新申请或改用其他方式',
      sent: null,
    }[state]
    await tx.query(
      `UPDATE refunds SET state = $3, wechat_refund_id = coalesce($4, wechat_refund_id), trouble = $5, sent_at = coalesce(sent_at, $6),
         ask_at = CASE WHEN $3 = 'closed' THEN NULL ELSE ask_at END, version = version + 1
       WHERE community_id = $1 AND id = $2`,
      [key.communityId, key.refundId, state, standing.refundId, trouble, act.now],
    )
    await auditRefund(tx, act, payment, refund, { action: 'payments.follow-refund', after: { state } })
  }

  async #note({ communityId, refundId }: RefundKey, trouble: string): Promise<void> {
    await this.#database.run(
      `UPDATE refunds SET trouble = $3 WHERE community_id = $1 AND id = $2 AND state IN ('approved', 'sent', 'abnormal')`,
      [communityId, refundId, trouble],
    )
  }
}
