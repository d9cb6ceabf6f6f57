import { conversationStates, type ConversationState } from '@yinuo/contracts'
import type { KindOfWork } from '../../people/index.ts'
import { systemOf, takeAction } from './take-action.ts'

const OWED = {
  name: 'owed-conversations',
  text: `
    SELECT c.community_id AS "communityId", m.name AS "communityName", c.id, c.number, c.category, c.place_label AS "placeLabel",
      NULL AS "buildingId", c.state, coalesce(c.due_at < $2, false) AS late
    FROM cases c JOIN communities m ON m.id = c.community_id
    WHERE c.assignee_id = $1 AND c.kind = 'consultation' AND c.open
    ORDER BY m.name, c.community_id, c.number`,
}

/**
 * Conversations change hands when somebody leaves (PER-01); without a successor they go back to the desk. A desk answers the whole
 * community, so they lie in no building here.
 */
export const conversationWork: KindOfWork = {
  kind: 'consultation',
  owed: OWED,
  permission: 'conversations.answer',
  categoryName: () => '在线咨询',
  stateName: (state) => conversationStates[state as ConversationState],
  isQualified: () => true,
  qualification: () => '在线接待',
  async pass(tx, act, { communityId, id }, { fromName, to, reason }) {
    await takeAction(tx, systemOf(act), { communityId, id }, 'pass', () => ({
      set: { assigneeId: to?.id ?? null },
      content: { name: to?.name ?? null, fromName, note: reason },
      told: { staffId: to?.id ?? null, note: reason },
    }))
  },
}
