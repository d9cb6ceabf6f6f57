import type { Clock } from '../state/clock.ts'

export interface GroupMessage {
  key: string
  text: string
  at: string
}

const MINUTE = 60_000

/** The group chats of WeCom that have a robot; anybody who has a robot's key may speak there, twenty times in any minute. */
export class GroupChats {
  #clock: Clock
  #perMinute: number
  #robots = new Set<string>()
  #said: GroupMessage[] = []

  constructor(clock: Clock, robots: readonly string[], perMinute: number) {
    this.#clock = clock
    this.#perMinute = perMinute
    for (const key of robots) this.#robots.add(key)
  }

  /** @returns WeCom's errcode, 0 when it was said */
  say(key: string, body: unknown): number {
    if (!this.#robots.has(key)) return 93000
    const text = textOf(body)
    if (typeof text === 'number') return text
    const now = this.#clock.now()
    const lately = this.#said.filter((each) => each.key === key && now - Date.parse(each.at) < MINUTE)
    if (lately.length >= this.#perMinute) return 45009
    this.#said.push({ key, text, at: this.#clock.iso() })
    return 0
  }

  all(): GroupMessage[] {
    return this.#said
  }

  snapshot(): GroupMessage[] {
    return this.#said.slice(-200)
  }

  restore(written: GroupMessage[]): void {
    this.#said = written
  }
}

const mostBytes: Readonly<Record<string, number>> = { text: 2048, markdown: 4096 }

function textOf(body: unknown): string | number {
  const { msgtype, ...parts } = (body ?? {}) as { msgtype?: unknown } & Record<string, { content?: unknown }>
  const most = mostBytes[String(msgtype)]
  if (!most) return 40008
  const content = parts[String(msgtype)]?.content
  if (typeof content !== 'string' || content === '') return 44004
  return Buffer.byteLength(content) > most ? 40058 : content
}
