import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { isConnectionLoss, WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { Jobs, TryAgainLater, type JobRun } from '../../../platform/jobs/index.ts'
import { Seal } from '../../../platform/secrets/index.ts'
import { Wechat } from '../../../wechat/index.ts'
import {
  beginAttempts,
  closeChannels,
  FIRST,
  loadDeliveries,
  restChannels,
  settleAttempts,
  type MessageRef,
  type MessagesRef,
  type Run,
} from '../actions/attempt-delivery.ts'
import { giveUp } from '../actions/give-up.ts'
import { hasGrantLeft, takeGrants } from '../actions/grants.ts'
import { loadMessages } from '../actions/load-messages.ts'
import { paceOf, robotPace, takeToken } from '../actions/take-token.ts'
import { Mailer } from '../mail/mailer.ts'
import { GroupRobot } from '../robot/group-robot.ts'
import { ROBOT_SEAL } from '../robot/robot-seal.ts'
import type { OuterChannel } from '../rules/next-channel.ts'
import { SmsGateway } from '../sms/sms-gateway.ts'
import { failed, NO_GRANT, type Ports } from './channel-wishes.ts'
import { deliverMessage } from './delivery-jobs.ts'
import { Journey, type Call } from './journey.ts'

const LATER = new TryAgainLater('a channel may work later')

/**
 * Brings messages to their recipients by the channels after the inbox, those of one run together. Each call stands between two
 * writings: the one before takes the grant and writes the call down, the one after how it ended. A worker that dies in between
 * leaves calls whose end is unknown; they are made again only where WeChat itself would refuse a second message.
 */
@Injectable()
export class DeliverMessages {
  readonly #clock: Clock
  readonly #database: WorkerDatabase
  readonly #jobs: Jobs
  readonly #ports: Ports
  readonly #offered: ReadonlySet<OuterChannel>

  constructor(
    clock: Clock,
    database: WorkerDatabase,
    jobs: Jobs,
    wechat: Wechat,
    sms: SmsGateway,
    mailer: Mailer,
    robot: GroupRobot,
    @Inject(ROBOT_SEAL) robotSeal: Seal,
    @Inject(CONFIG) config: Config,
  ) {
    this.#clock = clock
    this.#database = database
    this.#jobs = jobs
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

  async one({ communityId, messageId, holder = FIRST }: MessageRef, { lastTry }: JobRun): Promise<void> {
    const run = { communityId, holder }
    try {
      const ended = (await this.#bring(run, [messageId])).get(messageId)
      if (ended) throw ended
    } catch (error) {
      if (lastTry) await this.#database.transaction((tx) => giveUp(tx, this.#act(run), run, messageId))
      throw error
    }
  }

  /** What goes wrong with one of them goes on by itself, and is no matter of the others. */
  async many({ communityId, messageIds, holder = FIRST }: MessagesRef, { lastTry }: JobRun): Promise<void> {
    const ends = await this.#bring({ communityId, holder }, messageIds).catch((error: unknown) => {
      if (isConnectionLoss(error)) throw error
      return new Map(messageIds.map((id) => [id, error as Error]))
    })
    const troubled = messageIds.filter((id) => {
      const end = ends.get(id)
      return end && (lastTry || end !== LATER)
    })
    if (troubled.length > 0) {
      const alone = troubled.map((messageId) => ({
        businessKey: `${holder} ${messageId} alone`,
        payload: { communityId, messageId, holder },
      }))
      await this.#database.transaction((tx) => this.#jobs.enqueue(tx, deliverMessage, alone))
    }
    if (!lastTry && [...ends.values()].includes(LATER)) throw LATER
  }

  /** @returns why a message has not come to its end; those that have are left out */
  async #bring(run: Run, messageIds: readonly string[]): Promise<Map<string, Error>> {
    const troubles = new Map<string, Error>()
    let open = messageIds.map((id) => new Journey(id, run.holder))
    while (open.length > 0) {
      const underway = open
      const calls = await this.#database.transaction((tx) => this.#begin(tx, run, underway, troubles))
      const ended = await Promise.all(calls.map((each) => each.journey.make(each)))
      const settled = ended.filter((each) => each.settlement !== null)
      if (settled.length > 0) await this.#database.transaction((tx) => settleAttempts(tx, this.#act(run), run, settled))
      for (const { journey, error } of ended) if (error) troubles.set(journey.messageId, error)
      open = ended.filter(({ error }) => !error).map(({ journey }) => journey)
      for (const journey of open) if (!journey.next() && !journey.isFinished()) troubles.set(journey.messageId, LATER)
      open = open.filter((journey) => journey.next() !== null)
    }
    return troubles
  }

  /** Decides what each message goes by now, and writes it down. */
  async #begin(tx: EntityManager, run: Run, journeys: readonly Journey[], troubles: Map<string, Error>): Promise<Call[]> {
    const act = this.#act(run)
    const ids = journeys.map(({ messageId }) => messageId)
    const messages = await loadMessages(tx, run, ids)
    const deliveries = await loadDeliveries(tx, run, ids)
    const calls: Call[] = []
    let undecided = journeys.filter((journey) => {
      const message = messages.get(journey.messageId)
      if (message) journey.see(message, deliveries.get(journey.messageId) ?? [], this.#offered, act.now)
      return message !== undefined
    })
    while (undecided.length > 0) {
      const wanted: Call[] = []
      for (const journey of undecided) {
        try {
          const call = journey.decide(this.#ports)
          if (call) wanted.push(call)
          else if (!journey.isFinished()) troubles.set(journey.messageId, LATER)
        } catch (error) {
          troubles.set(journey.messageId, error as Error)
        }
      }
      const granted = await this.#granted(tx, act, await this.#atPace(tx, act, wanted))
      calls.push(...granted)
      const begun = new Set(granted.map(({ journey }) => journey))
      undecided = wanted.map(({ journey }) => journey).filter((journey) => !begun.has(journey))
    }
    const written = journeys.map((journey) => journey.taken())
    await closeChannels(
      tx,
      act,
      run,
      written.flatMap(({ closed }) => closed),
    )
    await restChannels(
      tx,
      act,
      run,
      written.flatMap(({ resting }) => resting),
    )
    await beginAttempts(tx, act, run, calls)
    return calls
  }

  /** Those that may be called now; the others rest until it is their turn. */
  async #atPace(tx: EntityManager, act: Act, calls: readonly Call[]): Promise<Call[]> {
    const allowed: Call[] = []
    for (const call of calls) {
      const pace = this.#ports.paces[call.channel]
      const later = pace ? await takeToken(tx, act.now, call.bucket, pace) : null
      if (later) call.journey.rest(call.channel, later, '发送过快，排队等候')
      else allowed.push(call)
    }
    return allowed
  }

  /** Those that cost no grant, have one, or get one. */
  async #granted(tx: EntityManager, act: Act, calls: readonly Call[]): Promise<Call[]> {
    const wishes: ({ openid: string; messageId: string } & NonNullable<Call['subscription']>)[] = []
    const dead = new Set<Call>()
    for (const call of calls.filter(({ subscription }) => subscription)) {
      const { subscription, grantId, isUnknown, messageId } = call
      if (!grantId) wishes.push({ ...subscription!, messageId })
      else if (isUnknown && (await hasGrantLeft(tx, subscription!))) dead.add(call)
    }
    const grants = await takeGrants(tx, act, wishes)
    return calls.flatMap((call) => {
      if (dead.has(call)) return call.journey.close(call.channel, failed('微信没有答复，是否送达不明'))
      if (!call.subscription || call.grantId) return [call]
      const grantId = grants.get(call.messageId)
      return grantId ? [{ ...call, grantId }] : call.journey.close(call.channel, NO_GRANT)
    })
  }

  #act({ communityId }: Run): Act {
    return {
      actor: { kind: 'system', id: null, name: '系统' },
      reach: { communities: [communityId], companies: [] },
      now: this.#clock.now(),
      traceId: communityId,
      address: null,
      idempotency: null,
    }
  }
}
