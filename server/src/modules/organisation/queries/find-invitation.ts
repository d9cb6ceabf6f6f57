import type { ResidencyRole } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { looksLikeInvitation, type InvitationFacts } from '../rules/invitation.ts'
import { todayIn } from './today.ts'

const FIND = {
  name: 'find-invitation',
  text: `SELECT i.community_id, c.company_id FROM residence_invitations i JOIN communities c ON c.id = i.community_id
         WHERE i.token = $1`,
}

/** The act of who holds an invitation, with the community it leads to within its reach. */
export async function actOfInvited(identity: IdentityDatabase, act: CallerAct, token: string): Promise<CallerAct> {
  const [found] = looksLikeInvitation(token)
    ? await identity.run<{ community_id: string; company_id: string }>(FIND, [token])
    : []
  if (!found) throw new ProblemError('INVITATION_UNKNOWN')
  return { ...act, reach: { communities: [found.community_id], companies: [found.company_id] } }
}

export interface InvitationRow {
  id: string
  community_id: string
  community_name: string
  company_id: string
  hotline: string
  unit_id: string
  unit_label: string
  role: ResidencyRole
  name: string
  valid_until: string | null
  /** null where the office invites */
  invited_by: string | null
  /** The only number that may take it, if the office named one. */
  phone: string | null
  inviter_name: string
  expires_at: Date
  revoked_at: Date | null
  accepted_at: Date | null
}

export async function loadInvitation(tx: EntityManager, token: string, { locked = false } = {}): Promise<InvitationRow> {
  const rows = (await tx.query(
    `SELECT i.id, i.community_id, c.name AS community_name, c.company_id, c.hotline, i.unit_id, u.label AS unit_label, i.role, i.name,
       i.valid_until::text, i.invited_by, i.phone, i.inviter_name, i.expires_at, i.revoked_at, i.accepted_at
     FROM residence_invitations i
     JOIN communities c ON c.id = i.community_id
     JOIN units u ON u.community_id = i.community_id AND u.id = i.unit_id
     WHERE i.token = $1 ${locked ? 'FOR UPDATE OF i' : ''}`,
    [token],
  )) as InvitationRow[]
  return rows[0]!
}

/** What decides whether this account may take the invitation. */
export async function factsOfInvitation(tx: EntityManager, act: CallerAct, invitation: InvitationRow): Promise<InvitationFacts> {
  const [lives] = (await tx.query(
    `SELECT coalesce(bool_or(r.account_id = $3), false) AS "livesThere",
       $4::uuid IS NULL OR coalesce(bool_or(r.account_id = $4 AND h.role = 'owner'), false) AS "inviterMay"
     FROM residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
     WHERE h.community_id = $1 AND h.unit_id = $2 AND h.valid_from <= $5::date
       AND (h.valid_until IS NULL OR h.valid_until >= $5::date)`,
    [invitation.community_id, invitation.unit_id, act.caller.account?.id ?? null, invitation.invited_by, todayIn(act)],
  )) as [Pick<InvitationFacts, 'livesThere' | 'inviterMay'>]
  return {
    ...lives,
    invitedBy: invitation.invited_by,
    expiresAt: invitation.expires_at,
    revokedAt: invitation.revoked_at,
    acceptedAt: invitation.accepted_at,
  }
}
