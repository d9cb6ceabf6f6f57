import { permissionsIn } from '@yinuo/api-client'
import { visitStates, visitWays } from '@yinuo/contracts'
import type { Me, VisitRow } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, Text, View } from '../../platform'
import { usePaged } from '../../session/paged.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { byBuilding, weekWords, wishWords } from '../../visits/visit-words.ts'
import { InCommunity } from '../in-community.tsx'

/** The communities in which I make visits. */
export const visitingIn = (me: Me | null) =>
  me?.staff?.communities.filter(({ communityId }) => permissionsIn(me, communityId).includes('visits.make')) ?? []

/** Whom to visit this week, by building and floor. */
export function VisitsScreen() {
  return (
    <InCommunity
      workingIn={visitingIn}
      nowhere={<Empty icon="shield" title="没有回访权限" text="您的岗位不能回访住户，请联系项目经理。" />}
    >
      {(communityId) => <Homes key={communityId} communityId={communityId} />}
    </InCommunity>
  )
}

const piles = [
  { value: 'due', text: '本周' },
  { value: 'mine', text: '我的全部' },
  { value: 'all', text: '全小区本周' },
] as const
type Pile = (typeof piles)[number]['value']

const wishes: Record<Pile, object> = {
  due: { mine: true, due: true },
  mine: { mine: true, state: 'planned' },
  all: { due: true },
}

function Homes({ communityId }: { communityId: string }) {
  const [pile, setPile] = useState<Pile>('due')
  const [room, setRoom] = useState('')
  const list = usePaged(
    (cursor) => {
      const query = { ...wishes[pile], ...(room.trim() && { query: room.trim() }), cursor, limit: 50 }
      return call('GET /communities/{communityId}/visits', { path: { communityId }, query })
    },
    [communityId, pile, room],
  )
  return (
    <>
      <Choices<Pile> of={piles} chosen={pile} onChoose={setPile} />
      <TextField label="房号" value={room} onChange={setRoom} hint="如 3-2-601，可不填" most={40} />
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length === 0 ? (
            <Empty icon="done" title="没有要回访的住户" text="主管分派后会通知您；也可以看看全小区本周的。" />
          ) : (
            <>
              {byBuilding(list.items).map(({ name, rows }) => (
                <View key={name}>
                  <Text className="section">
                    {name} {rows.length} 户
                  </Text>
                  {rows.map((visit) => (
                    <Home key={visit.id} visit={visit} communityId={communityId} />
                  ))}
                </View>
              ))}
              {list.more && (
                <ActionButton text="加载更多" kind="quiet" busy={list.loadingMore} onTap={() => void list.loadMore()} />
              )}
            </>
          )
        }
      </Shown>
    </>
  )
}

function Home({ visit, communityId }: { visit: VisitRow; communityId: string }) {
  const { unitLabel, residentNames, late, state, dueWeek, way, wish, absences, lastVisitedOn, openCases, assignee } = visit
  return (
    <Tap
      className="card message"
      onTap={() => openPage(`staff/visit/index?communityId=${communityId}&id=${visit.id}`)}
      label={`${unitLabel} ${residentNames.join('、')}，${late ? '已逾期' : visitStates[state]}`}
    >
      <View className="message__words">
        <View className="message__top">
          <Text className="message__title">{unitLabel}</Text>
        </View>
        <Text className="message__body">{residentNames.join('、') || '没有登记住户'}</Text>
        <View>
          <Mark tone={late ? 'late' : 'waiting'} icon={late ? 'warning' : 'clock'} text={late ? '已逾期' : weekWords(dueWeek)} />
        </View>
        <Text className="note">
          {visitWays[way]}
          {absences > 0 ? ` · 已 ${absences} 次未遇` : ''} · {lastVisitedOn ? `上次 ${lastVisitedOn}` : '还没有回访过'}
          {openCases > 0 ? ` · 在办 ${openCases} 件` : ''}
          {assignee ? '' : ' · 未分派'}
        </Text>
        {wish && <Text className="note">住户希望：{wishWords(wish)}</Text>}
      </View>
    </Tap>
  )
}
