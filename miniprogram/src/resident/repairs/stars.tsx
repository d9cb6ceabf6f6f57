import { View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tap } from '../../ui/tap.tsx'

export const ratingWords = ['很不满意', '不满意', '一般', '满意', '非常满意'] as const
const stars = [1, 2, 3, 4, 5] as const

/** Five stars under the thumb. */
export function Stars({ rating, onRate }: { rating: number | null; onRate: (rating: number) => void }) {
  return (
    <View className="stars">
      {stars.map((star) => (
        <Tap
          key={star}
          className="stars__star"
          onTap={() => onRate(star)}
          chosen={star === rating}
          label={`${star} 星，${ratingWords[star - 1]}`}
        >
          <Icon
            name="star"
            size={40}
            colour={star <= (rating ?? 0) ? colours.accent : '#9AA5A0'}
            filled={star <= (rating ?? 0)}
          />
        </Tap>
      ))}
    </View>
  )
}
