import { permissionsIn } from '@yinuo/api-client'
import { conversationPiles, conversationStates } from '@yinuo/contracts'
import type { ConversationPile, ConversationRow, Me } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, Text, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { Choices } from '../../ui/choices.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidTime } from '../../words/time.ts'
import { InCommunity } from '../in-community.tsx'

/** The communities whose residents I answer. */
export const answeringIn = (me: Me | null) =>
  me?.staff?.communities.filter(({ communityId }) => permissionsIn(me, communityId).includes('conversations.answer')) ?? []

/** Who waits for an answer, on the phone. */
export function ConversationsScreen() {
  return (
    <InCommunity
      workingIn={answeringIn}
      nowhere={<Empty icon="shield" title="没有接待权限" text="您的岗位不能接待住户咨询，请联系项目经理。" />}
    >
      {(communityId) => <Piles key={communityId} communityId={communityId} />}
    </InCommunity>
  )
}

const piles = Object.entries(conversationPiles).map(([value, text]) => ({ value: value as ConversationPile, text }))

function Piles({ communityId }: { communityId: string }) {
  const [pile, setPile] = useState<ConversationPile>('all')
  const now = useNow(15)
  const list = useRemote(
    () => call('GET /communities/{communityId}/conversations', { path: { communityId }, query: { pile, limit: 50 } }),
    [communityId, pile],
    { everySeconds: 10 },
  )
  return (
    <>
      <Choices of={piles} chosen={pile} onChoose={setPile} />
      <Shown of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="done" title="这里没有会话" text="住户留言后会出现在这里，并提醒您。" />
          ) : (
            <>
              {items.map((row) => (
                <Row key={row.id} row={row} now={now} />
              ))}
            </>
          )
        }
      </Shown>
    </>
  )
}

const icons = { late: 'warning', waiting: 'hourglass', onTime: 'check', done: 'done' } as const

function Row({ row, now }: { row: ConversationRow; now: number }) {
  const tone = row.late ? 'late' : row.state === 'waiting' ? 'waiting' : row.state === 'answered' ? 'onTime' : 'done'
  return (
    <Tap
      className="card message"
      onTap={() => openPage(`staff/conversation/index?communityId=${row.communityId}&id=${row.id}`)}
      label={`${row.unitLabel} ${row.residentName}，${row.unread} 条未读`}
    >
      <View className="message__words">
        <View className="message__top">
          <Text className="message__title">
            {row.unitLabel} {row.residentName}
          </Text>
          {row.unread > 0 && <Text className="tabs__count talk__count">{row.unread}</Text>}
        </View>
        <Text className="message__body">{row.lastText}</Text>
        <View className="message__top">
          <Mark tone={tone} icon={icons[tone]} text={row.late ? '已超时' : conversationStates[row.state]} />
          <Text className="note">
            {row.assignee ? row.assignee.name : '待接待'} · {saidTime(row.lastAt, now)}
          </Text>
        </View>
      </View>
    </Tap>
  )
}
