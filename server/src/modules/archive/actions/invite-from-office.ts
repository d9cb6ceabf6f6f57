import { randomBytes } from 'node:crypto'
import type { ResidencyRole } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { auditInvitation, todayIn } from '../../organisation/index.ts'
import { INVITATION_DAYS, invitationToken, MOST_OPEN_INVITATIONS, TOKEN_BYTES } from '../../organisation/rules/index.ts'
import { faultsOfInvitation } from '../rules/office-invitation.ts'
import { lockHousehold } from './load-household.ts'

const DAY_MS = 86_400_000
/** Whom the invited are told they are invited by. */
const OFFICE = '物业服务中心'

export interface OfficeInvitationWish {
  role: ResidencyRole
  name: string
  phone?: string | undefined
  validUntil?: string | undefined
}

/** Invites somebody to a home in the office's name; its token is given out only with its code. */
export async function inviteFromOffice(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  { role, name, phone, validUntil }: OfficeInvitationWish,
): Promise<{ id: string }> {
  const faults = faultsOfInvitation({ role, phone, validUntil }, todayIn(act))
  if (faults.length > 0) throw new ProblemError('VALIDATION_FAILED', {}, faults)
  await lockHousehold(tx, communityId, unitId)
  const [{ open }] = (await tx.query(
    `SELECT count(*)::int AS open FROM residence_invitations
     WHERE community_id = $1 AND unit_id = $2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $3`,
    [communityId, unitId, act.now],
  )) as [{ open: number }]
  if (open >= MOST_OPEN_INVITATIONS) throw new ProblemError('TOO_MANY_REQUESTS')
  const id = newId(act.now)
  const expiresAt = new Date(act.now.getTime() + INVITATION_DAYS * DAY_MS)
  const token = invitationToken(randomBytes(TOKEN_BYTES))
  const { companyId, id: staffId } = act.caller.staff!
  await tx.query(
    `INSERT INTO residence_invitations (community_id, id, token, unit_id, role, name, phone, valid_until, invited_by_staff, inviter_name,
       created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [communityId, id, token, unitId, role, name, phone, validUntil, staffId, OFFICE, act.now, expiresAt],
  )
  const after = { unitId, role, name, phone, validUntil }
  await auditInvitation(tx, act, { companyId, communityId, action: 'invitations.send', id, after })
  return { id }
}

/** Takes an invitation to one of the community's homes back, also an owner's; doing so again changes nothing. */
export async function revokeFromOffice(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<void> {
  const [invitation] = (await tx.query(
    'SELECT accepted_at, revoked_at FROM residence_invitations WHERE community_id = $1 AND id = $2 FOR UPDATE',
    [communityId, id],
  )) as { accepted_at: Date | null; revoked_at: Date | null }[]
  if (!invitation) throw new ProblemError('NOT_FOUND')
  if (invitation.accepted_at) throw new ProblemError('INVITATION_USED')
  if (invitation.revoked_at) return
  await tx.query('UPDATE residence_invitations SET revoked_at = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    act.now,
  ])
  const { companyId } = act.caller.staff!
  await auditInvitation(tx, act, { companyId, communityId, action: 'invitations.revoke', id, after: null })
}
