import type { WaiverState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { reverseBill } from '../../billing/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { feeOf, LATE_BILL, type LateBillRow } from '../queries/late-bills.ts'
import { chargeLateFees } from './charge-late-fee.ts'

/** Asks to let a household off the late fee of a bill, whether it is a bill yet or not. */
export async function askWaiver(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { billId, reason }: { billId: string; reason: string },
): Promise<string> {
  const [bill] = (await tx.query(
    `SELECT ${LATE_BILL} FROM bills b JOIN charges c ON c.community_id = b.community_id AND c.id = b.charge_id
     WHERE b.community_id = $1 AND b.id = $2 AND b.reversed_at IS NULL FOR UPDATE OF b`,
    [communityId, billId],
  )) as LateBillRow[]
  if (!bill) throw new ProblemError('NOT_FOUND')
  const made = await feeBill(tx, communityId, billId)
  const feeFen = made?.amountFen ?? feeOf(bill, todayIn(act))?.feeFen ?? 0
  if (feeFen === 0) throw new ProblemError('LATE_FEE_NONE')
  if (made && made.paidFen > 0) throw new ProblemError('LATE_FEE_PAID')
  const id = newId(act.now)
  const asked = (await tx.query(
    `INSERT INTO late_fee_waivers (community_id, id, bill_id, unit_id, fee_fen, reason, state, asked_by, asked_by_name, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8, $9)
     ON CONFLICT (community_id, bill_id) WHERE state IN ('asked', 'approved') DO NOTHING RETURNING id`,
    [communityId, id, billId, bill.unitId, feeFen, reason, act.actor.id, act.actor.name, act.now],
  )) as unknown[]
  if (asked.length === 0) throw new ProblemError('DUPLICATE', { what: '这张账单的违约金减免' })
  await auditWaiver(tx, act, communityId, id, { action: 'arrears.ask-waiver', before: null, after: { billId, feeFen, reason } })
  return id
}

/** Lets the household off: a fee that is a bill already is taken back; one that is not never becomes one. */
export async function approveWaiver(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const waiver = await decide(tx, act, communityId, id, { version, state: 'approved', because: null })
  const made = await feeBill(tx, communityId, waiver.billId)
  if (made && made.paidFen > 0) throw new ProblemError('LATE_FEE_PAID')
  if (made) await reverseBill(tx, act, { communityId, billId: made.id, reason: `违约金减免：${waiver.reason}` })
  await auditWaiver(tx, act, communityId, id, {
    action: 'arrears.approve-waiver',
    before: { state: 'asked' },
    after: { state: 'approved' },
  })
}

/** The fee stands; one that waited for the decision becomes a bill now. */
export async function refuseWaiver(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const { billId } = await decide(tx, act, communityId, id, { version, state: 'refused', because: reason })
  await chargeLateFees(tx, act, communityId, [billId])
  await auditWaiver(tx, act, communityId, id, {
    ...{ action: 'arrears.refuse-waiver', before: { state: 'asked' }, after: { state: 'refused', reason } },
  })
}

interface Waiver {
  billId: string
  reason: string
  state: WaiverState
  askedBy: string
  version: number
}

async function decide(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, state, because }: { version: number; state: WaiverState; because: string | null },
): Promise<Waiver> {
  const [waiver] = (await tx.query(
    `SELECT bill_id AS "billId", reason, state, asked_by AS "askedBy", version FROM late_fee_waivers
     WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as Waiver[]
  if (!waiver) throw new ProblemError('NOT_FOUND')
  if (waiver.version !== version) throw new ProblemError('STALE_VERSION')
  if (waiver.state !== 'asked') throw new ProblemError('WAIVER_STATE')
  if (waiver.askedBy === act.actor.id) throw new ProblemError('WAIVER_OWN')
  await tx.query(
    `UPDATE late_fee_waivers SET state = $3, refused_because = $4, decided_by = $5, decided_by_name = $6, decided_at = $7,
       version = version + 1 WHERE community_id = $1 AND id = $2`,
    [communityId, id, state, because, act.actor.id, act.actor.name, act.now],
  )
  return waiver
}

async function feeBill(tx: EntityManager, communityId: string, lateBillId: string) {
  const [made] = (await tx.query(
    `SELECT id, amount_fen::float8 AS "amountFen", paid_fen::float8 AS "paidFen" FROM bills
     WHERE community_id = $1 AND subject_id = $2 AND kind = 'late-fee' AND reversed_at IS NULL FOR UPDATE`,
    [communityId, lateBillId],
  )) as { id: string; amountFen: number; paidFen: number }[]
  return made
}

function auditWaiver(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  subjectId: string,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  return recordAudit(tx, act, { companyId, communityId, subjectKind: 'late-fee-waiver', subjectId, ...change })
}
