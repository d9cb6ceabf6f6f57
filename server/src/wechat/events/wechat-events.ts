import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock/index.ts'
import { WorkerDatabase, type Act } from '../../platform/database/index.ts'

/** Something WeChat tells us on its own. */
export interface WechatEvent {
  name: string
  openid: string
  /** Together with the openid it tells a repetition from a second event. */
  createdAt: Date
  content: Record<string, unknown>
}

/** Its effect must be the same when it comes twice. */
export type WechatEventHandler = (tx: EntityManager, act: Act, event: WechatEvent) => Promise<void>

/** Hands WeChat's events to whoever listens, in one transaction: WeChat repeats what we did not manage to keep. */
@Injectable()
export class WechatEvents {
  readonly #handlers = new Map<string, WechatEventHandler>()
  readonly #database: WorkerDatabase
  readonly #clock: Clock

  constructor(database: WorkerDatabase, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  on(name: string, handler: WechatEventHandler): void {
    this.#handlers.set(name, handler)
  }

  async take(event: WechatEvent): Promise<void> {
    const handler = this.#handlers.get(event.name)
    if (!handler) return
    const act: Act = {
      actor: { kind: 'system', id: null, name: '微信' },
      reach: { communities: [], companies: [] },
      now: this.#clock.now(),
      traceId: randomUUID(),
      address: null,
      idempotency: null,
    }
    await this.#database.transaction((tx) => handler(tx, act, event))
  }
}

/** The event in a pushed body, or null for anything else WeChat may push, such as a message to customer service. */
export function readEvent(body: unknown): WechatEvent | null {
  if (typeof body !== 'object' || body === null) return null
  const { MsgType, Event, FromUserName, CreateTime } = body as Record<string, unknown>
  const seconds = Number(CreateTime)
  if (MsgType !== 'event' || typeof Event !== 'string' || typeof FromUserName !== 'string') return null
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 4_102_444_800) return null
  return { name: Event, openid: FromUserName, createdAt: new Date(seconds * 1000), content: body as Record<string, unknown> }
}

/** The entries of an event's `List`, which WeChat sends bare when there is only one. */
export function entriesOf({ content }: WechatEvent): Record<string, string>[] {
  const list = Array.isArray(content.List) ? content.List : [content.List]
  return list
    .filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null)
    .map((entry) => Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, String(value)])))
}
