import type { DeliveryState } from '@yinuo/contracts'
import type { OuterChannel } from './next-channel.ts'

/** How one call to a channel ended. */
export type Outcome =
  | { result: 'sent'; providerId: string }
  /** It will never work; `spent`: the grant is gone with it. */
  | { result: 'refused'; reason: string; spent: boolean }
  /** It may work later; `unknown`: it may even have worked. */
  | { result: 'later'; reason: string; unknown: boolean }

export interface Settlement {
  state: DeliveryState
  reason: string | null
  providerId: string | null
  /** `returned`: the person's grant was not used and serves the next message. */
  grant: 'kept' | 'returned'
  /** The next run must know that the last call may have worked. */
  unknown: boolean
  /** Rests so long before it is tried again; null: tried again by this run, soon. */
  restMinutes: number | null
}

interface Patience {
  attempts: number
  /** Pauses before the second, third … attempt, the last one again and again; null: the queue's own, of seconds. */
  restMinutes: readonly number[] | null
}

/**
 * How long a channel is tried. Subscribe and text messages give way to the next channel after some two minutes, and five. A mail
 * is patient, as mail is: a mail server that is down for an hour, or for the night, gets it afterwards. The group chat too.
 */
export const patience: Readonly<Record<OuterChannel, Patience>> = {
  subscribe: { attempts: 5, restMinutes: null },
  sms: { attempts: 6, restMinutes: null },
  email: { attempts: 52, restMinutes: [1, 2, 4, 8, 15, 30] },
  robot: { attempts: 52, restMinutes: [1, 1, 2, 5, 10, 30] },
}

/** What is written down of an attempt. After the last one the channel is given up. */
export function afterAttempt(outcome: Outcome, attempts: number, limits: Patience): Settlement {
  const written = { reason: null, providerId: null, grant: 'kept', unknown: false, restMinutes: null } as const
  switch (outcome.result) {
    case 'sent':
      return { ...written, state: 'sent', providerId: outcome.providerId }
    case 'refused':
      return { ...written, state: 'failed', reason: outcome.reason, grant: outcome.spent ? 'kept' : 'returned' }
    case 'later': {
      const { reason, unknown } = outcome
      if (attempts >= limits.attempts) return { ...written, state: 'failed', reason, grant: unknown ? 'kept' : 'returned' }
      const rests = limits.restMinutes
      const restMinutes = rests ? rests[Math.min(attempts, rests.length) - 1]! : null
      return { ...written, state: 'pending', reason, unknown, restMinutes }
    }
  }
}
