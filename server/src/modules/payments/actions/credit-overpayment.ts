import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { postEntry } from '../../ledger/index.ts'
import { UNDER_WAY } from './ask-refund.ts'
import { lockPayment } from './lock-payment.ts'
import { changeBalance } from './unit-balance.ts'

/** What was paid too much goes into the balance of the unit, for its next bills. */
export async function creditOverpayment(
  tx: EntityManager,
  act: Act,
  { communityId, overpaymentId, version }: { communityId: string; overpaymentId: string; version: number },
): Promise<void> {
  const [of] = (await tx.query('SELECT payment_id AS "paymentId" FROM overpayments WHERE community_id = $1 AND id = $2', [
    communityId,
    overpaymentId,
  ])) as { paymentId: string }[]
  if (!of) throw new ProblemError('NOT_FOUND')
  const payment = await lockPayment(tx, communityId, of.paymentId)
  const [over] = (await tx.query(
    `SELECT amount_fen::float8 AS "amountFen", version, state = 'open' AND NOT EXISTS (
       SELECT 1 FROM refunds r WHERE r.community_id = $1 AND r.payment_id = $3 AND r.overpaid_fen > 0 AND r.state IN ${UNDER_WAY}) AS free
     FROM overpayments WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, overpaymentId, payment.id],
  )) as { amountFen: number; version: number; free: boolean }[]
  if (over!.version !== version) throw new ProblemError('STALE_VERSION')
  if (!over!.free) throw new ProblemError('OVERPAYMENT_STATE')
  await tx.query(
    `UPDATE overpayments SET state = 'credited', settled_by = $3, settled_by_name = $4, settled_at = $5, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, overpaymentId, act.actor.id, act.actor.name, act.now],
  )
  const { unitId } = payment
  const { amountFen } = over!
  await changeBalance(tx, { communityId, unitId, byFen: amountFen })
  const whose = { unitId, paymentId: payment.id, amountFen }
  await postEntry(tx, act, {
    communityId,
    kind: 'overpayment',
    text: `${payment.unitLabel} 多收款转预存`,
    source: { kind: 'overpayment', id: overpaymentId },
    lines: [
      { account: 'suspense', side: 'debit', ...whose },
      { account: 'prepaid', side: 'credit', ...whose },
    ],
  })
  await recordAudit(tx, act, {
    companyId: payment.companyId,
    communityId,
    action: 'payments.credit-overpayment',
    subjectKind: 'payment',
    subjectId: payment.id,
    before: { overpayment: 'open' },
    after: { overpayment: 'credited', amountFen },
  })
}
