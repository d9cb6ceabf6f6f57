import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { TryAgainLater, type JobQueue } from '../../../platform/jobs/index.ts'
import { Seal } from '../../../platform/secrets/index.ts'
import { Wechat } from '../../../wechat/index.ts'
import {
  closeChannel,
  holderOf,
  loadDeliveries,
  restChannel,
  settleAttempt,
  type MessageRef,
} from '../actions/attempt-delivery.ts'
import { loadMessage } from '../actions/load-message.ts'
import { paceOf, robotPace } from '../actions/take-token.ts'
import { Mailer } from '../mail/mailer.ts'
import { GroupRobot } from '../robot/group-robot.ts'
import { ROBOT_SEAL } from '../robot/robot-seal.ts'
import type { Outcome } from '../rules/after-attempt.ts'
import { isFinished, nextChannel, type OuterChannel } from '../rules/next-channel.ts'
import { isWelcome, restUntil, waysOf } from '../rules/ways-of.ts'
import { SmsGateway } from '../sms/sms-gateway.ts'
import { beginnings, type Attempt, type Ports } from './begin-channels.ts'

export const deliverMessage: JobQueue<MessageRef> = {
  name: 'messages.deliver',
  retries: 20,
  delaySeconds: 5,
  longestDelaySeconds: 300,
  lostAfterSeconds: 120,
}

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
  readonly #ports: Ports
  readonly #offered: ReadonlySet<OuterChannel>

  constructor(
    clock: Clock,
    database: WorkerDatabase,
    wechat: Wechat,
    sms: SmsGateway,
    mailer: Mailer,
    robot: GroupRobot,
    @Inject(ROBOT_SEAL) robotSeal: Seal,
    @Inject(CONFIG) config: Config,
  ) {
    this.#clock = clock
    this.#database = database
    const { SMS_PER_MINUTE, SMTP_PER_MINUTE, PUBLIC_URL } = config
    this.#ports = {
      wechat,
      sms,
      mailer,
      robot,
      robotSeal,
      paces: {
        subscribe: null,
        sms: SMS_PER_MINUTE ? paceOf(SMS_PER_MINUTE) : null,
        email: paceOf(SMTP_PER_MINUTE),
        robot: robotPace,
      },
      domain: new URL(PUBLIC_URL).hostname,
    }
    this.#offered = new Set<OuterChannel>(['subscribe', 'sms', ...(mailer.isConfigured ? (['email'] as const) : [])])
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
      ended = { attempt: step.attempt, outcome: await step.attempt.call() }
    }
  }

  async #nextStep(tx: EntityManager, act: Act, ref: MessageRef, tried: ReadonlySet<OuterChannel>): Promise<Step> {
    const message = await loadMessage(tx, ref)
    if (!message) return { do: 'nothing' }
    const ways = waysOf(message, this.#offered)
    const quiet = restUntil(message, act.now)
    for (;;) {
      const deliveries = await loadDeliveries(tx, ref)
      const channel = nextChannel(ways, deliveries, holderOf(ref), tried)
      if (!channel) return { do: isFinished(ways, deliveries, holderOf(ref)) ? 'nothing' : 'wait' }
      if (!isWelcome(message, channel)) {
        await closeChannel(tx, act, ref, channel, 'skipped', '本人选择不用这个渠道接收')
        continue
      }
      if (quiet) {
        await restChannel(tx, act, ref, channel, quiet, '免打扰时段，结束后发送')
        continue
      }
      const delivery = deliveries.find((each) => each.channel === channel)
      const attempt = await beginnings[channel](this.#ports, { tx, act, ref, message, delivery })
      if (attempt) return { do: 'call', attempt }
    }
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
