import { repairCategories, repairStates, skills, type RepairCategoryCode, type RepairState } from '@yinuo/contracts'
import type { KindOfWork } from '../../people/index.ts'
import { isQualified } from '../rules/choose-assignee.ts'
import { takeAction } from './take-action.ts'
import { endWait } from './wait-with-repair.ts'

/** What is mended and waits for its reporter's word is owed by nobody: it stays with who mended it. */
const OWED_REPAIRS = {
  name: 'owed-repairs',
  text: `
    SELECT c.community_id AS "communityId", m.name AS "communityName", c.id, c.number, c.category, c.place_label AS "placeLabel",
      c.building_id AS "buildingId", c.state, coalesce(c.due_at < $2, false) AS late
    FROM cases c JOIN communities m ON m.id = c.community_id
    WHERE c.assignee_id = $1 AND c.kind = 'repair' AND c.open AND c.state <> 'done'
    ORDER BY m.name, c.community_id, c.category, c.number`,
}

const skillFor = (category: string) => repairCategories[category as RepairCategoryCode].skill

/** Repairs change hands when somebody leaves (PER-01): clocks run on, and the successor has to accept. */
export const repairWork: KindOfWork = {
  kind: 'repair',
  owed: OWED_REPAIRS,
  permission: 'repairs.work',
  categoryName: (category) => repairCategories[category as RepairCategoryCode].label,
  stateName: (state) => repairStates[state as RepairState],
  qualification: (category) => skills[skillFor(category)],
  isQualified: (held, category) => isQualified(held, skillFor(category)),
  async pass(tx, act, { communityId, id }, { fromName, to, reason }) {
    await takeAction(
      tx,
      act,
      { communityId, id, version: null },
      to ? 'hand-over' : 'hand-back',
      ({ repair, clocks, promise }) => {
        const wait = repair.waitingFor ? endWait(clocks, promise, act.now) : {}
        return {
          ...wait,
          set: {
            ...wait.set,
            assigneeId: to?.id ?? null,
            assignedBecause: to ? [{ rule: 'hand-over', text: `接手${fromName}的工作` }] : [],
          },
          content: { fromName, reason, assigneeId: to?.id ?? null, assigneeName: to?.name ?? null },
          told: { assigneeId: to?.id ?? null },
        }
      },
    )
  },
}
