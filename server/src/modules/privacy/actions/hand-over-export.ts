import type { PrivacyRequestState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** The office fetches a copy for somebody who has no account to fetch it with; written down each time. */
export async function handOverExport(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<Date> {
  const [found] = (await tx.query(
    `SELECT state, account_id, effective_at FROM privacy_requests WHERE community_id = $1 AND id = $2 AND kind = 'export' FOR UPDATE`,
    [communityId, id],
  )) as { state: PrivacyRequestState; account_id: string | null; effective_at: Date }[]
  if (!found) throw new ProblemError('NOT_FOUND')
  if (found.account_id !== null) throw new ProblemError('PRIVACY_OWN_DOWNLOAD')
  if (found.state !== 'ready' || found.effective_at <= act.now) throw new ProblemError('PRIVACY_NOT_READY')
  await tx.query('UPDATE privacy_requests SET handed_over_at = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    act.now,
  ])
  await recordAudit(tx, act, {
    companyId: act.caller.staff!.companyId,
    communityId,
    action: 'privacy.hand-over',
    subjectKind: 'privacy-request',
    subjectId: id,
    before: null,
    after: { handedOverAt: act.now },
  })
  return found.effective_at
}
