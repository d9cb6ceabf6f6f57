import type { ResidencyRole } from '@yinuo/contracts'
import type { Fault } from './occupant.ts'

interface Wish {
  role: ResidencyRole
  phone?: string | undefined
  validUntil?: string | undefined
}

/** What is wrong with an invitation of the office. Days are ISO dates. */
export function faultsOfInvitation({ role, phone, validUntil }: Wish, today: string): Fault[] {
  const faults: Fault[] = []
  // Who has the code of an ownership would have the home: only the number on it may take it.
  if (role === 'owner' && phone === undefined)
    faults.push({ field: 'phone', message: '邀请业主请填写手机号，只有这个手机号能接受。' })
  if (role === 'tenant' && validUntil === undefined) faults.push({ field: 'validUntil', message: '租户请填写租期截止日。' })
  if (role === 'owner' && validUntil !== undefined) faults.push({ field: 'validUntil', message: '业主没有截止日，请留空。' })
  if (validUntil !== undefined && validUntil < today)
    faults.push({ field: 'validUntil', message: '截止日已经过去，请重新选择。' })
  return faults
}
