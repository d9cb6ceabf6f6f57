import { repairCategories, skills, type DispatchCandidate, type RepairCategoryCode } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { isQualified, rank } from '../rules/choose-assignee.ts'
import { DISPATCH_CANDIDATES, type CandidateRow } from './dispatch-candidates.ts'

const NEED = {
  name: 'dispatch-need',
  text: `
    SELECT c.category, c.building_id AS "buildingId", (SELECT json_build_object('x', b.plan_x, 'y', b.plan_y) FROM buildings b
        WHERE b.community_id = c.community_id AND b.id = c.building_id AND b.plan_x IS NOT NULL) AS at,
      (SELECT coalesce(array_agg(e.actor_id), '{}') FROM case_events e
        WHERE e.community_id = c.community_id AND e.case_id = c.id AND e.kind = 'decline') AS "declinedBy"
    FROM cases c WHERE c.community_id = $1 AND c.id = $2`,
}

interface Need {
  category: RepairCategoryCode
  buildingId: string | null
  at: { x: number; y: number } | null
  declinedBy: string[]
}

/** Everybody who works on repairs there, those who fit best first, each with the reason for their place. */
export async function dispatchCandidates(
  database: Database,
  act: Act,
  communityId: string,
  id: string,
): Promise<DispatchCandidate[]> {
  const [found] = await database.read<Need>(act.reach, NEED, [communityId, id])
  if (!found) throw new ProblemError('NOT_FOUND')
  const rows = await database.read<CandidateRow>(act.reach, DISPATCH_CANDIDATES, [communityId, found.buildingId])
  const skill = repairCategories[found.category].skill
  const best = rank(rows, { skill, at: found.at, declinedBy: found.declinedBy })
  const rest = rows.filter((row) => !best.includes(row))
  return [...best, ...rest].map((row, index) => {
    const qualified = isQualified(row.skills, skill)
    const declined = found.declinedBy.includes(row.staffId)
    return {
      staffId: row.staffId,
      name: row.name,
      qualified,
      onDuty: row.onDuty,
      openRepairs: row.openRepairs,
      nearestBuilding: row.at?.building ?? null,
      suggested: index === 0 && best.length > 0,
      because: !qualified
        ? `没有“${skills[skill]}”资质`
        : declined
          ? '已退回过这一单'
          : !row.onDuty
            ? '不在岗'
            : `手上 ${row.openRepairs} 单`,
    }
  })
}
