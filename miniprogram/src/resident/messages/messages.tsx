import type { InboxMessage } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, platform, Text, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { usePaged } from '../../session/paged.ts'
import { useNow } from '../../session/remote.ts'
import { call, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { Choices } from '../../ui/choices.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidTime } from '../../words/time.ts'
import { choicesOf, keptFilter, queryOf, type InboxFilter } from './inbox-filter.ts'
import { messageFace, pageOf } from './message-face.ts'

const KEPT = 'inbox-filter'

export function MessagesScreen() {
  const now = useNow(60)
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const { me } = useStore(session)
  const isStaff = me?.staff != null
  const [filter, setFilter] = useState<InboxFilter>(() => keptFilter(platform.read(KEPT), isStaff))
  const choose = (next: InboxFilter) => {
    platform.write(KEPT, next)
    setFilter(next)
  }
  const list = usePaged(
    (cursor) => call('GET /me/messages', { query: { cursor, ...queryOf(filter) } }),
    [filter],
    filter === 'all' ? 'messages' : undefined,
  )
  const isNew = (message: InboxMessage) => message.readAt === null && !read.has(message.id)

  const open = (message: InboxMessage) => {
    if (isNew(message)) {
      setRead(new Set([...read, message.id]))
      call('POST /me/messages/{id}/read', { path: { id: message.id } }).then(refreshMe, () => undefined)
    }
    const page = pageOf(message, me?.staff !== null && (me?.homes.length ?? 0) === 0)
    if (page) openPage(page)
  }
  const readAll = async () => {
    try {
      await call('POST /me/messages/read-all')
      setRead(new Set(list.items.map(({ id }) => id)))
      await refreshMe()
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    }
  }

  return (
    <Screen tab="messages">
      <Choices of={choicesOf(me?.unreadMessages ?? 0, isStaff)} chosen={filter} onChoose={choose} />
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length === 0 ? (
            <Empty
              icon="bell"
              title={filter === 'all' ? '还没有消息' : '这里没有消息'}
              text="报修有了进展、绑定有了结果，都会在这里告诉您。"
            />
          ) : (
            <>
              {list.items.some(isNew) && (
                <View className="bar bar--end">
                  <Tap className="bar__link" onTap={() => void readAll()}>
                    <Text>全部标为已读</Text>
                  </Tap>
                </View>
              )}
              {list.items.map((message) => (
                <Message key={message.id} message={message} isNew={isNew(message)} now={now} onTap={() => open(message)} />
              ))}
              <MoreButton of={list} />
            </>
          )
        }
      </Shown>
    </Screen>
  )
}

function Message({ message, isNew, now, onTap }: { message: InboxMessage; isNew: boolean; now: number; onTap: () => void }) {
  return (
    <Tap
      className={`card message${isNew ? ' message--new' : ''}`}
      onTap={onTap}
      label={`${isNew ? '未读，' : ''}${message.title}`}
    >
      <View className="message__picture">
        <Icon name={messageFace[message.kind]} size={22} colour={isNew ? colours.brand : colours.secondary} />
      </View>
      <View className="message__words">
        <View className="message__top">
          <Text className="message__title">{message.title}</Text>
          {isNew && <View className="message__dot" />}
        </View>
        <Text className="message__body">{message.body}</Text>
        <Text className="message__when">{saidTime(message.sentAt, now)}</Text>
      </View>
    </Tap>
  )
}
