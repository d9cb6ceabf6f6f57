import type { DifferenceState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

interface Seen {
  communityId: string
  id: string
  version: number
}

interface Locked {
  state: DifferenceState
  version: number
  statementId: string
}

/** Somebody has found out why; no money moves by it. */
export async function explainDifference(
  tx: EntityManager,
  act: CallerAct,
  { reason, ...seen }: Seen & { reason: string },
): Promise<void> {
  await lockOpen(tx, seen)
  await tx.query(
    `UPDATE pay_differences SET state = 'explained', reason = $2, settled_by = $3, settled_by_name = $4, settled_at = $5,
       version = version + 1 WHERE id = $1`,
    [seen.id, reason, act.actor.id, act.actor.name, act.now],
  )
  await audit(tx, act, seen, {
    action: 'reconciliation.explain',
    before: { state: 'open' },
    after: { state: 'explained', reason },
  })
}

/** The statement it stands in. @throws ProblemError when it was settled meanwhile */
export async function statementOfOpen(tx: EntityManager, seen: Seen): Promise<string> {
  return (await lockOpen(tx, seen)).statementId
}

/** The statement was held against our books once more: whose doing it is that it differs no longer. @throws ProblemError DIFFERENCE_STAYS */
export async function noteSettled(tx: EntityManager, act: CallerAct, seen: Omit<Seen, 'version'>): Promise<void> {
  const { state } = await lock(tx, seen)
  if (state === 'open') throw new ProblemError('DIFFERENCE_STAYS')
  await tx.query('UPDATE pay_differences SET settled_by = $2, settled_by_name = $3, version = version + 1 WHERE id = $1', [
    seen.id,
    act.actor.id,
    act.actor.name,
  ])
  await audit(tx, act, seen, { action: 'reconciliation.settle', before: { state: 'open' }, after: { state } })
}

async function lockOpen(tx: EntityManager, { version, ...key }: Seen): Promise<Locked> {
  const difference = await lock(tx, key)
  if (difference.version !== version) throw new ProblemError('STALE_VERSION')
  if (difference.state !== 'open') throw new ProblemError('DIFFERENCE_STATE')
  return difference
}

async function lock(tx: EntityManager, { communityId, id }: Omit<Seen, 'version'>): Promise<Locked> {
  const [difference] = (await tx.query(
    `SELECT d.state, d.version, d.statement_id AS "statementId" FROM pay_differences d
     WHERE d.id = $2 AND (d.community_id = $1 OR d.community_id IS NULL) FOR UPDATE`,
    [communityId, id],
  )) as Locked[]
  if (!difference) throw new ProblemError('NOT_FOUND')
  return difference
}

function audit(
  tx: EntityManager,
  act: CallerAct,
  { communityId, id }: Omit<Seen, 'version'>,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  return recordAudit(tx, act, { companyId, communityId, subjectKind: 'pay-difference', subjectId: id, ...change })
}
