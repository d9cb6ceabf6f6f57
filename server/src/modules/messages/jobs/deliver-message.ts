import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { TryAgainLater, type JobQueue } from '../../../platform/jobs/index.ts'
import { fitValues, Wechat, type SubscribeMessage } from '../../../wechat/index.ts'
import {
  beginAttempt,
  closeChannel,
  loadDeliveries,
  settleAttempt,
  type DeliveryRow,
  type MessageRef,
} from '../actions/attempt-delivery.ts'
import { hasGrantLeft, takeGrant } from '../actions/grants.ts'
import { loadMessage, type Addressed } from '../actions/load-message.ts'
import type { Outcome } from '../rules/after-attempt.ts'
import { isFinished, nextChannel, type OuterChannel } from '../rules/next-channel.ts'
import { fieldsOf, pageOf, templateOf } from '../rules/templates.ts'
import { SmsGateway, type TextMessage } from '../sms/sms-gateway.ts'
import { smsOutcome, wechatOutcome } from './outcomes.ts'

export const deliverMessage: JobQueue<MessageRef> = {
  name: 'messages.deliver',
  retries: 20,
  delaySeconds: 5,
  longestDelaySeconds: 300,
  lostAfterSeconds: 120,
}

/** A call that has been written down and is now to be made. */
type Attempt = { attempts: number } & (
  { channel: 'subscribe'; grantId: string; message: SubscribeMessage } | { channel: 'sms'; grantId: null; message: TextMessage }
)

type Step = { do: 'call'; attempt: Attempt } | { do: 'wait' } | { do: 'nothing' }

/**
 * Brings a message to its recipient by the channels after the inbox. Each call stands between two transactions: the one
 * before takes the grant and writes the call down, the one after how it ended. A worker that dies in between leaves a call whose
 * end is unknown; it is made again only where WeChat itself would refuse a second message.
 */
@Injectable()
export class DeliverMessage {
  readonly #clock: Clock
  readonly #database: WorkerDatabase
  readonly #wechat: Wechat
  readonly #sms: SmsGateway

  constructor(clock: Clock, database: WorkerDatabase, wechat: Wechat, sms: SmsGateway) {
    this.#clock = clock
    this.#database = database
    this.#wechat = wechat
    this.#sms = sms
  }

  async run(ref: MessageRef): Promise<void> {
    const tried = new Set<OuterChannel>()
    let ended: { attempt: Attempt; outcome: Outcome } | null = null
    for (;;) {
      const last = ended
      const step = await this.#database.transaction(async (tx) => {
        const act = this.#act(ref)
        if (last) await settleAttempt(tx, act, ref, last.attempt, last.outcome)
        return this.#nextStep(tx, act, ref, tried)
      })
      if (step.do === 'nothing') return
      if (step.do === 'wait') throw new TryAgainLater('a channel may work later')
      tried.add(step.attempt.channel)
      ended = { attempt: step.attempt, outcome: await this.#call(step.attempt) }
    }
  }

  async #nextStep(tx: EntityManager, act: Act, ref: MessageRef, tried: ReadonlySet<OuterChannel>): Promise<Step> {
    const message = await loadMessage(tx, ref)
    if (!message) return { do: 'nothing' }
    for (;;) {
      const deliveries = await loadDeliveries(tx, ref)
      const channel = nextChannel(message.urgent, deliveries, tried)
      if (!channel) return { do: isFinished(message.urgent, deliveries) ? 'nothing' : 'wait' }
      const delivery = deliveries.find((each) => each.channel === channel)
      const attempt =
        channel === 'subscribe'
          ? await this.#beginSubscribe(tx, act, ref, message, delivery)
          : await this.#beginSms(tx, act, ref, message)
      if (attempt) return { do: 'call', attempt }
    }
  }

  async #beginSubscribe(
    tx: EntityManager,
    act: Act,
    ref: MessageRef,
    message: Addressed,
    delivery: DeliveryRow | undefined,
  ): Promise<Attempt | null> {
    const close = (state: 'skipped' | 'failed', reason: string) =>
      closeChannel(tx, act, ref, 'subscribe', state, reason).then(() => null)
    const { openid } = message
    const template = templateOf(message.kind, message.toStaff)
    const templateId = template && this.#wechat.templateIds[template]
    if (!template || !templateId) return close('skipped', '这类消息没有订阅模板')
    if (!openid) return close('skipped', '没有绑定微信')
    const fitted = fitValues(fieldsOf(template, message))
    if ('misfits' in fitted) return close('failed', `内容不符合模板：${fitted.misfits.map(({ field }) => field).join('、')}`)
    const grantId = delivery?.grant_id ?? null
    if (grantId && delivery?.called_at && (await hasGrantLeft(tx, { openid, template })))
      return close('failed', '微信没有答复，是否送达不明')
    const grant = grantId ?? (await takeGrant(tx, act, { openid, template }, ref.messageId))
    if (!grant) return close('skipped', '没有可用的订阅授权')
    const { attempts } = await beginAttempt(tx, act, ref, 'subscribe', grant)
    return {
      channel: 'subscribe',
      attempts,
      grantId: grant,
      message: { openid, templateId, page: pageOf(message), values: fitted.values },
    }
  }

  async #beginSms(tx: EntityManager, act: Act, ref: MessageRef, { phone, title, body }: Addressed): Promise<Attempt | null> {
    if (!phone || !/^1[3-9]\d{9}$/.test(phone)) {
      await closeChannel(tx, act, ref, 'sms', 'skipped', '没有手机号码')
      return null
    }
    const { attempts } = await beginAttempt(tx, act, ref, 'sms', null)
    return { channel: 'sms', attempts, grantId: null, message: { phone, template: '${title}：${body}', values: { title, body } } }
  }

  async #call(attempt: Attempt): Promise<Outcome> {
    if (attempt.channel === 'sms')
      return this.#sms.send(attempt.message).then((providerId) => ({ result: 'sent' as const, providerId }), smsOutcome)
    return this.#wechat
      .sendSubscribeMessage(attempt.message)
      .then((providerId) => ({ result: 'sent' as const, providerId }), wechatOutcome)
  }

  #act({ communityId, messageId }: MessageRef): Act {
    return {
      actor: { kind: 'system', id: null, name: '系统' },
      reach: { communities: [communityId], companies: [] },
      now: this.#clock.now(),
      traceId: messageId,
      address: null,
      idempotency: null,
    }
  }
}
