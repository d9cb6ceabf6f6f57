import { residencyRoles } from '@yinuo/contracts'
import type { Me } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import { openPage, platform, startAt, Text, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useRemote } from '../../session/remote.ts'
import { chooseElder, homeOf, leave, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { fetchOffers } from '../../session/subscriptions.ts'
import { colours } from '../../theme/tokens.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Screen } from '../../ui/screen.tsx'
import { SignInAgain } from '../../ui/sign-in-again.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tap } from '../../ui/tap.tsx'

export function MeScreen() {
  const known = useStore(session)
  const me = useRemote(refreshMe, [], { skip: known.left })
  if (known.left) {
    return (
      <Screen tab="me">
        <SignInAgain onBack={() => void me.reload()} />
        <ElderLine />
      </Screen>
    )
  }
  if (!known.me)
    return <Screen tab="me">{me.failure ? <Failed failure={me.failure} retry={() => void me.reload()} /> : <Loading />}</Screen>
  const home = homeOf(known)
  const hotline = home?.hotline
  return (
    <Screen tab="me">
      <Who me={known.me} />
      {known.me.staff && (
        <Line
          icon="wrench"
          text="切换到员工端"
          note={`${known.me.staff.companyName} · ${known.me.staff.name}`}
          onTap={() => startAt('staff/today/index')}
        />
      )}
      <Homes me={known.me} />
      <ElderLine />
      <Grants />
      <Card flush>
        {home && (
          <Line
            icon="list"
            text="服务范围"
            note={`${home.communityName}物业做哪些事`}
            onTap={() => openPage(`pages/services/index?communityId=${home.communityId}`)}
            bare
          />
        )}
        {home && (
          <Line icon="chat" text="在线客服" note="和物业前台对话" onTap={() => openPage('pages/conversation/index')} bare />
        )}
        {hotline && <Line icon="phone" text="联系物业" note={hotline} onTap={() => platform.dial(hotline)} bare />}
        {known.me.homes.length > 0 && (
          <Line icon="yen" text="缴费记录" note="每一笔和它的收据" onTap={() => openPage('pages/payments/index')} bare />
        )}
        <Line
          icon="bell"
          text="消息设置"
          note="提醒渠道、免打扰、接收邮箱"
          onTap={() => openPage('pages/message-settings/index')}
          bare
        />
        <Line icon="shield" text="个人信息" note="查看、导出、注销账号" onTap={() => openPage('pages/privacy/index')} bare />
        <Line icon="phone" text="登录设备" note="查看和退出其他设备" onTap={() => openPage('pages/devices/index')} bare />
        <Line icon="leave" text="退出登录" onTap={() => void signOut()} bare />
      </Card>
    </Screen>
  )
}

async function signOut(): Promise<void> {
  const sure = await platform.ask({ title: '退出登录？', text: '退出后收不到报修进度，可随时再登录。', yes: '退出', no: '取消' })
  if (sure) await leave()
}

function Who({ me }: { me: Me }) {
  const name = me.homes[0]?.residentName ?? me.staff?.name ?? me.account?.name ?? '微信用户'
  return (
    <View className="who">
      <View className="who__face">
        <Text>{name.slice(0, 1)}</Text>
      </View>
      <View>
        <Text className="who__name">{name}</Text>
        <Text className="who__phone">{me.account?.phoneMasked ?? '还没有绑定手机号'}</Text>
      </View>
    </View>
  )
}

function Homes({ me }: { me: Me }) {
  return (
    <Card title="我的房屋" flush>
      {me.homes.map((home) => (
        <Tap
          key={home.unitId}
          className="row row--lined"
          onTap={() => openPage(`pages/household/index?communityId=${home.communityId}&unitId=${home.unitId}`)}
          label={`${home.unitLabel}同住的人`}
        >
          <Icon name="home" colour={colours.brand} />
          <View className="row__words">
            <Text className="row__text">
              {home.communityName} {home.unitLabel}
            </Text>
            <Text className="row__note">
              {residencyRoles[home.role]}
              {home.validUntil ? ` · 至 ${home.validUntil.slice(0, 10)}` : ''}
              {home.role === 'owner' ? ' · 管理同住的人' : ''}
            </Text>
          </View>
          <Icon name="right" size={18} colour={colours.secondary} />
        </Tap>
      ))}
      <Line
        icon="plus"
        text={me.homes.length === 0 ? '绑定我的房屋' : '绑定新的房屋'}
        note="查看申请进度也在这里"
        onTap={() => openPage('pages/bind/index')}
        bare
      />
    </Card>
  )
}

function ElderLine() {
  const { elder } = useStore(session)
  const turn = async () => {
    try {
      await chooseElder(!elder)
    } catch (failure) {
      platform.tell(`${elder ? '已关闭' : '已打开'}大字版，${sentenceOf(failure)}`)
    }
  }
  return (
    <Tap className="card row" onTap={() => void turn()} chosen={elder} label="大字版">
      <Icon name="letters" colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">大字版</Text>
        <Text className="row__note">字更大，按钮更大</Text>
      </View>
      <Switch on={elder} />
    </Tap>
  )
}

/** One acceptance is one message: people may see how many are left. */
function Grants() {
  const offers = useRemote(fetchOffers, [])
  if (!offers.value || offers.value.length === 0) return null
  return (
    <Card title="微信提醒" note="每同意一次，收到一条">
      {offers.value.map((offer) => (
        <View key={offer.template} className="money">
          <Text className="money__what">{offer.title}</Text>
          <Text className="money__sum">{offer.grantsLeft > 0 ? `还可收 ${offer.grantsLeft} 条` : '暂无'}</Text>
        </View>
      ))}
      <Text className="note">提交报修时会再次询问。没有同意也不要紧，所有进度都在“消息”里。</Text>
    </Card>
  )
}

function Line({
  icon,
  text,
  note,
  onTap,
  bare = false,
}: {
  icon: IconName
  text: string
  note?: string
  onTap: () => void
  bare?: boolean
}): ReactNode {
  return (
    <Tap className={bare ? 'row row--lined' : 'card row'} onTap={onTap} label={text}>
      <Icon name={icon} colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">{text}</Text>
        {note && <Text className="row__note">{note}</Text>}
      </View>
      <Icon name="right" size={18} colour={colours.secondary} />
    </Tap>
  )
}
