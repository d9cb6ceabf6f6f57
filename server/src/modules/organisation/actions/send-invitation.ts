import { randomBytes } from 'node:crypto'
import type { InvitedRole, OpenInvitation } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct, CallerHome } from '../../access/index.ts'
import { todayIn } from '../queries/today.ts'
import { TOKEN_BYTES } from '../rules/entry-token.ts'
import { INVITATION_DAYS, invitationToken, MOST_OPEN_INVITATIONS } from '../rules/invitation.ts'
import { faultOfValidity } from '../rules/residence-application.ts'

const DAY_MS = 86_400_000

export interface InvitationWish {
  unitId: string
  role: InvitedRole
  name: string
  validUntil?: string | undefined
}

/** Makes an invitation to the caller's own home, to be handed on by its link or its code. */
export async function sendInvitation(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  wish: InvitationWish,
): Promise<OpenInvitation> {
  const home = ownedHome(act, communityId, wish.unitId)
  const fault = faultOfValidity(wish.role, wish.validUntil, todayIn(act))
  if (fault) throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'validUntil', message: fault }])
  // Two who invite at once count each other's.
  await lockUnit(tx, communityId, wish.unitId)
  const [{ open }] = (await tx.query(
    `SELECT count(*)::int AS open FROM residence_invitations
     WHERE community_id = $1 AND unit_id = $2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $3`,
    [communityId, wish.unitId, act.now],
  )) as [{ open: number }]
  if (open >= MOST_OPEN_INVITATIONS) throw new ProblemError('TOO_MANY_REQUESTS')
  const id = newId(act.now)
  const token = invitationToken(randomBytes(TOKEN_BYTES))
  const expiresAt = new Date(act.now.getTime() + INVITATION_DAYS * DAY_MS)
  await tx.query(
    `INSERT INTO residence_invitations (community_id, id, token, unit_id, role, name, valid_until, invited_by, inviter_name, created_at,
       expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      communityId,
      id,
      token,
      wish.unitId,
      wish.role,
      wish.name,
      wish.validUntil,
      act.caller.account!.id,
      home.residentName,
      act.now,
      expiresAt,
    ],
  )
  await auditInvitation(tx, act, { companyId: home.companyId, communityId, action: 'invitations.send', id, after: { ...wish } })
  const { role, name, validUntil = null } = wish
  return { id, name, role, validUntil, expiresAt: expiresAt.toISOString(), token }
}

/** Takes an invitation back; taking it back again changes nothing. */
export async function revokeInvitation(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<void> {
  const [invitation] = (await tx.query(
    `SELECT unit_id, accepted_at, revoked_at FROM residence_invitations
     WHERE community_id = $1 AND id = $2 AND invited_by IS NOT NULL FOR UPDATE`,
    [communityId, id],
  )) as { unit_id: string; accepted_at: Date | null; revoked_at: Date | null }[]
  if (!invitation) throw new ProblemError('NOT_FOUND')
  const home = ownedHome(act, communityId, invitation.unit_id)
  if (invitation.accepted_at) throw new ProblemError('INVITATION_USED')
  if (invitation.revoked_at) return
  await tx.query('UPDATE residence_invitations SET revoked_at = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    act.now,
  ])
  await auditInvitation(tx, act, { companyId: home.companyId, communityId, action: 'invitations.revoke', id, after: null })
}

/** The caller's home, which they own; another's does not exist for them. */
export function ownedHome(act: CallerAct, communityId: string, unitId: string): CallerHome {
  const homes = act.caller.homes.filter((home) => home.communityId === communityId && home.unitId === unitId)
  if (homes.length === 0) throw new ProblemError('NOT_FOUND')
  const owned = homes.find(({ role }) => role === 'owner')
  if (!owned) throw new ProblemError('OWNER_NEEDED')
  return owned
}

/** Whoever changes who lives in a home waits for whoever is just doing so. */
export async function lockUnit(tx: EntityManager, communityId: string, unitId: string): Promise<void> {
  await tx.query('SELECT 1 FROM units WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE', [communityId, unitId])
}

interface InvitationRecord {
  companyId: string
  communityId: string
  action: string
  id: string
  after: Record<string, unknown> | null
}

export function auditInvitation(tx: EntityManager, act: CallerAct, { id, ...entry }: InvitationRecord): Promise<void> {
  return recordAudit(tx, act, { ...entry, subjectKind: 'residence-invitation', subjectId: id, before: null })
}
