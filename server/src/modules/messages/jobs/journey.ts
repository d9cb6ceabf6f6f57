import type { BegunLeg, DeliveryRow, Leg } from '../actions/attempt-delivery.ts'
import type { Subscription } from '../actions/grants.ts'
import type { Addressed } from '../actions/load-messages.ts'
import { afterAttempt, patience, type Outcome, type Settlement } from '../rules/after-attempt.ts'
import { isFinished, nextChannel, type OuterChannel, type Ways } from '../rules/next-channel.ts'
import { isWelcome, restUntil, waysOf } from '../rules/ways-of.ts'
import { wishes, type Ports, type Wish } from './channel-wishes.ts'

/** A call that is to be written down and then made. */
export interface Call extends BegunLeg {
  journey: Journey
  bucket: string
  subscription: Subscription | null
  /** The last call of this channel may have worked. */
  isUnknown: boolean
  call: () => Promise<Outcome>
}

interface Ended {
  journey: Journey
  leg: BegunLeg
  settlement: Settlement
  error: null
}
interface Broken {
  journey: Journey
  settlement: null
  /** An accident of ours: what became of the call is unknown. */
  error: Error
}

/** A message on its way within one run: what it goes by, how far each channel has got, and what was decided about them. */
export class Journey {
  readonly messageId: string
  readonly #holder: string
  readonly #tried = new Set<OuterChannel>()
  #message: Addressed | null = null
  #ways: Ways = { channels: [], atOnce: 1 }
  #quiet: Date | null = null
  #facts: DeliveryRow[] = []
  #closed: (Leg & { state: 'skipped' | 'failed'; reason: string })[] = []
  #resting: (Leg & { until: Date; reason: string })[] = []

  constructor(messageId: string, holder: string) {
    this.messageId = messageId
    this.#holder = holder
  }

  see(message: Addressed, facts: readonly DeliveryRow[], offered: ReadonlySet<OuterChannel>, now: Date): void {
    this.#message = message
    this.#ways = waysOf(message, offered)
    this.#quiet = restUntil(message, now)
    this.#facts = [...facts]
  }

  next(): OuterChannel | null {
    return nextChannel(this.#ways, this.#facts, this.#holder, this.#tried)
  }

  isFinished(): boolean {
    return isFinished(this.#ways, this.#facts, this.#holder)
  }

  /** The next call to be made, if it gets its grant and its turn; what is closed or rests on the way there is kept in mind. */
  decide(ports: Ports): Call | null {
    for (;;) {
      const channel = this.next()
      const message = this.#message
      if (!channel || !message) return null
      if (!isWelcome(message, channel)) {
        this.close(channel, { do: 'close', state: 'skipped', reason: '本人选择不用这个渠道接收' })
        continue
      }
      if (this.#quiet) {
        this.rest(channel, this.#quiet, '免打扰时段，结束后发送')
        continue
      }
      const wish = wishes[channel](ports, this.messageId, message)
      if (wish.do === 'close') {
        this.close(channel, wish)
        continue
      }
      const known = this.#facts.find((each) => each.channel === channel)
      return {
        journey: this,
        messageId: this.messageId,
        channel,
        attempts: (known?.attempts ?? 0) + 1,
        grantId: known?.grant_id ?? null,
        isUnknown: Boolean(known?.called_at),
        bucket: wish.bucket,
        subscription: wish.subscription ?? null,
        call: wish.call,
      }
    }
  }

  close(channel: OuterChannel, { state, reason }: Wish & { do: 'close' }): [] {
    this.#closed.push({ messageId: this.messageId, channel, state, reason })
    this.#now(channel, { state })
    return []
  }

  rest(channel: OuterChannel, until: Date, reason: string): void {
    this.#resting.push({ messageId: this.messageId, channel, until, reason })
    this.#now(channel, { state: 'pending', held_by: '' })
  }

  /** What was decided since it was last asked, to be written down. */
  taken(): {
    closed: (Leg & { state: 'skipped' | 'failed'; reason: string })[]
    resting: (Leg & { until: Date; reason: string })[]
  } {
    const decided = { closed: this.#closed, resting: this.#resting }
    this.#closed = []
    this.#resting = []
    return decided
  }

  async make({ channel, attempts, grantId, call }: Call): Promise<Ended | Broken> {
    this.#tried.add(channel)
    try {
      const settlement = afterAttempt(await call(), attempts, patience[channel])
      this.#now(channel, { state: settlement.state, held_by: settlement.restMinutes === null ? this.#holder : '' })
      return { journey: this, leg: { messageId: this.messageId, channel, attempts, grantId }, settlement, error: null }
    } catch (error) {
      return { journey: this, settlement: null, error: error as Error }
    }
  }

  #now(channel: OuterChannel, change: Partial<DeliveryRow>): void {
    const fresh = { message_id: this.messageId, channel, held_by: this.#holder, attempts: 0, called_at: null, grant_id: null }
    const known = this.#facts.find((each) => each.channel === channel)
    const others = this.#facts.filter((each) => each !== known)
    this.#facts = [...others, { ...fresh, state: 'pending', ...known, ...change }]
  }
}
