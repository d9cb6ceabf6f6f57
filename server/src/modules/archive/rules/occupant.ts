import type { ResidencyRole } from '@yinuo/contracts'
import { mostHeldAtOnce, type Share } from './shares.ts'

/** Somebody in a home, in one right and for some days. */
export interface Occupancy {
  name: string
  phone: string
  role: ResidencyRole
  sharePercent: number | null
  validFrom: string
  validUntil: string | null
}

export interface Fault {
  field: string
  message: string
}

/** What is wrong with somebody's right to a home beside the others who are in it. */
export function faultsOfOccupancy(wish: Occupancy, others: readonly Occupancy[]): Fault[] {
  const faults: Fault[] = []
  if (wish.role === 'tenant' && wish.validUntil === null) faults.push({ field: 'validUntil', message: '租户请填写租期截止日。' })
  if (wish.validUntil !== null && wish.validUntil < wish.validFrom)
    faults.push({ field: 'validUntil', message: '截止日不能早于开始日，请重新选择。' })
  if (wish.sharePercent !== null && wish.role !== 'owner')
    faults.push({ field: 'sharePercent', message: '只有业主有共有份额，家属和租户请留空。' })
  const total = mostHeldAtOnce([wish, ...others].flatMap(shareOf))
  if (wish.sharePercent !== null && total > 100)
    faults.push({ field: 'sharePercent', message: `各业主的共有份额合计为 ${total}%，不能超过 100%，请核对后再填。` })
  return faults
}

/** The same person, by name and number, who is in the home on some of the same days. */
export function twinOf<Other extends Occupancy>(wish: Occupancy, others: readonly Other[]): Other | undefined {
  return others.find((other) => other.name === wish.name && other.phone === wish.phone && meet(wish, other))
}

function shareOf({ role, sharePercent, validFrom, validUntil }: Occupancy): Share[] {
  return role === 'owner' && sharePercent !== null ? [{ percent: sharePercent, validFrom, validUntil }] : []
}

function meet(one: Occupancy, other: Occupancy): boolean {
  const endsBefore = (first: Occupancy, second: Occupancy) => first.validUntil !== null && first.validUntil < second.validFrom
  return !endsBefore(one, other) && !endsBefore(other, one)
}
