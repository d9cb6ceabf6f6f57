import { createHash, randomBytes } from 'node:crypto'
import type { Calls } from '../calls/calls.ts'
import type { Faults } from '../faults/faults.ts'
import type { Clock } from '../state/clock.ts'

interface Push {
  name: string
  openid: string
  body: Record<string, unknown>
  attempts: number
}

const answerWithinMs = 5_000
const attemptsInAll = 3

/** What WeChat tells the server on its own: signed, three attempts, five seconds each. */
export class EventPushes {
  #clock: Clock
  #token: string
  #paths: readonly string[]
  #accepted: string | undefined
  #account: string
  #faults: Faults
  #calls: Calls
  #url: string | undefined
  #waiting: Push[] = []
  #running = false
  #stopped = new AbortController()

  constructor(
    clock: Clock,
    to: { token: string; paths: readonly string[]; account: string; url: string | undefined },
    faults: Faults,
    calls: Calls,
  ) {
    this.#clock = clock
    this.#token = to.token
    this.#paths = to.paths
    this.#account = to.account
    this.#url = to.url
    this.#faults = faults
    this.#calls = calls
  }

  connect(url: string): void {
    this.#url = url
    this.#accepted = undefined
    void this.#run()
  }

  push(name: string, openid: string, content: Record<string, unknown>): void {
    const fault = this.#faults.take(`event/${name}`)
    if (fault?.kind === 'drop') {
      this.#calls.recordOutgoing(name, { openid, ...content }, 'dropped on demand')
      return
    }
    const body = {
      ToUserName: this.#account,
      FromUserName: openid,
      // WeChat writes the time of these events as text, but of the media check as a number.
      CreateTime: name === 'wxa_media_check' ? this.#clock.seconds() : String(this.#clock.seconds()),
      MsgType: 'event',
      Event: name,
      ...(fault?.kind === 'errcode' ? failed(content, Number(fault.errcode ?? 1)) : content),
    }
    const copies = fault?.kind === 'twice' ? 2 : 1
    for (let n = 0; n < copies; n++) this.#waiting.push({ name, openid, body, attempts: 0 })
    void this.#run()
  }

  waiting(): number {
    return this.#waiting.length
  }

  stop(): void {
    this.#stopped.abort()
  }

  snapshot(): Push[] {
    return this.#waiting
  }

  restore(written: Push[]): void {
    this.#waiting = written
    void this.#run()
  }

  async #run(): Promise<void> {
    if (this.#running || !this.#url) return
    this.#running = true
    try {
      for (let push = this.#waiting[0]; push && !this.#stopped.signal.aborted; push = this.#waiting[0]) {
        push.attempts += 1
        const answered = await this.#send(this.#url, push)
        if (answered || push.attempts >= attemptsInAll) this.#waiting.shift()
      }
    } finally {
      this.#running = false
    }
  }

  async #send(url: string, push: Push): Promise<boolean> {
    const started = performance.now()
    const query = this.#signed({ openid: push.openid }, this.#faults.take('event/signature') !== undefined)
    this.#accepted ??= await this.#acceptedAddress(url)
    try {
      const response = await fetch(`${this.#accepted ?? url + this.#paths[0]}?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(push.body),
        signal: AbortSignal.any([AbortSignal.timeout(answerWithinMs), this.#stopped.signal]),
      })
      const answer = await response.text()
      this.#calls.recordOutgoing(push.name, push.body, `${response.status} ${answer.slice(0, 200)}`, performance.now() - started)
      return response.ok
    } catch (error) {
      this.#calls.recordOutgoing(
        push.name,
        push.body,
        error instanceof Error ? error.message : 'no answer',
        performance.now() - started,
      )
      return false
    }
  }

  /** As when an address is entered in the account's settings: it is good when it echoes what it is asked. */
  async #acceptedAddress(url: string): Promise<string | undefined> {
    for (const path of this.#paths) {
      const echostr = String(randomBytes(8).readBigUInt64BE())
      const answer = await fetch(`${url}${path}?${this.#signed({ echostr })}`, { signal: AbortSignal.timeout(answerWithinMs) })
        .then((response) => response.text())
        .catch(() => undefined)
      if (answer === echostr) return url + path
    }
    return undefined
  }

  #signed(more: Record<string, string>, badly = false): string {
    const timestamp = String(this.#clock.seconds())
    const nonce = String(randomBytes(4).readUInt32BE())
    const signature = badly ? '0'.repeat(40) : signatureOf(this.#token, timestamp, nonce)
    return new URLSearchParams({ signature, timestamp, nonce, ...more }).toString()
  }
}

export function signatureOf(token: string, timestamp: string, nonce: string): string {
  return createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')
}

function failed(content: Record<string, unknown>, errcode: number): Record<string, unknown> {
  const { List } = content as { List?: object }
  if (!List || Array.isArray(List)) return { ...content, errcode }
  return { ...content, List: { ...List, ErrorCode: String(errcode), ErrorStatus: 'failed: user refused' } }
}
