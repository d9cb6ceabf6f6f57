import { randomBytes } from 'node:crypto'
import { beijingDay } from '../state/clock.ts'
import type { Clock } from '../state/clock.ts'

export interface TextMessage {
  id: string
  phoneNumber: string
  text: string
  at: string
}

export class SmsRefusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A text-message gateway with the limits real ones have. */
export class TextMessages {
  #clock: Clock
  #limits: { perMinute: number; perDay: number }
  #sent: TextMessage[] = []

  constructor(clock: Clock, limits: { perMinute: number; perDay: number }) {
    this.#clock = clock
    this.#limits = limits
  }

  send(phoneNumber: unknown, signature: unknown, template: unknown, values: unknown): TextMessage {
    if (typeof phoneNumber !== 'string' || !/^1[3-9]\d{9}$/.test(phoneNumber)) {
      throw new SmsRefusal('isv.MOBILE_NUMBER_ILLEGAL', '手机号码格式错误')
    }
    if (typeof signature !== 'string' || signature === '') throw new SmsRefusal('isv.SMS_SIGNATURE_ILLEGAL', '短信签名不合法')
    if (typeof template !== 'string' || template === '') throw new SmsRefusal('isv.SMS_TEMPLATE_ILLEGAL', '短信模板不合法')
    this.#checkLimits(phoneNumber)
    const message = {
      id: randomBytes(10).toString('hex'),
      phoneNumber,
      text: `【${signature}】${filled(template, (values ?? {}) as Record<string, unknown>)}`,
      at: this.#clock.iso(),
    }
    this.#sent.push(message)
    return message
  }

  all(): TextMessage[] {
    return this.#sent
  }

  snapshot(): TextMessage[] {
    return this.#sent.slice(-500)
  }

  restore(written: TextMessage[]): void {
    this.#sent = written
  }

  #checkLimits(phoneNumber: string): void {
    const now = this.#clock.now()
    const before = this.#sent.filter((message) => message.phoneNumber === phoneNumber).map((message) => Date.parse(message.at))
    if (before.filter((at) => now - at < 60_000).length >= this.#limits.perMinute) {
      throw new SmsRefusal('isv.BUSINESS_LIMIT_CONTROL', '触发分钟级流控')
    }
    if (before.filter((at) => beijingDay(at) === beijingDay(now)).length >= this.#limits.perDay) {
      throw new SmsRefusal('isv.BUSINESS_LIMIT_CONTROL', '触发天级流控')
    }
  }
}

/** `${place}` and `{place}` are filled; values the template does not name follow it. */
function filled(template: string, values: Record<string, unknown>): string {
  const rest = { ...values }
  const text = template.replace(/\$?\{(\w+)\}/g, (whole, name: string) => {
    if (!(name in values)) return whole
    delete rest[name]
    return String(values[name])
  })
  const others = Object.values(rest).map(String).join('，')
  return others && text === template ? `${template}：${others}` : text
}
