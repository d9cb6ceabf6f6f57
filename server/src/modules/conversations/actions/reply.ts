import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../access/index.ts'
import { loadCase, stopClock } from '../../cases/index.ts'
import { refuseForeignFiles } from '../../repairs/index.ts'
import { refuseEmpty } from './ask.ts'
import {
  systemOf,
  takeAction,
  type ConversationMove,
  type ConversationReceipt,
  type ConversationRef,
  type LoadedConversation,
} from './take-action.ts'

/** Somebody of the office answers; only this stops the clock. Who answers first looks after the resident from then on. */
export async function reply(
  tx: EntityManager,
  act: CallerAct,
  ref: ConversationRef,
  said: { text?: string | undefined; fileIds: string[] },
): Promise<ConversationReceipt> {
  refuseEmpty(said)
  await refuseForeignFiles(tx, act, ref.communityId, said.fileIds)
  const { text = '', fileIds } = said
  return takeAction(tx, act, ref, 'reply', (loaded) => ({
    ...answerTo(loaded, act, text),
    audited: { pictures: fileIds.length },
    files: { ids: fileIds, purpose: 'progress' },
    set: loaded.case.assigneeId ? {} : { assigneeId: act.actor.id },
  }))
}

/**
 * Somebody who does not sit at the desk answers what is theirs to answer; the talk stays with the desk. Whether they may, whoever
 * calls this has judged. What the resident has ended is left as it is.
 */
export async function replyBesideDesk(tx: EntityManager, act: CallerAct, ref: ConversationRef, text: string): Promise<void> {
  const { case: found } = await loadCase(tx, ref.communityId, ref.id)
  if (found.open) await takeAction(tx, systemOf(act), ref, 'reply', (loaded) => answerTo(loaded, act, text))
}

const answerTo = ({ clocks, consultation }: LoadedConversation, { now }: CallerAct, text: string): ConversationMove => ({
  content: { text },
  clocks: clocks.filter(({ stoppedAt }) => !stoppedAt).map((clock) => stopClock(clock, now)),
  consultation: {
    deskUnread: 0,
    residentUnread: consultation.residentUnread + 1,
    answeredAt: consultation.answeredAt ?? now,
  },
  saysSomething: true,
  told: { text },
})
