import type { Fund } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { enterRecord } from '../../spending/index.ts'

/** The day's fees of a community's payments become spending of a fund, approved like any other. @throws ProblemError FEE_ENTERED */
export async function enterFee(
  tx: EntityManager,
  act: CallerAct,
  { communityId, statementId, fund }: { communityId: string; statementId: string; fund: Fund },
): Promise<void> {
  const [fee] = (await tx.query(
    `SELECT f.fee_fen::float8 AS "feeFen", s.day::text, s.account,
       coalesce((SELECT r.state IN ('asked', 'booked') FROM fund_records r WHERE r.community_id = $1 AND r.id = f.record_id), false) AS entered
     FROM pay_statement_fees f JOIN pay_statements s ON s.company_id = f.company_id AND s.id = f.statement_id
     WHERE f.community_id = $1 AND f.statement_id = $2 FOR UPDATE OF f`,
    [communityId, statementId],
  )) as { feeFen: number; day: string; account: string; entered: boolean }[]
  if (!fee) throw new ProblemError('NOT_FOUND')
  if (fee.entered) throw new ProblemError('FEE_ENTERED')
  const recordId = await enterRecord(tx, act, communityId, {
    side: 'spending',
    fund,
    category: 'payment-fee',
    amountFen: fee.feeFen,
    account: 'wechat',
    text: `微信支付手续费 ${fee.day}`,
    happenedOn: fee.day,
    reference: fee.account,
    fileIds: [],
    documentIds: [],
    caseIds: [],
  })
  await tx.query('UPDATE pay_statement_fees SET record_id = $3 WHERE community_id = $1 AND statement_id = $2', [
    communityId,
    statementId,
    recordId,
  ])
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'reconciliation.enter-fee',
    subjectKind: 'pay-statement',
    subjectId: statementId,
    before: null,
    after: { recordId, fund, amountFen: fee.feeFen },
  })
}
