import type { RepairView } from '@yinuo/contracts'
import { useState } from 'react'
import { settle } from '../../cases/settle.ts'
import { act } from '../../outbox/repair-outbox.ts'
import { Text } from '../../platform'
import { ActionButton } from '../../ui/button.tsx'
import { LongField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ratingWords, Stars } from './stars.tsx'

export function RateSheet({ repair, onClose, onDone }: { repair: RepairView; onClose: () => void; onDone: () => void }) {
  const [rating, setRating] = useState<number | null>(null)
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    if (rating === null) return
    setBusy(true)
    await settle(await act(repair, 'confirm', { rating, ...(comment.trim() ? { comment: comment.trim() } : {}) }), '谢谢您的评价')
    setBusy(false)
    onClose()
    onDone()
  }
  return (
    <Sheet title="修得怎么样？" onClose={onClose}>
      <Stars rating={rating} onRate={setRating} />
      <Text className="stars__word">{rating === null ? '点一颗星' : ratingWords[rating - 1]}</Text>
      <LongField
        value={comment}
        onChange={setComment}
        hint={rating !== null && rating <= 3 ? '哪里没做好？主管会看到' : '想说点什么（可不填）'}
        short
        most={200}
      />
      <ActionButton text="确认修好" busy={busy} disabled={rating === null} onTap={() => void confirm()} />
    </Sheet>
  )
}
