import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { colleaguesOf } from '../queries/list-colleagues.ts'
import { takeAction, type ConversationReceipt, type ConversationRef } from './take-action.ts'

/** Somebody of the desk takes a conversation nobody has yet; one of many who press at once gets it. */
export function takeConversation(tx: EntityManager, act: CallerAct, ref: ConversationRef): Promise<ConversationReceipt> {
  return takeAction(tx, act, ref, 'take', async ({ case: found }) => {
    if (found.assigneeId && found.assigneeId !== act.actor.id)
      throw new ProblemError('CONVERSATION_TAKEN', { name: await nameOf(tx, found.assigneeId) })
    return { set: { assigneeId: act.actor.id }, content: { name: act.actor.name } }
  })
}

/** Gives a conversation to a colleague, with a note the resident does not see. Anybody of the desk may, for who is ill. */
export function handOver(
  tx: EntityManager,
  act: CallerAct,
  ref: ConversationRef,
  { staffId, note }: { staffId: string; note: string },
): Promise<ConversationReceipt> {
  return takeAction(tx, act, ref, 'hand-over', async () => {
    const colleagues = await colleaguesOf(tx, ref.communityId)
    const taker = colleagues.find(({ id }) => id === staffId)
    if (!taker) throw new ProblemError('STAFF_NOT_AVAILABLE')
    return {
      set: { assigneeId: taker.id },
      content: { name: taker.name, note, staffId: taker.id },
      told: { note, staffId: taker.id },
    }
  })
}

async function nameOf(tx: EntityManager, staffId: string): Promise<string> {
  const [row] = (await tx.query('SELECT name FROM staff WHERE id = $1', [staffId])) as { name: string }[]
  return row?.name ?? '同事'
}
