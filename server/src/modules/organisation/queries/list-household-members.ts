import type { HouseholdMembers, InvitedRole, ResidencyRole } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from './today.ts'

const MEMBERS = {
  name: 'list-household-members',
  text: `
    SELECT
      coalesce((
        SELECT json_agg(json_build_object('id', h.id, 'name', r.name, 'phone', r.phone, 'role', h.role, 'validUntil', h.valid_until,
          'isMe', r.account_id IS NOT DISTINCT FROM $3, 'isJoined', r.account_id IS NOT NULL)
          ORDER BY r.account_id IS NOT DISTINCT FROM $3 DESC, h.role = 'owner' DESC, h.valid_from, r.name, h.id)
        FROM residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
        WHERE h.community_id = $1 AND h.unit_id = $2 AND h.valid_from <= $4::date AND (h.valid_until IS NULL OR h.valid_until >= $4::date)
          AND ($5 OR r.account_id = $3)), '[]') AS members,
      coalesce((
        SELECT json_agg(json_build_object('id', i.id, 'name', i.name, 'role', i.role, 'validUntil', i.valid_until, 'expiresAt', i.expires_at,
          'token', i.token) ORDER BY i.created_at DESC, i.id DESC)
        FROM residence_invitations i
        WHERE i.community_id = $1 AND i.unit_id = $2 AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > $6 AND $5
          AND i.invited_by IS NOT NULL
      ), '[]') AS invitations`,
}

interface Row {
  members: {
    id: string
    name: string
    phone: string
    role: ResidencyRole
    validUntil: string | null
    isMe: boolean
    isJoined: boolean
  }[]
  invitations: {
    id: string
    name: string
    role: InvitedRole
    validUntil: string | null
    expiresAt: string
    token: string
  }[]
}

/** Who lives in the caller's home, and who was invited: all of it for an owner, others see themselves. */
export async function listHouseholdMembers(
  database: Database,
  act: CallerAct,
  communityId: string,
  unitId: string,
): Promise<HouseholdMembers> {
  const homes = act.caller.homes.filter((each) => each.communityId === communityId && each.unitId === unitId)
  const [home] = homes
  if (!home) throw new ProblemError('NOT_FOUND')
  const isOwner = homes.some(({ role }) => role === 'owner')
  const values = [communityId, unitId, act.caller.account!.id, todayIn(act), isOwner, act.now]
  const [row] = await database.read<Row>(act.reach, MEMBERS, values)
  return {
    communityId,
    unitId,
    communityName: home.communityName,
    unitLabel: home.unitLabel,
    isOwner,
    members: row!.members.map(({ phone, ...member }) => ({ ...member, phoneMasked: maskPhone(phone) })),
    invitations: row!.invitations.map((each) => ({ ...each, expiresAt: new Date(each.expiresAt).toISOString() })),
  }
}
