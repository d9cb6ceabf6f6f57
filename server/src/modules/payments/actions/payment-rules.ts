import type { EntityManager } from 'typeorm'
import type { PaymentRules } from '@yinuo/contracts'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const READ = {
  name: 'read-payment-rules',
  text: `SELECT refund_alone_fen::float8 AS "refundAloneFen", version FROM payment_rules WHERE community_id = $1`,
}

/** Nobody refunds alone until it is said up to how much. */
const none: PaymentRules = { refundAloneFen: 0, version: 1 }

export async function readPaymentRules(database: Database, act: CallerAct, communityId: string): Promise<PaymentRules> {
  const [kept] = await database.read<PaymentRules>(act.reach, READ, [communityId])
  return kept ?? none
}

export async function setPaymentRules(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { refundAloneFen, version }: PaymentRules,
): Promise<void> {
  const [kept] = (await tx.query(`${READ.text} FOR UPDATE`, [communityId])) as PaymentRules[]
  const before = kept ?? none
  if (before.version !== version) throw new ProblemError('STALE_VERSION')
  await tx.query(
    `INSERT INTO payment_rules (community_id, refund_alone_fen, version) VALUES ($1, $2, 2)
     ON CONFLICT (community_id) DO UPDATE SET refund_alone_fen = $2, version = payment_rules.version + 1`,
    [communityId, refundAloneFen],
  )
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'payments.set-rules',
    subjectKind: 'community',
    subjectId: communityId,
    before: { refundAloneFen: before.refundAloneFen },
    after: { refundAloneFen },
  })
}
