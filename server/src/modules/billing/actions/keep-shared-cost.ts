import type { ShareKey } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { refuseForeignFiles } from '../../repairs/index.ts'
import { periodOf } from '../rules/index.ts'
import { loadCharge } from '../store/charges.ts'
import { refuseFar } from '../store/refuse-far.ts'
import { auditBilling } from './audit-billing.ts'
import { refuseStopped } from './keep-charge.ts'

export interface SharedCostWish {
  chargeId: string
  month: string
  amountFen: number
  shareKey: ShareKey
  text: string
  fileIds: string[]
}

export async function addSharedCost(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  wish: SharedCostWish,
): Promise<string> {
  refuseFar(wish.month, todayIn(act))
  const charge = await loadCharge(tx, communityId, wish.chargeId)
  refuseStopped(charge)
  if (charge.basis !== 'shared') throw new ProblemError('SHARED_COST_CHARGE')
  await refuseForeignFiles(tx, act, communityId, wish.fileIds)
  const { from } = periodOf(charge.cycle, `${wish.month}-01`)
  const id = newId(act.now)
  const added = (await tx.query(
    `INSERT INTO shared_costs (community_id, id, charge_id, period_from, amount_fen, share_key, text, file_ids, entered_by, entered_by_name,
       created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
    [
      communityId,
      id,
      charge.id,
      from,
      wish.amountFen,
      wish.shareKey,
      wish.text,
      wish.fileIds,
      act.actor.id,
      act.actor.name,
      act.now,
    ],
  )) as unknown[]
  if (added.length === 0) throw new ProblemError('SHARED_COST_TAKEN', { name: charge.name })
  const change = { action: 'shared-costs.add', subjectKind: 'shared-cost', subjectId: id, before: null, after: wish }
  await auditBilling(tx, act, communityId, change)
  return id
}

/** A cost that was divided stays as long as its bills do. */
export async function withdrawSharedCost(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const [cost] = (await tx.query(
    `SELECT k.version, k.amount_fen::float8 AS "amountFen", k.text, EXISTS (SELECT 1 FROM bills b WHERE b.community_id = $1
         AND b.charge_id = k.charge_id AND b.period_from = k.period_from AND b.reversed_at IS NULL)
       OR EXISTS (SELECT 1 FROM bill_run_charges r WHERE r.community_id = $1 AND r.charge_id = k.charge_id AND r.period_from = k.period_from
         AND r.finished_at IS NULL) AS billed
     FROM shared_costs k WHERE k.community_id = $1 AND k.id = $2 AND k.withdrawn_at IS NULL FOR UPDATE`,
    [communityId, id],
  )) as { version: number; amountFen: number; text: string; billed: boolean }[]
  if (!cost) throw new ProblemError('NOT_FOUND')
  if (cost.version !== version) throw new ProblemError('STALE_VERSION')
  if (cost.billed) throw new ProblemError('SHARED_COST_BILLED')
  await tx.query('UPDATE shared_costs SET withdrawn_at = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    act.now,
  ])
  const before = { amountFen: cost.amountFen, text: cost.text }
  const change = { action: 'shared-costs.withdraw', subjectKind: 'shared-cost', subjectId: id, before, after: null }
  await auditBilling(tx, act, communityId, change)
}
