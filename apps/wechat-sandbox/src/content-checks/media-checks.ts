import type { Clock } from '../state/clock.ts'
import { verdictOnPicture } from './media-verdict.ts'
import { passes } from './planted-words.ts'
import type { Suggest, Verdict } from './planted-words.ts'

export interface MediaCheck {
  traceId: string
  openid: string
  mediaUrl: string
  picture: boolean
}

interface Waiting extends MediaCheck {
  dueAt: number
}

export interface MediaFinding {
  errcode: number
  errmsg: string
  verdict: Verdict
}

const largestBytes = 10 * 1024 * 1024

/** media_check_async: the verdict comes later, as an event. */
export class MediaChecks {
  #clock: Clock
  #verdictAfterMs: number
  #found: (check: MediaCheck, finding: MediaFinding) => void
  #waiting: Waiting[] = []
  #planted: Suggest[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(clock: Clock, verdictSeconds: number, found: (check: MediaCheck, finding: MediaFinding) => void) {
    this.#clock = clock
    this.#verdictAfterMs = verdictSeconds * 1000
    this.#found = found
    clock.onAdvance(() => this.#wake())
  }

  ask(check: MediaCheck): void {
    this.#waiting.push({ ...check, dueAt: this.#clock.now() + this.#verdictAfterMs })
    this.#wake()
  }

  /** The next verdicts, whatever the pictures show. */
  plant(suggest: Suggest, times: number): void {
    for (let n = 0; n < times; n++) this.#planted.push(suggest)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  snapshot(): Waiting[] {
    return this.#waiting
  }

  restore(written: Waiting[]): void {
    this.#waiting = written
    this.#wake()
  }

  #wake(): void {
    clearTimeout(this.#timer)
    const now = this.#clock.now()
    const due = this.#waiting.filter((check) => check.dueAt <= now)
    this.#waiting = this.#waiting.filter((check) => check.dueAt > now)
    for (const check of due) void this.#look(check)
    const next = Math.min(...this.#waiting.map((check) => check.dueAt))
    if (Number.isFinite(next)) this.#timer = setTimeout(() => this.#wake(), next - now).unref()
  }

  async #look(check: Waiting): Promise<void> {
    const planted = this.#planted.shift()
    if (planted) return this.#found(check, fine({ suggest: planted, label: planted === 'pass' ? 100 : 20006, keyword: null }))
    try {
      const response = await fetch(check.mediaUrl, { signal: AbortSignal.timeout(10_000) })
      if (!response.ok) throw new Error(`status ${response.status}`)
      const bytes = Buffer.from(await response.arrayBuffer())
      if (bytes.length > largestBytes) throw new Error('too large')
      this.#found(check, fine(check.picture ? await verdictOnPicture(bytes) : passes))
    } catch {
      this.#found(check, { errcode: -1008, errmsg: 'download media fail', verdict: passes })
    }
  }
}

function fine(verdict: Verdict): MediaFinding {
  return { errcode: 0, errmsg: 'ok', verdict }
}
