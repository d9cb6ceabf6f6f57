import { complaintCategories, complaintStates, type ComplaintCategoryCode, type ComplaintState } from '@yinuo/contracts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { KindOfWork } from '../../people/index.ts'
import { handlerOf } from '../queries/intake-facts.ts'
import { statesWithSolution } from '../rules/complaint-procedure.ts'
import { takeAction } from './take-action.ts'

const OWED_COMPLAINTS = {
  name: 'owed-complaints',
  text: `
    SELECT c.community_id AS "communityId", m.name AS "communityName", c.id, c.number, c.category, c.place_label AS "placeLabel",
      NULL AS "buildingId", c.state, coalesce(c.due_at < $2, false) AS late
    FROM cases c JOIN communities m ON m.id = c.community_id
    WHERE c.assignee_id = $1 AND c.kind = 'complaint' AND c.open AND c.state <> 'done'
    ORDER BY m.name, c.community_id, c.category, c.number`,
}

/**
 * Complaints change hands when somebody leaves (PER-01); clocks run on. Who takes them handles those of the whole community,
 * so they lie in no building here.
 */
export const complaintWork: KindOfWork = {
  kind: 'complaint',
  owed: OWED_COMPLAINTS,
  permission: 'complaints.handle',
  categoryName: (category) => complaintCategories[category as ComplaintCategoryCode],
  stateName: (state) => complaintStates[state as ComplaintState],
  qualification: () => '',
  isQualified: () => true,
  async pass(tx, act, { communityId, id }, { fromName, to, reason }) {
    const ref = { communityId, id, version: null }
    await takeAction(tx, act, null, ref, to ? 'hand-over' : 'hand-back', async ({ case: found }) => {
      const knowsAuthor = to && (await handlerOf(tx, ref, to.id))?.knowsAuthor
      if (knowsAuthor) throw new ProblemError('COMPLAINT_HANDLER_KNOWS', { name: to.name })
      const state = found.state as ComplaintState
      return {
        ...(statesWithSolution.includes(state) ? { to: state } : {}),
        set: { assigneeId: to?.id ?? null },
        content: { fromName, reason, assigneeId: to?.id ?? null, assigneeName: to?.name ?? null },
      }
    })
  },
}
