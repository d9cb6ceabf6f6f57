import { repairCategories, skills, type RepairCategoryCode, type RepairReceipt } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import { appendEvent, type Case } from '../../cases/index.ts'
import { DISPATCH_CANDIDATES, type CandidateRow } from '../queries/dispatch-candidates.ts'
import { chooseAssignee, isQualified, type Choice, type DispatchNeed } from '../rules/choose-assignee.ts'
import { takeAction, type LoadedRepair, type RepairMove, type RepairRef } from './take-action.ts'

/** REP-02: gives a repair to somebody, chosen by rule or by hand. Whoever had it before stays in the timeline. */
export async function dispatchRepair(tx: EntityManager, act: Act, ref: RepairRef, staffId?: string): Promise<RepairReceipt> {
  return takeAction(tx, act, ref, 'dispatch', async ({ case: found }) => {
    const candidates = await candidatesFor(tx, ref.communityId, found.buildingId)
    const choice = staffId ? byHand(candidates, staffId, found, act) : chooseAssignee(candidates, await needOf(tx, found))
    if (!choice) throw new ProblemError('NOBODY_AVAILABLE', { skill: skills[skillOf(found)] })
    return assignedTo(choice)
  })
}

/** Dispatches a repair that has just come in or come back; when nobody fits it stays in the queue and the supervisor is told. */
export async function dispatchByRule(tx: EntityManager, act: Act, ref: RepairRef): Promise<void> {
  const [found] = await tx.query(
    `SELECT state, category, urgency, building_id AS "buildingId", number, place_label AS "placeLabel" FROM cases
     WHERE community_id = $1 AND id = $2 AND state = 'reported' FOR UPDATE`,
    [ref.communityId, ref.id],
  )
  if (!found) return
  const choice = chooseAssignee(
    await candidatesFor(tx, ref.communityId, found.buildingId),
    await needOf(tx, { ...found, id: ref.id, communityId: ref.communityId }),
  )
  if (choice) {
    await takeAction(tx, act, ref, 'dispatch', () => assignedTo(choice))
    return
  }
  const reason = `没有在岗且有“${skills[skillOf(found as Case)]}”资质的人员，已通知主管`
  await appendEvent(tx, act, ref.communityId, ref.id, 'undispatched', { reason })
  await tell(tx, act, 'repair.undispatched', ref.communityId, { caseId: ref.id, reason })
}

export function assignedTo(choice: Choice): RepairMove {
  return {
    set: { assigneeId: choice.staffId, assignedBecause: choice.because },
    content: {
      assigneeId: choice.staffId,
      assigneeName: choice.name,
      because: choice.because.map(({ text }) => text).join('，'),
    },
    told: { assigneeId: choice.staffId },
  }
}

export async function candidatesFor(tx: EntityManager, communityId: string, buildingId: string | null): Promise<CandidateRow[]> {
  return (await tx.query(DISPATCH_CANDIDATES.text, [communityId, buildingId])) as CandidateRow[]
}

/** Somebody named by hand must hold a repair post here and the trade; being off duty is the dispatcher's to decide. */
export function byHand(candidates: readonly CandidateRow[], staffId: string, found: LoadedRepair['case'], act: Act): Choice {
  const chosen = candidates.find((candidate) => candidate.staffId === staffId)
  if (!chosen) throw new ProblemError('STAFF_NOT_AVAILABLE')
  const skill = skillOf(found)
  if (!isQualified(chosen.skills, skill))
    throw new ProblemError('STAFF_NOT_QUALIFIED', { name: chosen.name, skill: skills[skill] })
  return { staffId, name: chosen.name, because: [{ rule: 'by-hand', text: `由${act.actor.name}指定` }] }
}

export function skillOf(found: Pick<Case, 'category'>) {
  return repairCategories[found.category as RepairCategoryCode].skill
}

async function needOf(
  tx: EntityManager,
  found: Pick<Case, 'category' | 'buildingId' | 'communityId' | 'id'>,
): Promise<DispatchNeed> {
  const [row] = (await tx.query(
    `SELECT (SELECT json_build_object('x', plan_x, 'y', plan_y) FROM buildings WHERE community_id = $1 AND id = $2 AND plan_x IS NOT NULL) AS at,
       (SELECT coalesce(array_agg(actor_id), '{}') FROM case_events WHERE community_id = $1 AND case_id = $3 AND kind = 'decline') AS "declinedBy"`,
    [found.communityId, found.buildingId, found.id],
  )) as Pick<DispatchNeed, 'at' | 'declinedBy'>[]
  return { skill: skillOf(found), ...row! }
}
