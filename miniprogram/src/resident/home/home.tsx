import { openRepairStates } from '@yinuo/contracts'
import type { Home, RepairRow } from '@yinuo/contracts'
import { useState } from 'react'
import { RepairCard } from '../../cases/repair-card.tsx'
import { openPage, platform, startAt, Text, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, homeOf, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { saidMoney } from '../../words/money.ts'
import { openBills, OverdueBills, useOwed } from '../bills/on-home.tsx'
import { ChangesOnHome } from '../changes/on-home.tsx'
import { ComplaintsNeedMe } from '../complaints/complaints-need-me.tsx'
import { DisclosuresOnHome } from '../disclosures/on-home.tsx'
import { scanEntry } from '../entry/scan-entry.ts'
import { MeetingsOnHome } from '../meetings/on-home.tsx'
import { NoticesOnHome, OutageBanner } from '../notices/on-home.tsx'
import { openReport } from '../report/open-report.ts'
import { HomeSwitch } from './home-switch.tsx'
import { NeedsMe, UnsentReport } from './needs-me.tsx'
import { Promises } from './promises.tsx'

export function HomeScreen() {
  const known = useStore(session)
  const home = homeOf(known)
  const now = useNow(30)
  const me = useRemote(refreshMe, [])
  const repairs = useRemote(() => call('GET /me/repairs'), [home?.unitId], {
    skip: !home,
    everySeconds: 20,
    keptAs: 'home.repairs',
  })

  const owed = useOwed(home)
  const unread = known.me?.unreadMessages ?? 0
  const messages = useRemote(() => call('GET /me/messages'), [unread], { skip: !home || unread === 0 })

  if (!known.me) {
    return (
      <Screen tab="home">
        {me.failure ? <Failed failure={me.failure} retry={() => void me.reload()} /> : <Loading rows={4} />}
      </Screen>
    )
  }
  if (!home) return <Screen tab="home">{known.me.staff ? <StaffOnly /> : <NoHome />}</Screen>

  const here = (repairs.value?.items ?? []).filter((repair) => repair.communityId === home.communityId)
  // What waits for the resident stands in the strip above.
  const open = here.filter(({ state }) => (openRepairStates as readonly string[]).includes(state) && state !== 'done')
  return (
    <Screen tab="home">
      <Top home={home} />
      <View className="home__body">
        <OutageBanner home={home} />
        <UnsentReport />
        <NeedsMe repairs={here} messages={messages.value?.items ?? []} />
        <ComplaintsNeedMe home={home} />
        <OverdueBills account={owed} />
        <Actions home={home} unread={known.me.unreadMessages} owedFen={owed?.owedFen ?? 0} />
        {open.length > 0 && <OpenRepairs repairs={open} now={now} />}
        <MeetingsOnHome home={home} />
        <NoticesOnHome home={home} />
        <DisclosuresOnHome home={home} />
        <ChangesOnHome home={home} />
        <Promises home={home} />
        <Tap className="card row" onTap={() => openPage(`pages/contact/index?communityId=${home.communityId}`)}>
          <Icon name="phone" colour={colours.brand} />
          <View className="row__words">
            <Text className="row__text">怎么找到我们</Text>
            <Text className="row__note">24 小时热线、前台、意见箱、监督委员会</Text>
          </View>
          <Icon name="right" size={18} colour={colours.secondary} />
        </Tap>
        {known.me.staff && (
          <Tap className="card row" onTap={() => openPage('staff/today/index')}>
            <Icon name="wrench" colour={colours.brand} />
            <Text className="row__text">进入员工端</Text>
            <Icon name="right" size={18} colour={colours.secondary} />
          </Tap>
        )}
      </View>
    </Screen>
  )
}

function Top({ home }: { home: Home }) {
  const [choosing, setChoosing] = useState(false)
  const { me } = useStore(session)
  return (
    <View className="top">
      <Tap className="top__home" onTap={() => setChoosing(true)} label="切换房屋">
        <Text className="top__community">{home.communityName}</Text>
        {(me?.homes.length ?? 0) > 1 && <Icon name="down" size={18} colour={colours.card} />}
      </Tap>
      <Text className="top__unit">{home.unitLabel}</Text>
      <Tap className="top__scan" onTap={() => void scanEntry()} label="扫一扫">
        <Icon name="scan" size={24} colour={colours.card} />
        <Text className="top__scan-text">扫码</Text>
      </Tap>
      {choosing && <HomeSwitch onClose={() => setChoosing(false)} />}
    </View>
  )
}

function Actions({ home, unread, owedFen }: { home: Home; unread: number; owedFen: number }) {
  const actions = [
    { text: '我要报修', icon: 'wrench', go: openReport },
    { text: '投诉建议', icon: 'pencil', go: () => openPage('pages/complain/index') },
    { text: '缴费', icon: 'yen', go: openBills, note: owedFen > 0 ? saidMoney(owedFen) : '' },
    { text: '消息通知', icon: 'bell', go: () => openPage('pages/messages/index'), count: unread },
    { text: '在线客服', icon: 'chat', go: () => openPage('pages/conversation/index') },
    { text: '联系物业', icon: 'phone', go: () => platform.dial(home.hotline) },
  ] as const
  return (
    <View className="actions">
      {actions.map((action, at) => (
        <Tap key={action.text} className={`action${at === 0 ? ' action--first' : ''}`} onTap={action.go} label={action.text}>
          <View className="action__picture">
            <Icon name={action.icon} size={28} colour={at === 0 ? colours.card : colours.brand} />
            {'count' in action && action.count > 0 && <View className="action__dot" />}
          </View>
          <View className="action__words">
            <Text className="action__text">{action.text}</Text>
            {'note' in action && action.note !== '' && <Text className="action__note">{action.note}</Text>}
          </View>
        </Tap>
      ))}
    </View>
  )
}

function OpenRepairs({ repairs, now }: { repairs: RepairRow[]; now: number }) {
  return (
    <View>
      <Text className="section">正在处理</Text>
      {repairs.slice(0, 2).map((repair) => (
        <RepairCard
          key={repair.id}
          repair={repair}
          now={now}
          onTap={() => openPage(`pages/repair/index?communityId=${repair.communityId}&id=${repair.id}`)}
        />
      ))}
    </View>
  )
}

function NoHome() {
  return (
    <Empty
      icon="home"
      title="欢迎使用一诺物业"
      text="先绑定您的房屋，就可以一键报修、看着进度走。扫一扫小区、楼栋或房门口张贴的二维码即可开始。"
    >
      <ActionButton text="扫码开始" icon="scan" onTap={() => void scanEntry()} />
      <ActionButton text="查看我的申请" kind="quiet" onTap={() => openPage('pages/bind/index')} />
    </Empty>
  )
}

function StaffOnly() {
  return (
    <Empty icon="wrench" title="您好，您是物业员工" text="工单、打卡和扫码都在员工端。">
      <ActionButton text="进入员工端" onTap={() => startAt('staff/today/index')} />
      <ActionButton text="我也是住户，扫码绑定房屋" kind="quiet" onTap={() => void scanEntry()} />
    </Empty>
  )
}
