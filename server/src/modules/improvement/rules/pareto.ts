/** A cause with its part of the whole, in percent with one decimal. */
export type WithShare<Counted> = Counted & { share: number; cumulative: number }

/** Tenths of a percent: what is shared out. */
const WHOLE = 1000

/**
 * Most frequent first, each with its share and the share of all down to it. Rounding takes nothing away: what is left over
 * goes to where most was cut off, so the shares of anything at all make 100 %.
 */
export function paretoOf<Counted extends { cases: number }>(counts: readonly Counted[]): WithShare<Counted>[] {
  const sorted = counts.filter(({ cases }) => cases > 0).sort((one, other) => other.cases - one.cases)
  const total = sorted.reduce((sum, { cases }) => sum + cases, 0)
  const parts = sorted.map(({ cases }, at) => ({ at, tenths: Math.floor((cases * WHOLE) / total), cut: (cases * WHOLE) % total }))
  const left = WHOLE - parts.reduce((sum, { tenths }) => sum + tenths, 0)
  const rounded = [...parts].sort((one, other) => other.cut - one.cut || one.at - other.at).slice(0, left)
  for (const part of rounded) part.tenths += 1
  let sum = 0
  return sorted.map((counted, at) => {
    sum += parts[at]!.tenths
    return { ...counted, share: parts[at]!.tenths / 10, cumulative: sum / 10 }
  })
}
