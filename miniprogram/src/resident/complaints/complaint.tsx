import type { ComplaintView } from '@yinuo/contracts'
import { useState } from 'react'
import { ComplaintBody } from '../../complaints/complaint-body.tsx'
import { useSend } from '../../complaints/use-send.ts'
import { sendComplaintAction, WordsSheet } from '../../complaints/words-sheet.tsx'
import type { WordedAction } from '../../complaints/words-sheet.tsx'
import { Text, useRouter, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, homeOf, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { LongField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Shown } from '../../ui/states.tsx'
import { ratingWords, Stars } from '../repairs/stars.tsx'

type Open = WordedAction | 'rate' | null

/** One complaint as who made it follows it. */
export function ComplaintScreen() {
  const { params } = useRouter()
  const path = { communityId: params['communityId'] ?? '', id: params['id'] ?? '' }
  const complaint = useRemote(() => call('GET /communities/{communityId}/complaints/{id}', { path }), [path.id], {
    everySeconds: 15,
  })
  const [open, setOpen] = useState<Open>(null)
  const now = useNow(15)
  const known = useStore(session)
  const close = () => setOpen(null)
  const reload = () => void complaint.reload()
  return (
    <Screen foot={complaint.value && <Foot complaint={complaint.value} open={setOpen} reload={reload} />}>
      <Shown of={complaint} rows={4} hotline={homeOf(known)?.hotline ?? null}>
        {(value) => (
          <>
            {value.anonymous && (
              <View className="notice notice--row">
                <Icon name="shield" size={18} colour={colours.accentInk} />
                <Text className="notice__text">匿名：物业看不到您是谁，也不会推送消息，请在这里看回复</Text>
              </View>
            )}
            <ComplaintBody complaint={value} now={now} />
            {value.rating !== null && (
              <Card title="您的评价">
                <Text className="about">
                  {value.rating} 星 · {ratingWords[value.rating - 1]}
                </Text>
              </Card>
            )}
            {value.allowedActions.includes('escalate') && (
              <ActionButton text="不满意，要求上级处理" kind="plain" onTap={() => setOpen('escalate')} />
            )}
            {value.allowedActions.includes('withdraw') && (
              <ActionButton text="撤回" kind="plain" onTap={() => setOpen('withdraw')} />
            )}
            {open === 'rate' && <RateSheet complaint={value} onClose={close} onDone={reload} />}
            {open && open !== 'rate' && <WordsSheet complaint={value} action={open} onClose={close} onDone={reload} />}
          </>
        )}
      </Shown>
    </Screen>
  )
}

function Foot({ complaint, open, reload }: { complaint: ComplaintView; open: (what: Open) => void; reload: () => void }) {
  const { send, busy } = useSend()
  const may = (action: ComplaintView['allowedActions'][number]) => complaint.allowedActions.includes(action)
  const accept = async () => {
    const { version } = complaint
    await send((key) => sendComplaintAction(complaint, 'accept-solution', { version }, key), '已接受，物业会照方案落实')
    reload()
  }
  if (may('accept-solution'))
    return (
      <View className="pair">
        <ActionButton text="不接受" kind="plain" onTap={() => open('reject-solution')} />
        <ActionButton text="接受方案" icon="check" busy={busy} onTap={() => void accept()} />
      </View>
    )
  if (may('rate')) return <ActionButton text="评价处理结果" icon="star" onTap={() => open('rate')} />
  if (may('talk')) return <ActionButton text="补充或回复" kind="quiet" icon="pencil" onTap={() => open('talk')} />
  return null
}

function RateSheet({ complaint, onClose, onDone }: { complaint: ComplaintView; onClose: () => void; onDone: () => void }) {
  const [rating, setRating] = useState<number | null>(null)
  const [comment, setComment] = useState('')
  const { send, busy } = useSend()
  const submit = async () => {
    if (rating === null) return
    const body = { version: complaint.version, rating, ...(comment.trim() ? { comment: comment.trim() } : {}) }
    if (await send((key) => sendComplaintAction(complaint, 'rate', body, key), '谢谢您的评价')) {
      onClose()
      onDone()
    }
  }
  return (
    <Sheet title="处理得怎么样？" onClose={onClose}>
      <Stars rating={rating} onRate={setRating} />
      <Text className="stars__word">{rating === null ? '点一颗星' : ratingWords[rating - 1]}</Text>
      <LongField value={comment} onChange={setComment} hint="想说点什么（可不填）" short most={200} />
      <ActionButton text="提交评价" busy={busy} disabled={rating === null} onTap={() => void submit()} />
    </Sheet>
  )
}
