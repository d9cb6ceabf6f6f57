import { randomBytes } from 'node:crypto'
import type { Clock } from '../state/clock.ts'
import { WechatError } from '../wechat-error.ts'

export interface Phone {
  id: string
  who: 'resident' | 'staff'
  name: string
  openid: string
  phoneNumber: string
  about?: string
}

interface PhoneState {
  offline: boolean
  largeText: boolean
  privacyAgreed: boolean
  /** WeChat's risk control answers its logins with 40226 */
  blocked: boolean
  lastActiveAt: number
}

export type PhoneView = Phone & PhoneState

const untouched: PhoneState = { offline: false, largeText: false, privacyAgreed: false, blocked: false, lastActiveAt: 0 }
const activeForMs = 2 * 3600_000

/** The people of the demonstration and their phones: one WeChat identity each. */
export class Phones {
  #clock: Clock
  #phones = new Map<string, PhoneView>()
  #byOpenid = new Map<string, PhoneView>()

  constructor(clock: Clock, phones: readonly Phone[]) {
    this.#clock = clock
    for (const phone of phones) this.add(phone)
  }

  add(phone: Partial<Phone> & { id: string }): PhoneView {
    const whole: PhoneView = {
      ...untouched,
      id: phone.id,
      who: phone.who ?? 'resident',
      name: phone.name ?? phone.id,
      openid: phone.openid ?? `oYNsandbox_${randomBytes(9).toString('hex').slice(0, 17)}`,
      phoneNumber: phone.phoneNumber ?? `138${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
      ...(phone.about === undefined ? {} : { about: phone.about }),
    }
    this.#keep(whole)
    return whole
  }

  all(): PhoneView[] {
    return [...this.#phones.values()]
  }

  byId(id: string): PhoneView | undefined {
    return this.#phones.get(id)
  }

  byOpenid(openid: string): PhoneView {
    const phone = this.#byOpenid.get(openid)
    if (!phone) throw new WechatError(40003)
    return phone
  }

  byNumber(phoneNumber: string): PhoneView | undefined {
    return this.all().find((phone) => phone.phoneNumber === phoneNumber)
  }

  touch(id: string): void {
    const phone = this.#phones.get(id)
    if (phone) phone.lastActiveAt = this.#clock.now()
  }

  /** The content check knows only people who used the mini-program within two hours. */
  isActive(phone: PhoneView): boolean {
    return this.#clock.now() - phone.lastActiveAt <= activeForMs
  }

  change(id: string, change: Partial<PhoneState>): PhoneView | undefined {
    const phone = this.#phones.get(id)
    if (phone) Object.assign(phone, change)
    return phone
  }

  snapshot(): PhoneView[] {
    return this.all()
  }

  /** The file of phones wins over the written names; what happened on a phone is kept. */
  restore(written: PhoneView[]): void {
    for (const phone of written) {
      const known = this.#phones.get(phone.id)
      this.#keep({ ...phone, ...(known ? pickIdentity(known) : {}), offline: false })
    }
  }

  #keep(phone: PhoneView): void {
    this.#phones.set(phone.id, phone)
    this.#byOpenid.set(phone.openid, phone)
  }
}

function pickIdentity(phone: Phone): Phone {
  const { id, who, name, openid, phoneNumber, about } = phone
  return { id, who, name, openid, phoneNumber, ...(about === undefined ? {} : { about }) }
}
