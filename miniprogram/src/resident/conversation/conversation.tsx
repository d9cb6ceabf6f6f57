import type { ConversationView, Home } from '@yinuo/contracts'
import { useEffect, useState } from 'react'
import { sayingsStore, say } from '../../outbox/conversation-outbox.ts'
import { platform, scrollToEnd, Text, useRouter, View } from '../../platform'
import { readMessagesOf } from '../../session/inbox.ts'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, homeOf, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { askSubscriptions, fetchOffers } from '../../session/subscriptions.ts'
import { Bubbles } from '../../talk/bubbles.tsx'
import { Composer } from '../../talk/composer.tsx'
import { useSeen, useTalk, useWaitingHere } from '../../talk/use-talk.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { RateTalkSheet } from './rate-talk-sheet.tsx'

/** 在线客服: what I and the front desk write to each other about my home. */
export function ConversationScreen() {
  const me = useRemote(refreshMe, [])
  const known = useStore(session)
  const { params } = useRouter()
  const home = homeFor(known, params['unitId'])
  if (!known.me)
    return <Screen>{me.failure ? <Failed failure={me.failure} retry={() => void me.reload()} /> : <Loading />}</Screen>
  if (!home)
    return (
      <Screen>
        <Empty icon="home" title="还没有绑定房屋" text="绑定房屋后，就可以在这里和物业前台对话。" />
      </Screen>
    )
  return <TalkOfHome key={home.unitId} home={home} opened={params['id'] ?? null} />
}

const homeFor = (known: Parameters<typeof homeOf>[0], unitId: string | undefined) =>
  known.me?.homes.find((home) => home.unitId === unitId) ?? homeOf(known)

function TalkOfHome({ home, opened }: { home: Home; opened: string | null }) {
  const { communityId, unitId } = home
  const waitingInAll = useStore(sayingsStore).queue.length
  // A message may begin a conversation: which one it is, the server says.
  const mine = useRemote(() => call('GET /me/conversations', { query: { limit: 20 } }), [unitId, waitingInAll], {
    keptAs: 'conversations',
  })
  const found = mine.value?.items.find((row) => row.id === opened) ?? mine.value?.items.find((row) => row.unitId === unitId)
  const talk = useTalk({ communityId, id: found?.id ?? null })
  const promise = useRemote(
    () => call('GET /communities/{communityId}/conversation-options', { path: { communityId } }),
    [communityId],
  )
  useRemote(fetchOffers, [])
  const waiting = useWaitingHere((from) => 'unitId' in from && from.unitId === unitId)
  const [text, setText] = useState('')
  const [rating, setRating] = useState(false)
  const now = useNow(15)
  const view = found ? talk.value : null
  useSeen(view)
  const last = `${view?.entries.at(-1)?.id ?? ''} ${waiting.length}`
  useEffect(() => {
    scrollToEnd()
    if (view) readMessagesOf(view.id).catch(() => undefined)
  }, [last])
  const send = async (said: string, photos: Parameters<typeof say>[3]) => {
    if (!view) await askSubscriptions('conversation')
    await say(communityId, { unitId }, said, photos)
  }
  const sentence = view?.state === 'waiting' ? view.promise.sentence : promise.value?.sentence
  return (
    <Screen
      foot={
        <Composer text={text} onText={setText} onSend={(said, photos) => void send(said, photos)} hint="请输入要咨询的内容" />
      }
    >
      <View className="notice">
        <Text className="notice__text">{sentence ?? `物业前台会在服务时间内尽快回复您，急事请拨打 ${home.hotline}。`}</Text>
      </View>
      {talk.failure !== null && view && (
        <View className="notice">
          <Text className="notice__text">网络不通，显示的是刚才的内容</Text>
        </View>
      )}
      {mine.loading && !mine.value && waiting.length === 0 && <Loading />}
      {mine.failure && !mine.value ? (
        <Failed failure={mine.failure} retry={() => void mine.reload()} hotline={home.hotline} />
      ) : (
        <Bubbles communityId={communityId} entries={view?.entries ?? []} waiting={waiting} mine="resident" now={now} />
      )}
      {view && <Ending view={view} reload={talk.reload} onRate={() => setRating(true)} />}
      {view && rating && <RateTalkSheet conversation={view} onClose={() => setRating(false)} onDone={() => void talk.reload()} />}
    </Screen>
  )
}

function Ending({ view, reload, onRate }: { view: ConversationView; reload: () => Promise<void>; onRate: () => void }) {
  const [busy, setBusy] = useState(false)
  const close = async () => {
    const sure = await platform.ask({ title: '结束会话？', text: '24 小时内再留言会继续这个会话。', yes: '结束', no: '取消' })
    if (!sure) return
    setBusy(true)
    try {
      await call('POST /communities/{communityId}/conversations/{id}/close', {
        path: { communityId: view.communityId, id: view.id },
        idempotencyKey: platform.uuid(),
      })
    } catch {
      platform.tell('没有成功，请再试一次')
    }
    await reload()
    setBusy(false)
  }
  if (view.allowedActions.includes('rate'))
    return (
      <Card title="会话已结束">
        <ActionButton text="评价这次服务" icon="star" onTap={onRate} />
      </Card>
    )
  if (view.state === 'answered')
    return <ActionButton text="问题已解决，结束会话" kind="plain" small busy={busy} onTap={() => void close()} />
  return null
}
