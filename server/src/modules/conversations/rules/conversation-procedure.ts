import {
  conversationActions,
  conversationStates,
  openConversationStates,
  type ConversationAction,
  type ConversationState,
} from '@yinuo/contracts'
import type { Procedure, Transition } from '../../cases/rules/index.ts'

/** What only the system does: work changes hands when somebody leaves. It also replies, for whoever answers from beside the desk. */
export type SystemAction = 'pass'

/** What may happen to a conversation, in which state, by whom (COM-07). The office ends none that waits for its answer. */
export const conversationProcedure: Procedure<ConversationState, ConversationAction | SystemAction> = {
  kind: 'consultation',
  detailTable: 'consultations',
  firstState: 'waiting',
  openStates: openConversationStates,
  stateLabels: conversationStates,
  actionLabels: { ...conversationActions, pass: '交接' },
  transitions: {
    ask: { from: ['waiting', 'answered', 'closed'], to: 'waiting', by: ['reporter'] },
    reply: { from: openConversationStates, to: 'answered', by: ['front-desk', 'system'] },
    take: { from: openConversationStates, to: 'same', by: ['front-desk'] },
    'hand-over': { from: openConversationStates, to: 'same', by: ['front-desk'] },
    'open-repair': { from: openConversationStates, to: 'same', by: ['front-desk'] },
    'open-complaint': { from: openConversationStates, to: 'same', by: ['front-desk'] },
    close: { from: openConversationStates, to: 'closed', by: ['reporter', 'front-desk'] },
    rate: { from: ['closed'], to: 'same', by: ['reporter'] },
    pass: { from: openConversationStates, to: 'same', by: ['system'] },
  } satisfies Record<ConversationAction | SystemAction, Transition<ConversationState>>,
}
