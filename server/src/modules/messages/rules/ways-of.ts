import { isAlwaysTold, messageGroupOf, type MessageGroup, type PersonalChannel } from '@yinuo/contracts'
import type { OuterChannel, Ways } from './next-channel.ts'
import { usualPolicy } from './policy.ts'
import { quietUntil } from './quiet-hours.ts'

/** What a community and a person decided about a message. */
export interface Decided {
  kind: string
  urgent: boolean
  toGroup: boolean
  /** of a message to many: what it is about */
  aboutId?: string | null
  channels: readonly PersonalChannel[] | null
  alwaysUrgent: boolean | null
  choices: Partial<Record<MessageGroup, readonly PersonalChannel[]>> | null
  quietFrom: string | null
  quietUntil: string | null
  timeZone: string
}

/** @param offered channels that this installation has */
export function waysOf(decided: Decided, offered: ReadonlySet<OuterChannel>): Ways {
  if (decided.toGroup) return { channels: ['robot'], atOnce: 1 }
  // A text message costs: what goes to many goes by it only when it is urgent.
  const tooDear = decided.aboutId && !isUrgent(decided) ? 'sms' : null
  const wanted = decided.channels ?? usualPolicy(decided.kind).channels
  const channels = wanted.filter((channel) => offered.has(channel) && channel !== tooDear)
  return { channels, atOnce: isUrgent(decided) ? 2 : 1 }
}

export function isUrgent({ kind, urgent, alwaysUrgent }: Decided): boolean {
  return urgent || (alwaysUrgent ?? usualPolicy(kind).urgent)
}

/** What is urgent, and what a person's safety hangs on, takes every channel at any hour. */
function isExempt(decided: Decided): boolean {
  return decided.toGroup || isUrgent(decided) || isAlwaysTold(messageGroupOf(decided.kind))
}

/** Whether the person wants messages of this kind on this channel. */
export function isWelcome(decided: Decided, channel: OuterChannel): boolean {
  if (isExempt(decided)) return true
  const chosen = decided.choices?.[messageGroupOf(decided.kind)]
  return chosen === undefined || chosen.includes(channel as PersonalChannel)
}

/** Until when the message has to wait for the person's quiet hours, if they hold now. */
export function restUntil(decided: Decided, now: Date): Date | null {
  if (isExempt(decided) || !decided.quietFrom || !decided.quietUntil) return null
  return quietUntil({ from: decided.quietFrom, until: decided.quietUntil }, now, decided.timeZone)
}
