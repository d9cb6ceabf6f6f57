import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { approveAbove } from './record-fund.ts'

/** Says above which amount a second person looks at spending and income. */
export async function setApprovalRule(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  { approveAboveFen }: { approveAboveFen: number },
): Promise<void> {
  const before = { approveAboveFen: await approveAbove(tx, communityId) }
  await tx.query(
    `INSERT INTO fund_record_rules (community_id, approve_above_fen) VALUES ($1, $2)
     ON CONFLICT (community_id) DO UPDATE SET approve_above_fen = excluded.approve_above_fen, version = fund_record_rules.version + 1`,
    [communityId, approveAboveFen],
  )
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'spending.set-rule',
    subjectKind: 'fund-record-rule',
    subjectId: communityId,
    before,
    after: { approveAboveFen },
  })
}
