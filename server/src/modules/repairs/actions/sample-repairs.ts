import type { DrawSamples, SampleFinding } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** REP-07: draws closed repairs by lot; one that was drawn before is not drawn again. Fewer than asked when there are no more. */
export async function drawSamples(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  wish: DrawSamples,
): Promise<{ ids: string[] }> {
  const rows = (await tx.query(
    `INSERT INTO repair_samples (community_id, id, case_id, drawn_by, drawn_at)
     SELECT $1, uuidv7(), c.id, $2, $3 FROM cases c
     WHERE c.community_id = $1 AND c.kind = 'repair' AND c.state IN ('closed', 'archived') AND c.closed_at >= $4 AND c.closed_at < $5
       AND NOT EXISTS (SELECT 1 FROM repair_samples s WHERE s.community_id = $1 AND s.case_id = c.id)
     ORDER BY random() LIMIT $6
     ON CONFLICT (community_id, case_id) DO NOTHING RETURNING id`,
    [communityId, act.actor.id, act.now, wish.closedFrom, wish.closedUntil, wish.count],
  )) as { id: string }[]
  const ids = rows.map(({ id }) => id)
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'repairs.draw-samples',
    subjectKind: 'community',
    subjectId: communityId,
    before: null,
    after: { ...wish, drawn: ids.length },
  })
  return { ids }
}

/** Writes down what the check of a sample found; a verdict once given stands. */
export async function recordSampleFinding(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  finding: SampleFinding,
): Promise<{ id: string }> {
  const [sample] = (await tx.query('SELECT result, case_id FROM repair_samples WHERE community_id = $1 AND id = $2 FOR UPDATE', [
    communityId,
    id,
  ])) as { result: string; case_id: string }[]
  if (!sample) throw new ProblemError('NOT_FOUND')
  if (sample.result !== 'pending') throw new ProblemError('STALE_VERSION')
  await tx.query(
    `UPDATE repair_samples SET result = $3, finding = $4, inspector_id = $5, inspector_name = $6, inspected_at = $7
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, finding.result, finding.finding, act.actor.id, act.actor.name, act.now],
  )
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'repairs.inspect-sample',
    subjectKind: 'case',
    subjectId: sample.case_id,
    before: { result: 'pending' },
    after: finding,
  })
  return { id }
}
