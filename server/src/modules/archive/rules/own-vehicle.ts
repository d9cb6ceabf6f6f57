import type { ResidencyRole } from '@yinuo/contracts'

/** How somebody stands to a home of theirs. */
export interface HomeStanding {
  role: ResidencyRole
  residentId: string
}

export function mayRegister({ role }: Pick<HomeStanding, 'role'>): boolean {
  return role === 'owner' || role === 'tenant'
}

/** An owner any vehicle of the home, a tenant what they registered themselves. */
export function mayRemove({ role, residentId }: HomeStanding, vehicle: { residentId: string | null }): boolean {
  return role === 'owner' || (role === 'tenant' && vehicle.residentId === residentId)
}
