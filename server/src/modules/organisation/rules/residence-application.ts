import type { ResidencyRole } from '@yinuo/contracts'

/** What is wrong with the end of the residency applied for; null when nothing is. Days are ISO dates. */
export function faultOfValidity(role: ResidencyRole, validUntil: string | undefined, today: string): string | null {
  if (role === 'tenant' && validUntil === undefined) return '租户请填写租期截止日。'
  if (validUntil !== undefined && validUntil < today) return '截止日已经过去，请重新选择。'
  return null
}
