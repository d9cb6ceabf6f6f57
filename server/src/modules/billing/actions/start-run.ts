import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { periodOf } from '../rules/index.ts'
import { CHARGE, type ChargeRecord } from '../store/charges.ts'
import { refuseFar } from '../store/refuse-far.ts'
import { auditBilling } from './audit-billing.ts'

export const RUN_WISHED = 'billing.run-wished'

/** How many subjects a run has to look at, for its progress. */
const SUBJECTS = `
  SELECT CASE WHEN g.basis = 'space' THEN (SELECT count(*) FROM parking_spaces p WHERE p.community_id = $1 AND p.withdrawn_at IS NULL AND p.unit_id IS NOT NULL)
    ELSE (SELECT count(*) FROM units u WHERE u.community_id = $1) END::int AS expected
  FROM charges g WHERE g.community_id = $1 AND g.id = $2`

/** Of a charge and a period one run is at work at a time; what has its bill already gets no second one. */
export async function startRun(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { month, chargeIds }: { month: string; chargeIds: string[] },
): Promise<string> {
  refuseFar(month, todayIn(act))
  const charges = (await tx.query(
    `SELECT ${CHARGE} FROM charges c WHERE c.community_id = $1 AND c.id = ANY ($2::uuid[]) AND c.kind = 'charge' ORDER BY c.id`,
    [communityId, chargeIds],
  )) as ChargeRecord[]
  if (charges.length !== chargeIds.length) throw new ProblemError('NOT_FOUND')
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO bill_runs (community_id, id, month, started_by, started_by_name, started_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [communityId, id, `${month}-01`, act.actor.id, act.actor.name, act.now],
  )
  for (const charge of charges) {
    const period = periodOf(charge.cycle, `${month}-01`)
    if (charge.stoppedOn && charge.stoppedOn < period.from) throw new ProblemError('CHARGE_STOPPED', { name: charge.name })
    const begun = (await tx.query(
      `INSERT INTO bill_run_charges (community_id, run_id, charge_id, period_from, period_to, expected)
       SELECT $1, $3, $2, $4, $5, s.expected FROM (${SUBJECTS}) s ON CONFLICT DO NOTHING RETURNING charge_id`,
      [communityId, charge.id, id, period.from, period.to],
    )) as unknown[]
    if (begun.length === 0) throw new ProblemError('RUN_UNDER_WAY', { name: charge.name })
  }
  const after = { month, charges: charges.map(({ name }) => name) }
  await auditBilling(tx, act, communityId, {
    action: 'bills.run',
    subjectKind: 'bill-run',
    subjectId: id,
    before: null,
    after,
  })
  await tell(tx, act, RUN_WISHED, communityId, { runId: id })
  return id
}

/** A run that stood still goes on where it stopped. */
export async function resumeRun(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<void> {
  const [run] = (await tx.query(
    `SELECT finished_at IS NOT NULL AS done FROM bill_runs WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as { done: boolean }[]
  if (!run) throw new ProblemError('NOT_FOUND')
  if (run.done) return
  await tx.query('UPDATE bill_runs SET trouble = NULL, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
  ])
  const change = { action: 'bills.resume-run', subjectKind: 'bill-run', subjectId: id, before: null, after: null }
  await auditBilling(tx, act, communityId, change)
  await tell(tx, act, RUN_WISHED, communityId, { runId: id })
}
