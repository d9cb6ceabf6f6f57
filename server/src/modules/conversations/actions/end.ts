import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { stopClock } from '../../cases/index.ts'
import { partiesOf } from '../rules/parties.ts'
import { takeAction, type ConversationReceipt, type ConversationRef } from './take-action.ts'

/** Either side ends it; the office not before it has answered. */
export function closeConversation(tx: EntityManager, act: CallerAct, ref: ConversationRef): Promise<ConversationReceipt> {
  return takeAction(tx, act, ref, 'close', ({ case: found, clocks }) => {
    const isResident = partiesOf(act.caller, found).has('reporter')
    if (!isResident && found.state === 'waiting') throw new ProblemError('CONVERSATION_UNANSWERED')
    return {
      clocks: clocks.filter(({ stoppedAt }) => !stoppedAt).map((clock) => stopClock(clock, act.now)),
      set: { closedAt: act.now },
      content: { by: isResident ? 'resident' : 'staff' },
      consultation: isResident ? { residentUnread: 0 } : { deskUnread: 0 },
    }
  })
}

/** How the resident found it, 1 to 5; once for each time it was closed. */
export function rateConversation(
  tx: EntityManager,
  act: CallerAct,
  ref: ConversationRef,
  { rating, comment = null }: { rating: number; comment?: string | null | undefined },
): Promise<ConversationReceipt> {
  return takeAction(tx, act, ref, 'rate', ({ consultation }) => {
    if (consultation.rating !== null) throw new ProblemError('ALREADY_RATED')
    return { content: { rating, comment }, consultation: { rating, ratingComment: comment } }
  })
}
