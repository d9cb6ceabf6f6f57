import type { Clock } from '../state/clock.ts'

export const faultKinds = {
  errcode: '按错误码拒绝',
  html: '返回 HTML 错误页（502）',
  '5xx': '返回 500，空内容',
  timeout: '收下请求，永不回答',
  slow: '过几秒再回答',
  reset: '断开连接，不办理',
  lost: '已办理，但回答丢失',
  drop: '事件或通知不推送',
  twice: '事件或通知推送两次',
  'after-next': '支付通知排到下一条之后',
  'wrong-amount': '支付通知里的金额多一分',
  probe: '先来一次签名探测',
  'wrong-signature': '支付应答的签名是错的',
  corrupt: '账单文件损坏',
} as const
export type FaultKind = keyof typeof faultKinds

export interface Fault {
  id: number
  /** a path such as /sns/jscode2session, smtp, event/<name>, event/signature, notice/<type>, or * for every endpoint */
  endpoint: string
  kind: FaultKind
  errcode?: number | string
  errmsg?: string
  delayMs?: number
  left: number
  orderedAt: string
}

export interface FaultOrder {
  endpoint?: unknown
  kind?: unknown
  errcode?: unknown
  errmsg?: unknown
  delayMs?: unknown
  times?: unknown
}

/** Faults on demand, each for a number of calls. */
export class Faults {
  #clock: Clock
  #faults: Fault[] = []
  #lastId = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  order(order: FaultOrder): Fault {
    const kind = order.kind ?? (order.errcode === undefined ? undefined : 'errcode')
    if (typeof order.endpoint !== 'string' || order.endpoint === '') throw new Error('endpoint is missing')
    if (typeof kind !== 'string' || !(kind in faultKinds))
      throw new Error(`kind must be one of ${Object.keys(faultKinds).join(', ')}`)
    if (kind === 'errcode' && order.errcode === undefined) throw new Error('errcode is missing')
    const times = order.times ?? 1
    if (typeof times !== 'number' || !Number.isInteger(times) || times < 1) throw new Error('times must be a whole number from 1')
    const fault: Fault = {
      id: ++this.#lastId,
      endpoint: order.endpoint,
      kind: kind as FaultKind,
      ...(order.errcode === undefined ? {} : { errcode: order.errcode as number | string }),
      ...(typeof order.errmsg === 'string' ? { errmsg: order.errmsg } : {}),
      ...(typeof order.delayMs === 'number' ? { delayMs: order.delayMs } : {}),
      left: times,
      orderedAt: this.#clock.iso(),
    }
    this.#faults.push(fault)
    return fault
  }

  take(endpoint: string): Fault | undefined {
    const wide = !/^(event|notice)\//.test(endpoint)
    const fault = this.#faults.find((candidate) => candidate.endpoint === endpoint || (wide && candidate.endpoint === '*'))
    if (!fault) return undefined
    fault.left -= 1
    if (fault.left <= 0) this.clear(fault.id)
    return fault
  }

  all(): Fault[] {
    return this.#faults
  }

  clear(id?: number): void {
    this.#faults = id === undefined ? [] : this.#faults.filter((fault) => fault.id !== id)
  }

  snapshot(): Fault[] {
    return this.#faults
  }

  restore(written: Fault[]): void {
    this.#faults = written
    this.#lastId = Math.max(0, ...written.map((fault) => fault.id))
  }
}
