import { improvementStates, type ImprovementState } from '@yinuo/contracts'
import type { KindOfWork } from '../../people/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import { IMPROVEMENT_GIVEN, record } from './load-improvement.ts'

const OWED_IMPROVEMENTS = {
  name: 'owed-improvements',
  text: `
    SELECT i.community_id AS "communityId", m.name AS "communityName", i.id, i.number, 'improvement' AS category,
      concat_ws('，', nullif(i.place_label, ''), i.title) AS "placeLabel", NULL AS "buildingId", i.state,
      i.due_on < ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS late
    FROM improvements i JOIN communities m ON m.id = i.community_id
    WHERE i.owner_id = $1 AND i.state IN ('open', 'doing')
    ORDER BY m.name, i.community_id, i.number`,
}

/** Improvements change hands when their owner leaves (PER-01). */
export const improvementWork: KindOfWork = {
  kind: 'improvement',
  owed: OWED_IMPROVEMENTS,
  permission: 'improvement.edit',
  categoryName: () => '改进事项',
  stateName: (state) => improvementStates[state as ImprovementState],
  qualification: () => '',
  isQualified: () => true,
  async pass(tx, act, { communityId, id }, { fromName, to, reason }) {
    const [[passed]] = (await tx.query(
      `UPDATE improvements SET owner_id = $3, version = version + 1 WHERE community_id = $1 AND id = $2 RETURNING company_id`,
      [communityId, id, to?.id ?? null],
    )) as [{ company_id: string }[], number]
    await record(
      tx,
      act,
      { id, community_id: communityId, company_id: passed!.company_id },
      {
        action: 'improvement.pass',
        text: `${fromName}工作交接，${to ? `改由${to.name}负责` : '等待指定负责人'}`,
        before: { owner: fromName },
        after: { owner: to?.name ?? null, reason },
      },
    )
    if (to) await tell(tx, act, IMPROVEMENT_GIVEN, communityId, { improvementId: id, ownerId: to.id, byId: act.actor.id })
  },
}
