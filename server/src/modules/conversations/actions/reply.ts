import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../../access/index.ts'
import { stopClock } from '../../cases/index.ts'
import { refuseForeignFiles } from '../../repairs/index.ts'
import { refuseEmpty } from './ask.ts'
import { takeAction, type ConversationReceipt, type ConversationRef } from './take-action.ts'

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
  return takeAction(tx, act, ref, 'reply', ({ case: found, clocks, consultation }) => ({
    content: { text },
    audited: { pictures: fileIds.length },
    files: { ids: fileIds, purpose: 'progress' },
    clocks: clocks.filter(({ stoppedAt }) => !stoppedAt).map((clock) => stopClock(clock, act.now)),
    set: found.assigneeId ? {} : { assigneeId: act.actor.id },
    consultation: {
      deskUnread: 0,
      residentUnread: consultation.residentUnread + 1,
      answeredAt: consultation.answeredAt ?? act.now,
    },
    saysSomething: true,
    told: { text },
  }))
}
