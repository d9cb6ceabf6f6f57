import { privacyTerms } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import { tellPeople } from '../../messages/index.ts'
import { loadRequest } from '../queries/load-request.ts'

/** Tells the owner of an account that it is going to be deleted: should it not have been them, they can still stop it. */
export async function tellOfDeletion(tx: EntityManager, act: Act, requestId: string): Promise<void> {
  const request = await loadRequest(tx, requestId)
  if (!request) return
  await tellPeople(tx, act, {
    communityId: request.communities[0]!,
    kind: 'privacy.deletion-asked',
    businessKey: `privacy:${requestId}:asked`,
    recipients: [{ accountId: request.accountId, name: request.name }],
    title: '注销申请已受理',
    body: `${privacyTerms.coolingDays} 天冷静期内可以在“我的 → 个人信息”里撤回；到期后自动注销，不能恢复。如果不是您本人申请，请马上撤回并联系物业。`,
    values: { result: '已受理', at: act.now.toISOString() },
    caseId: null,
  })
}
