import type { InvitedRole, InviteToHome, OpenInvitation } from '@yinuo/contracts'

/** An invitation's code begins with a letter no place's code has. */
export function isInvitation(token: string | null): token is string {
  return token !== null && /^i[\w-]{22}$/.test(token)
}

export function pageOfInvitation({ token }: Pick<OpenInvitation, 'token'>): string {
  return `pages/invitation/index?token=${token}`
}

export interface InviteDraft {
  role: InvitedRole
  name: string
  /** a tenancy's last day: 2027-06-30 */
  validUntil: string
}

export interface InviteFaults {
  name?: string
  validUntil?: string
}

export function inviteFaults({ role, name, validUntil }: InviteDraft): InviteFaults {
  const faults: InviteFaults = {}
  if (name.trim().length < 2) faults.name = '请填写对方的姓名'
  if (role === 'tenant' && !validUntil) faults.validUntil = '请选择租期最后一天'
  return faults
}

export function inviteOf({ role, name, validUntil }: InviteDraft, unitId: string): InviteToHome {
  return { unitId, role, name: name.trim(), ...(role === 'tenant' ? { validUntil } : {}) }
}
