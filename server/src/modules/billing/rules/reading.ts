/** What a reading says, against the one before. All values are thousandths. */
export interface ReadingSeen {
  value: number
  before: number
  digits: number
  rolledOver: boolean
}

export const MILLE = 1000

/** How much was used, or why it cannot be: beyond its last number a meter begins at nothing again. */
export function usedOf({ value, before, digits, rolledOver }: ReadingSeen): number | 'too-large' | 'below' {
  const round = 10 ** digits * MILLE
  if (value >= round) return 'too-large'
  if (rolledOver) return value < before ? value + round - before : 'below'
  return value < before ? 'below' : value - before
}

/** Below this much nothing is unusual. */
const LITTLE = 10 * MILLE
const TIMES = 3

/** Far above what was used lately, by the day: somebody looks before it is billed. */
export function isUnusual(used: number, days: number, lately: readonly { used: number; days: number }[]): boolean {
  if (lately.length === 0 || used <= LITTLE) return false
  const usedLately = lately.reduce((sum, each) => sum + each.used, 0)
  const daysLately = lately.reduce((sum, each) => sum + each.days, 0)
  return used * Math.max(daysLately, 1) > TIMES * Math.max(usedLately, MILLE) * Math.max(days, 1)
}
