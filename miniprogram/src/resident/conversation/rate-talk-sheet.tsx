import type { ConversationView } from '@yinuo/contracts'
import { useState } from 'react'
import { platform, Text } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { LongField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ratingWords, Stars } from '../repairs/stars.tsx'

/** How the resident found the talk that was closed. */
export function RateTalkSheet({
  conversation: { communityId, id },
  onClose,
  onDone,
}: {
  conversation: ConversationView
  onClose: () => void
  onDone: () => void
}) {
  const [rating, setRating] = useState<number | null>(null)
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [key] = useState(platform.uuid)
  const rate = async () => {
    if (rating === null) return
    setBusy(true)
    try {
      await call('POST /communities/{communityId}/conversations/{id}/rate', {
        path: { communityId, id },
        body: { rating, ...(comment.trim() ? { comment: comment.trim() } : {}) },
        idempotencyKey: key,
      })
      platform.tell('谢谢您的评价')
      onClose()
      onDone()
    } catch (failure) {
      platform.tell(sentenceOf(failure))
      setBusy(false)
    }
  }
  return (
    <Sheet title="这次服务怎么样？" onClose={onClose}>
      <Stars rating={rating} onRate={setRating} />
      <Text className="stars__word">{rating === null ? '点一颗星' : ratingWords[rating - 1]}</Text>
      <LongField value={comment} onChange={setComment} hint="想说点什么（可不填）" short most={200} />
      <ActionButton text="提交评价" busy={busy} disabled={rating === null} onTap={() => void rate()} />
    </Sheet>
  )
}
