import type { RepairView } from '@yinuo/contracts'
import { closeReasons } from '@yinuo/contracts'
import { Text, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ratingWords } from './stars.tsx'

export function Rating({ repair }: { repair: RepairView }) {
  const { rating } = repair
  if (rating === null) return null
  return (
    <Card title="您的评价" {...(repair.closeReason ? { note: closeReasons[repair.closeReason] } : {})}>
      <View className="rated">
        {[1, 2, 3, 4, 5].map((star) => (
          <Icon key={star} name="star" size={24} colour={star <= rating ? colours.accent : '#9AA5A0'} filled={star <= rating} />
        ))}
        <Text className="rated__word">{ratingWords[rating - 1]}</Text>
      </View>
      {repair.ratingComment && <Text className="about">{repair.ratingComment}</Text>}
    </Card>
  )
}
