import { publishedSides, type DisclosureTotal, type PublishedSide } from '@yinuo/contracts'

export const sumOf = (totals: readonly DisclosureTotal[], side: PublishedSide): number =>
  totals.reduce((sum, total) => sum + (total.side === side ? total.amountFen : 0), 0)

/** 比上期多 ¥12.00；上期没有时为 null。 */
export function comparedWords(now: number, before: number | null): string | null {
  if (before === null) return null
  if (now === before) return '与上期一样'
  return now > before ? '比上期多' : '比上期少'
}

/** The sides that have anything, in the order of a disclosure. */
export const sidesOf = (totals: readonly DisclosureTotal[]): PublishedSide[] =>
  (Object.keys(publishedSides) as PublishedSide[]).filter((side) => totals.some((total) => total.side === side))
