import { visitWays, type VisitWay } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { KindOfWork } from '../../people/index.ts'
import { auditVisit } from './audit-visit.ts'

const OWED = {
  name: 'owed-visits',
  text: `
    SELECT v.community_id AS "communityId", c.name AS "communityName", v.id, r.number || '-' || v.turn AS number, v.way AS category,
      u.label AS "placeLabel", u.building_id AS "buildingId", v.state, v.due_week + 7 <= ($2::timestamptz AT TIME ZONE c.time_zone)::date AS late
    FROM visits v
    JOIN visit_rounds r ON r.community_id = v.community_id AND r.id = v.round_id
    JOIN units u ON u.community_id = v.community_id AND u.id = v.unit_id
    JOIN communities c ON c.id = v.community_id
    WHERE v.assignee_id = $1 AND v.state = 'planned'
    ORDER BY c.name, v.community_id, v.way, r.number, v.turn`,
}

/** Visits not yet made change hands when somebody leaves (PER-01); without a successor they wait for somebody. */
export const visitWork: KindOfWork = {
  kind: 'visit',
  owed: OWED,
  permission: 'visits.make',
  categoryName: (category) => `${visitWays[category as VisitWay]}回访`,
  stateName: () => '待回访',
  isQualified: () => true,
  qualification: () => '',
  async pass(tx: EntityManager, act, { communityId, id }, { fromName, to, reason }) {
    await tx.query('UPDATE visits SET assignee_id = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
      communityId,
      id,
      to?.id ?? null,
    ])
    await auditVisit(tx, act, communityId, {
      action: 'visits.hand-over',
      subjectId: id,
      before: { assigneeName: fromName },
      after: { assigneeId: to?.id ?? null, assigneeName: to?.name ?? null, reason },
    })
  },
}
