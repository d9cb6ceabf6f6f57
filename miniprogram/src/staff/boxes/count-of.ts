import { boxLimits } from '@yinuo/contracts'

/** How many slips were typed; null: no number a box can hold. */
export function countOf(typed: string): number | null {
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : NaN
  return count <= boxLimits.slips ? count : null
}
