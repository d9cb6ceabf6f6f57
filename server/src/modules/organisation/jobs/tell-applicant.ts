import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople } from '../../messages/index.ts'

interface Decided {
  account_id: string
  name: string
  unit_label: string
  community_name: string
  state: 'approved' | 'rejected'
  decision_reason: string | null
}

/** Tells the applicant what the office decided. */
export async function tellApplicant(tx: EntityManager, act: Act, event: OutboxEvent): Promise<void> {
  const { applicationId } = event.payload as { applicationId: string }
  const [decided] = (await tx.query(
    `SELECT a.account_id, a.name, u.label AS unit_label, c.name AS community_name, a.state, a.decision_reason
     FROM residence_applications a
     JOIN units u ON u.community_id = a.community_id AND u.id = a.unit_id
     JOIN communities c ON c.id = a.community_id
     WHERE a.community_id = $1 AND a.id = $2`,
    [event.communityId, applicationId],
  )) as Decided[]
  if (!decided) return
  const home = `${decided.community_name}${decided.unit_label}`
  const isApproved = decided.state === 'approved'
  await tellPeople(tx, act, {
    communityId: event.communityId,
    kind: isApproved ? 'residence.approved' : 'residence.rejected',
    businessKey: `residence-application:${applicationId}:decided`,
    recipients: [{ accountId: decided.account_id, name: decided.name }],
    title: isApproved ? '房屋绑定已通过' : '房屋绑定未通过',
    body: isApproved
      ? `您已绑定${home}，现在可以报修和查看服务承诺。`
      : `${home}的绑定申请没有通过：${decided.decision_reason ?? ''}。您可以补充证明后再次申请，或联系前台。`,
    values: {
      place: home,
      result: isApproved ? '已通过' : '未通过',
      note: decided.decision_reason ?? '',
      at: act.now.toISOString(),
    },
    caseId: null,
  })
}
