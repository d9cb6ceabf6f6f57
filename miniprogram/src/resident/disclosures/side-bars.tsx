import { publishedSides } from '@yinuo/contracts'
import type { DisclosureTotal } from '@yinuo/contracts'
import { Text, View } from '../../platform'
import { saidMoney } from '../../words/money.ts'
import { comparedWords, sidesOf, sumOf } from './sums.ts'

/** What came in and went out as bars of one scale, each with its figure; beside them what it was the period before. */
export function SideBars({
  totals,
  before = null,
}: {
  totals: readonly DisclosureTotal[]
  before?: readonly DisclosureTotal[] | null
}) {
  const sides = sidesOf(totals)
  const most = Math.max(1, ...sides.map((side) => Math.abs(sumOf(totals, side))))
  if (sides.length === 0) return <Text className="sums__none">这一期没有收支</Text>
  return (
    <View>
      {sides.map((side) => {
        const sum = sumOf(totals, side)
        const words = before && comparedWords(sum, sumOf(before, side))
        const change = before ? Math.abs(sum - sumOf(before, side)) : 0
        return (
          <View key={side} className="sums__side">
            <View className="sums__row">
              <Text>{publishedSides[side]}</Text>
              <Text className="sums__figure">{saidMoney(sum)}</Text>
            </View>
            <View className="sums__track">
              <View className={`sums__bar sums__bar--${side}`} style={{ width: `${(Math.max(0, sum) / most) * 100}%` }} />
            </View>
            {words && <Text className="sums__note">{change > 0 ? `${words} ${saidMoney(change)}` : words}</Text>}
          </View>
        )
      })}
    </View>
  )
}
