import { residencyRoles, type ResidencyRole } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act } from '../../../platform/database/index.ts'
import type { OutboxEvent } from '../../../platform/outbox/index.ts'
import { tellPeople } from '../../messages/index.ts'
import { todayIn } from '../queries/today.ts'

interface Joined {
  invited_by: string | null
  inviter_name: string
  name: string
  role: ResidencyRole
  home: string
}

/** Tells the owner who invited that the invitation was taken; the office sees it on the page of the household. */
export async function tellInviter(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { invitationId } = payload as { invitationId: string }
  const [joined] = (await tx.query(
    `SELECT i.invited_by, i.inviter_name, i.name, i.role, c.name || u.label AS home
     FROM residence_invitations i
     JOIN communities c ON c.id = i.community_id
     JOIN units u ON u.community_id = i.community_id AND u.id = i.unit_id
     WHERE i.community_id = $1 AND i.id = $2`,
    [communityId, invitationId],
  )) as Joined[]
  if (!joined) return
  await tellPeople(tx, act, {
    communityId,
    kind: 'residence.joined',
    businessKey: `residence-invitation:${invitationId}:accepted`,
    recipients: [{ accountId: joined.invited_by, name: joined.inviter_name }],
    title: `${joined.name}已接受邀请`,
    body: `${joined.name}已作为${residencyRoles[joined.role]}绑定${joined.home}。如果不是您认识的人，请在“我的房屋”里立即移出，并联系物业。`,
    values: { place: joined.home, result: '已接受', at: act.now.toISOString() },
    caseId: null,
  })
}

interface Left {
  name: string
  role: ResidencyRole
  home: string
  owners: { accountId: string; name: string }[]
}

/** Tells the owners who stay that somebody moved out by themselves. */
export async function tellOwners(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
  const { residencyId, at } = payload as { residencyId: string; at: string }
  const [left] = (await tx.query(
    `SELECT r.name, h.role, c.name || u.label AS home, coalesce((
       SELECT json_agg(DISTINCT jsonb_build_object('accountId', p.account_id, 'name', p.name))
       FROM residencies o JOIN residents p ON p.community_id = o.community_id AND p.id = o.resident_id
       WHERE o.community_id = h.community_id AND o.unit_id = h.unit_id AND o.role = 'owner' AND p.account_id IS NOT NULL
         AND p.id <> r.id AND o.valid_from <= $3::date AND (o.valid_until IS NULL OR o.valid_until >= $3::date)), '[]') AS owners
     FROM residencies h
     JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
     JOIN communities c ON c.id = h.community_id
     JOIN units u ON u.community_id = h.community_id AND u.id = h.unit_id
     WHERE h.community_id = $1 AND h.id = $2`,
    [communityId, residencyId, todayIn(act)],
  )) as Left[]
  if (!left) return
  await tellPeople(tx, act, {
    communityId,
    kind: 'residence.left',
    businessKey: `residency:${residencyId}:left:${at}`,
    recipients: left.owners,
    title: `${left.name}已搬离`,
    body: `${left.name}（${residencyRoles[left.role]}）已从${left.home}搬离，不再能查看这套房屋的报修和通知。`,
    values: { place: left.home, result: '已搬离', at },
    caseId: null,
  })
}
