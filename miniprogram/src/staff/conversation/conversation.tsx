import type { ConversationAction, ConversationView, QuickReply } from '@yinuo/contracts'
import { useEffect, useState } from 'react'
import { say } from '../../outbox/conversation-outbox.ts'
import { platform, scrollToEnd, Text, useRouter, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { readMessagesOf } from '../../session/inbox.ts'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { Bubbles } from '../../talk/bubbles.tsx'
import { Composer } from '../../talk/composer.tsx'
import { useSeen, useTalk, useWaitingHere } from '../../talk/use-talk.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'

/** Answering a resident from the phone. */
export function StaffConversationScreen() {
  const { params } = useRouter()
  const communityId = params['communityId'] ?? ''
  const id = params['id'] ?? ''
  const talk = useTalk({ communityId, id })
  const waiting = useWaitingHere((from) => 'conversationId' in from && from.conversationId === id)
  const [text, setText] = useState('')
  const [choosing, setChoosing] = useState(false)
  const now = useNow(15)
  const staffId = useStore(session).me?.staff?.id
  const view = talk.value
  useSeen(view, !view?.assignee || view.assignee.id === staffId)
  const last = `${view?.entries.at(-1)?.id ?? ''} ${waiting.length}`
  useEffect(() => {
    scrollToEnd()
    if (view) readMessagesOf(view.id).catch(() => undefined)
  }, [last])
  const mayReply = view?.allowedActions.includes('reply') ?? false
  const composer = (
    <Composer
      text={text}
      onText={setText}
      onSend={(said, photos) => void say(communityId, { conversationId: id }, said, photos)}
      hint="回复住户"
      more={
        <Tap className="composer__tool" onTap={() => setChoosing(true)} label="快捷回复">
          <Icon name="bolt" size={24} colour={colours.brand} />
        </Tap>
      }
    />
  )
  return (
    <Screen work foot={mayReply ? composer : null}>
      <Shown of={talk}>
        {(conversation) => (
          <>
            <Head conversation={conversation} reload={talk.reload} />
            <Bubbles communityId={communityId} entries={conversation.entries} waiting={waiting} mine="staff" now={now} />
            {choosing && (
              <QuickReplies
                communityId={communityId}
                onClose={() => setChoosing(false)}
                onChoose={({ content }) => {
                  setText((before) => (before ? `${before}\n${content}` : content))
                  setChoosing(false)
                }}
              />
            )}
          </>
        )}
      </Shown>
    </Screen>
  )
}

function Head({ conversation, reload }: { conversation: ConversationView; reload: () => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  const may = (action: ConversationAction) => conversation.allowedActions.includes(action)
  const act = async (action: 'take' | 'close') => {
    setBusy(true)
    try {
      await call(`POST /communities/{communityId}/conversations/{id}/${action}`, {
        path: { communityId: conversation.communityId, id: conversation.id },
        idempotencyKey: platform.uuid(),
      })
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    }
    await reload()
    setBusy(false)
  }
  const { unitLabel, residentName, assignee, residentPhoneMasked } = conversation
  return (
    <View className="card">
      <Text className="message__title">
        {unitLabel} {residentName}
      </Text>
      <Text className="note">
        {residentPhoneMasked} {assignee ? `${assignee.name} 接待` : '还没有人接待'}
      </Text>
      {(may('take') || may('close')) && (
        <View className="pair">
          {may('take') && <ActionButton text="接待" small busy={busy} onTap={() => void act('take')} />}
          {may('close') && <ActionButton text="结束会话" kind="plain" small busy={busy} onTap={() => void act('close')} />}
        </View>
      )}
    </View>
  )
}

function QuickReplies({
  communityId,
  onChoose,
  onClose,
}: {
  communityId: string
  onChoose: (reply: QuickReply) => void
  onClose: () => void
}) {
  const list = useRemote(() => call('GET /communities/{communityId}/quick-replies', { path: { communityId } }), [communityId])
  return (
    <Sheet title="快捷回复" onClose={onClose}>
      <Shown of={list}>
        {(replies) => (
          <>
            {replies.length === 0 && <Text className="note">还没有快捷回复，可在物业工作台添加。</Text>}
            {replies.map((reply) => (
              <Tap key={reply.id} className="row row--lined" onTap={() => onChoose(reply)} label={reply.title}>
                <View className="row__words">
                  <Text className="row__text">{reply.title}</Text>
                  <Text className="row__note">{reply.content}</Text>
                </View>
              </Tap>
            ))}
          </>
        )}
      </Shown>
    </Sheet>
  )
}
