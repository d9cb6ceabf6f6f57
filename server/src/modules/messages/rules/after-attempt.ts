import type { DeliveryState } from '@yinuo/contracts'

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
}

/** What is written down of an attempt. After `limit` attempts the channel is given up. */
export function afterAttempt(outcome: Outcome, attempts: number, limit: number): Settlement {
  const written = { reason: null, providerId: null, grant: 'kept', unknown: false } as const
  switch (outcome.result) {
    case 'sent':
      return { ...written, state: 'sent', providerId: outcome.providerId }
    case 'refused':
      return { ...written, state: 'failed', reason: outcome.reason, grant: outcome.spent ? 'kept' : 'returned' }
    case 'later':
      if (attempts < limit) return { ...written, state: 'pending', reason: outcome.reason, unknown: outcome.unknown }
      return { ...written, state: 'failed', reason: outcome.reason, grant: outcome.unknown ? 'kept' : 'returned' }
  }
}
