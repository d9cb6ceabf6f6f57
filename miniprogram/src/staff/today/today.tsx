import { postsIn } from '@yinuo/api-client'
import type { RepairRow, Me } from '@yinuo/contracts'
import { useState } from 'react'
import { RefusedCards } from '../../cases/refused-card.tsx'
import { settle } from '../../cases/settle.ts'
import { act, flushOutbox, waitingStore } from '../../outbox/repair-outbox.ts'
import type { Queue } from '../../outbox/waiting.ts'
import { lastWaiting, nextToSend, waitingCount } from '../../outbox/waiting.ts'
import { openPage, platform, startAt, Text, View } from '../../platform'
import { scanEntry } from '../../resident/entry/scan-entry.ts'
import { isConnectionLost, sentenceOf } from '../../session/failure.ts'
import { usePaged } from '../../session/paged.ts'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, keepMe, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { askSubscriptions, fetchOffers } from '../../session/subscriptions.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Failed, Loading, Shown } from '../../ui/states.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tap } from '../../ui/tap.tsx'
import { emptyingIn } from '../boxes/boxes.tsx'
import { answeringIn } from '../conversations/conversations.tsx'
import { ComplaintWork } from '../complaint/complaint-work.tsx'
import { readableIn } from '../documents/documents.tsx'
import { visitingIn } from '../visits/visits.tsx'
import { forgetOldCases } from '../repair/kept-case.ts'
import { FirstWork, WorkCard } from './work-card.tsx'

export function TodayScreen() {
  const known = useStore(session)
  const now = useNow(10)
  const me = useRemote(refreshMe, [], { everySeconds: 60 })
  const queue = useStore(waitingStore).queue
  const list = usePaged(
    async (cursor) => {
      const page = await call('GET /me/work', { query: { cursor } })
      if (cursor === null) forgetOldCases(page.items)
      return page
    },
    [queue.length],
    'staff.work',
  )
  useRemote(fetchOffers, [])
  const staff = known.me?.staff
  if (!known.me)
    return (
      <Screen work>{me.failure ? <Failed failure={me.failure} retry={() => void me.reload()} /> : <Loading rows={4} />}</Screen>
    )
  if (!staff) return <NotStaff />

  const mine = list.items.filter((repair) => repair.assignee?.id === staff.id)
  const free = list.items.filter((repair) => repair.assignee === null)
  const [first, ...rest] = mine
  const open = (repair: RepairRow) => openPage(`staff/repair/index?communityId=${repair.communityId}&id=${repair.id}`)

  return (
    <Screen work foot={<Foot queue={queue} offline={isConnectionLost(list.first.failure)} />}>
      <Duty staff={staff} unread={known.me.unreadMessages} />
      <RefusedCards now={now} onSettled={() => void list.first.reload()} />
      <Shown of={list.first} rows={4}>
        {() => (
          <>
            {first ? (
              <>
                <Text className="section">下一件</Text>
                <FirstWork repair={first} now={now} waits={lastWaiting(queue, first.id)} onTap={() => open(first)} />
              </>
            ) : (
              <Empty
                icon="done"
                title="手上没有工单"
                text={staff.onDutyIn.length > 0 ? '新工单会第一时间通知您。' : '您现在不在岗，上岗后才会派单给您。'}
              />
            )}
            {rest.length > 0 && <Text className="section">接下来 {rest.length} 件</Text>}
            {rest.map((repair) => (
              <WorkCard
                key={repair.id}
                repair={repair}
                now={now}
                waits={lastWaiting(queue, repair.id)}
                onTap={() => open(repair)}
              />
            ))}
            {free.length > 0 && <Text className="section">可以接的 {free.length} 件</Text>}
            {free.map((repair) => (
              <WorkCard
                key={repair.id}
                repair={repair}
                now={now}
                waits={lastWaiting(queue, repair.id)}
                onTap={() => open(repair)}
              >
                {repair.state !== 'assigned' && <Take repair={repair} reload={list.first.reload} />}
              </WorkCard>
            ))}
            {list.more && (
              <ActionButton text="加载更多" kind="quiet" busy={list.loadingMore} onTap={() => void list.loadMore()} />
            )}
          </>
        )}
      </Shown>
      <ComplaintWork now={now} />
      <Tap className="card row" onTap={() => openPage('staff/posts/index')}>
        <Icon name="user" colour={colours.brand} />
        <Text className="row__text">我的岗位</Text>
        <Icon name="right" size={18} colour={colours.secondary} />
      </Tap>
      {answeringIn(known.me).length > 0 && (
        <Tap className="card row" onTap={() => openPage('staff/conversations/index')}>
          <Icon name="chat" colour={colours.brand} />
          <Text className="row__text">在线客服</Text>
          <Icon name="right" size={18} colour={colours.secondary} />
        </Tap>
      )}
      {emptyingIn(known.me).length > 0 && (
        <Tap className="card row" onTap={() => openPage('staff/boxes/index')}>
          <Icon name="box" colour={colours.brand} />
          <Text className="row__text">意见箱</Text>
          <Icon name="right" size={18} colour={colours.secondary} />
        </Tap>
      )}
      {visitingIn(known.me).length > 0 && (
        <Tap className="card row" onTap={() => openPage('staff/visits/index')}>
          <Icon name="door" colour={colours.brand} />
          <Text className="row__text">回访</Text>
          <Icon name="right" size={18} colour={colours.secondary} />
        </Tap>
      )}
      <Tap className="card row" onTap={() => openPage('pages/notices/index')}>
        <Icon name="horn" colour={colours.brand} />
        <Text className="row__text">公告</Text>
        <Icon name="right" size={18} colour={colours.secondary} />
      </Tap>
      {readableIn(known.me).length > 0 && (
        <Tap className="card row" onTap={() => openPage('staff/documents/index')}>
          <Icon name="box" colour={colours.brand} />
          <Text className="row__text">文件</Text>
          <Icon name="right" size={18} colour={colours.secondary} />
        </Tap>
      )}
      <Tap className="card row" onTap={() => startAt('pages/home/index')}>
        <Icon name="home" colour={colours.brand} />
        <Text className="row__text">回到住户端</Text>
        <Icon name="right" size={18} colour={colours.secondary} />
      </Tap>
    </Screen>
  )
}

/** Being on duty is told by a person, per community; only then work is given. */
function Duty({ staff, unread }: { staff: NonNullable<Me['staff']>; unread: number }) {
  const [busy, setBusy] = useState<string | null>(null)
  const turn = async (communityId: string, onDuty: boolean) => {
    setBusy(communityId)
    try {
      keepMe(await call('PUT /communities/{communityId}/duty', { path: { communityId }, body: { onDuty } }))
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    } finally {
      setBusy(null)
    }
  }
  return (
    <View className="card duty">
      <View className="duty__top">
        <Text className="duty__name">{staff.name}</Text>
        <Tap className="duty__bell" onTap={() => openPage('pages/messages/index')} label={`消息，${unread} 条未读`}>
          <View className="tabs__icon">
            <Icon name="bell" size={26} />
            {unread > 0 && <Text className="tabs__count">{unread > 99 ? '99+' : unread}</Text>}
          </View>
        </Tap>
      </View>
      {staff.communities.map(({ communityId, name }) => {
        const on = staff.onDutyIn.includes(communityId)
        return (
          <Tap
            key={communityId}
            className="duty__line"
            onTap={() => void turn(communityId, !on)}
            chosen={on}
            disabled={busy === communityId}
            label={`${name}在岗`}
          >
            <View className="row__words">
              <Text className="row__text">{name}</Text>
              <Text className="row__note">
                {postsIn({ staff }, communityId)
                  .map((post) => post.name)
                  .join('、')}
              </Text>
            </View>
            <Text className={on ? 'duty__word duty__word--on' : 'duty__word'}>{on ? '在岗' : '离岗'}</Text>
            <Switch on={on} />
          </Tap>
        )
      })}
    </View>
  )
}

function Take({ repair, reload }: { repair: RepairRow; reload: () => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    await askSubscriptions('work')
    await settle(await act(repair, 'accept', {}), '已接单')
    await reload()
    setBusy(false)
  }
  return <ActionButton text="我来接单" busy={busy} onTap={() => void take()} />
}

function Foot({ queue, offline }: { queue: Queue; offline: boolean }) {
  const waits = waitingCount(queue)
  const held = waits > 0 && nextToSend(queue) === null
  return (
    <>
      {(waits > 0 || offline) && (
        <Tap className="offline" onTap={() => void flushOutbox()} label="立即上传">
          <Icon name={offline ? 'offline' : 'upload'} size={18} colour={colours.accentInk} />
          <Text className="offline__text">
            {offline ? '网络不通' : held ? '请先处理没有提交成功的' : '正在上传'}
            {waits > 0 ? ` · ${waits} 条待上传` : ''}
          </Text>
          {waits > 0 && !held && <Text className="offline__now">立即上传</Text>}
        </Tap>
      )}
      <ActionButton text="扫一扫" icon="scan" onTap={() => void scanEntry()} />
    </>
  )
}

function NotStaff() {
  return (
    <Screen work>
      <Empty
        icon="user"
        title="您还不是物业员工"
        text="请让项目经理用您的手机号在后台建立员工资料，然后在“我的房屋”页面用微信手机号登录一次。"
      >
        <ActionButton text="回到首页" onTap={() => startAt('pages/home/index')} />
      </Empty>
    </Screen>
  )
}
