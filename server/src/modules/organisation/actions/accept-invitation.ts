import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { factsOfInvitation, loadInvitation, type InvitationRow } from '../queries/find-invitation.ts'
import { refusalOfInvitation } from '../rules/invitation.ts'
import { auditInvitation, lockUnit } from './send-invitation.ts'
import { settleIn } from './settle-in.ts'

export const INVITATION_ACCEPTED = 'organisation.invitation-accepted'

/** Lets who holds the invitation in: of several who try at once one lives there, and the others are told why not. */
export async function acceptInvitation(tx: EntityManager, given: CallerAct, token: string): Promise<InvitationRow> {
  const account = given.caller.account
  if (!account) throw new ProblemError('NOT_ALLOWED')
  const invitation = await loadInvitation(tx, token, { locked: true })
  // Who lives somewhere does so as themselves, also when they work there.
  const act: CallerAct = { ...given, actor: { kind: 'resident', id: account.id, name: invitation.name } }
  await lockUnit(tx, invitation.community_id, invitation.unit_id)
  const refusal = refusalOfInvitation(await factsOfInvitation(tx, act, invitation), account.id, act.now)
  if (refusal) throw new ProblemError(refusal)
  // Only a number WeChat vouches for: a typed one could be that of somebody on file, and bring their rights.
  if (!account.phone) throw new ProblemError('PHONE_NEEDED')
  if (invitation.phone !== null && invitation.phone !== account.phone) throw new ProblemError('INVITATION_OTHER_PHONE')
  const { community_id: communityId, id } = invitation
  const residentId = await settleIn(tx, act, communityId, {
    accountId: account.id,
    unitId: invitation.unit_id,
    role: invitation.role,
    name: invitation.name,
    phone: account.phone,
    validUntil: invitation.valid_until,
  })
  await tx.query('UPDATE residence_invitations SET accepted_at = $3, accepted_by = $4 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    act.now,
    account.id,
  ])
  const after = { unitId: invitation.unit_id, role: invitation.role, residentId }
  await auditInvitation(tx, act, { companyId: invitation.company_id, communityId, action: 'invitations.accept', id, after })
  await tell(tx, act, INVITATION_ACCEPTED, communityId, { invitationId: id })
  return invitation
}

/** What an invitation leads to, for who may take it. */
export async function readInvitation(tx: EntityManager, act: CallerAct, token: string): Promise<InvitationRow> {
  const account = act.caller.account
  if (!account) throw new ProblemError('NOT_ALLOWED')
  const invitation = await loadInvitation(tx, token)
  const refusal = refusalOfInvitation(await factsOfInvitation(tx, act, invitation), account.id, act.now)
  if (refusal) throw new ProblemError(refusal)
  return invitation
}
