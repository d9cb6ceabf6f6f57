import type { Clock } from '../state/clock.ts'

export type Delivery =
  | {
      kind: 'push'
      title: string
      templateId: string
      lines: { label: string; value: string }[]
      page: string | null
      messageId: string
    }
  | { kind: 'sms'; text: string }

export type InboxItem = Delivery & { id: number; at: string }

/** What the stage or a scan tells a phone to do. */
export type Signal =
  { kind: 'open'; path: string } | { kind: 'scan' } | { kind: 'offline'; offline: boolean } | { kind: 'large-text'; on: boolean }

type Listener = (happening: InboxItem | Signal) => void

const keptPerPhone = 50

/** Messages that arrived on each phone, and the line on which a phone hears of them. */
export class Inboxes {
  #clock: Clock
  #items = new Map<string, InboxItem[]>()
  #listeners = new Map<string, Set<Listener>>()
  #lastId = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  deliver(phoneId: string, delivery: Delivery): InboxItem {
    const item = { ...delivery, id: ++this.#lastId, at: this.#clock.iso() }
    this.#items.set(phoneId, [...this.of(phoneId), item].slice(-keptPerPhone))
    this.#tell(phoneId, item)
    return item
  }

  /** How many screens of this phone heard it. */
  signal(phoneId: string, signal: Signal): number {
    return this.#tell(phoneId, signal)
  }

  of(phoneId: string): InboxItem[] {
    return this.#items.get(phoneId) ?? []
  }

  listen(phoneId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(phoneId) ?? new Set()
    this.#listeners.set(phoneId, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  snapshot(): [string, InboxItem[]][] {
    return [...this.#items]
  }

  restore(written: [string, InboxItem[]][]): void {
    this.#items = new Map(written)
    this.#lastId = Math.max(0, ...written.flatMap(([, items]) => items.map((item) => item.id)))
  }

  #tell(phoneId: string, happening: InboxItem | Signal): number {
    const listeners = this.#listeners.get(phoneId) ?? new Set()
    for (const listener of listeners) listener(happening)
    return listeners.size
  }
}
