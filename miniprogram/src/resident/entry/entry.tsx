import { ApiProblem, permissionsIn, postsIn } from '@yinuo/api-client'
import { codeKinds, problems } from '@yinuo/contracts'
import type { CodeContext, Me } from '@yinuo/contracts'
import { useEffect } from 'react'
import { openPage, platform, replacePage, startAt, Text, useRouter, View } from '../../platform'
import { isConnectionLost, sentenceOf } from '../../session/failure.ts'
import { useRemote } from '../../session/remote.ts'
import { call, homeOf, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { rememberBindingAt } from '../bind/binding-place.ts'
import { reportAt } from '../report/kept-draft.ts'
import { knownHotline, rememberHotline } from './hotline.ts'
import { scanEntry } from './scan-entry.ts'
import { noticeOfScene } from './notice-of-scene.ts'
import { tokenOf } from './scene.ts'

/** Where every code leads: to a notice, into a meeting, or to a place. */
export function EntryScreen() {
  const { params } = useRouter()
  const token = tokenOf(params['scene'])
  const noticeId = noticeOfScene(token)
  if (noticeId) return <To page={`pages/notice/index?id=${noticeId}`} />
  if (token && /^m[\w-]{22}$/.test(token)) return <To page={`pages/meeting/index?checkIn=${token}`} />
  return <PlaceScreen token={token} />
}

function To({ page }: { page: string }) {
  useEffect(() => replacePage(page), [page])
  return (
    <Screen>
      <Loading rows={2} />
    </Screen>
  )
}

/** What this place is, and what one may do here. */
function PlaceScreen({ token }: { token: string | null }) {
  const code = useRemote(async () => {
    if (!token) throw new ApiProblem({ code: 'CODE_UNKNOWN', status: 404, detail: problems.CODE_UNKNOWN.text, traceId: '' })
    const context = await call('GET /codes/{token}', { path: { token } })
    rememberHotline(context.hotline)
    return context
  }, [token])
  const me = useRemote(refreshMe, [])
  const known = useStore(session)

  if (code.failure)
    return (
      <Screen>
        <Unreadable failure={code.failure} retry={() => void code.reload()} />
      </Screen>
    )
  if (!code.value)
    return (
      <Screen>
        <Loading rows={2} />
      </Screen>
    )
  return (
    <Screen>
      <Place context={code.value} />
      {known.me ? (
        <Doors context={code.value} token={token ?? ''} me={known.me} />
      ) : me.failure ? (
        <Failed failure={me.failure} retry={() => void me.reload()} hotline={code.value.hotline} />
      ) : (
        <Loading rows={1} />
      )}
    </Screen>
  )
}

function Place({ context }: { context: CodeContext }) {
  return (
    <View className="place">
      <View className="place__picture">
        <Icon
          name={context.kind === 'unit' ? 'home' : context.kind === 'community' ? 'building' : 'pin'}
          size={34}
          colour={colours.card}
        />
      </View>
      <Text className="place__label">{context.place.label}</Text>
      <Text className="place__community">
        {context.communityName} · {codeKinds[context.kind]}
      </Text>
      {context.promise && (
        <View className="place__promise">
          <Icon name="shield" size={18} colour={colours.card} />
          <Text>{context.promise}</Text>
        </View>
      )}
    </View>
  )
}

function Doors({ context, token, me }: { context: CodeContext; token: string; me: Me }) {
  const place = {
    ...context.place,
    communityId: context.communityId,
    communityName: context.communityName,
    hotline: context.hotline,
  }
  const worksHere = postsIn(me, context.communityId).length > 0
  const mayRegister = permissionsIn(me, context.communityId).includes('repairs.report')
  const isResidentHere = me.homes.some(({ communityId }) => communityId === context.communityId)
  const livesElsewhere = context.kind === 'unit' && isResidentHere && !me.homes.some(({ unitId }) => unitId === context.place.id)
  const report = (byStaff: boolean) => {
    reportAt(place, token, byStaff)
    openPage('pages/report/index')
  }
  const bind = () => {
    rememberBindingAt(place)
    openPage('pages/bind/index')
  }

  return (
    <View className="doors">
      {isResidentHere && !livesElsewhere && (
        <ActionButton
          text={context.kind === 'community' ? '我要报修' : '这里坏了，我要报修'}
          icon="wrench"
          onTap={() => report(false)}
        />
      )}
      {isResidentHere && (
        <ActionButton
          text="投诉建议"
          icon="pencil"
          kind="quiet"
          onTap={() => openPage(`pages/complain/index?code=${encodeURIComponent(token)}`)}
        />
      )}
      {livesElsewhere && (
        <View className="notice">
          <Text>
            这是 {context.place.label} 的房屋码，您绑定的是 {homeOf({ me, homeUnitId: null })?.unitLabel}。
          </Text>
        </View>
      )}
      {livesElsewhere && <ActionButton text="也绑定这套房屋" icon="home" onTap={bind} />}
      {worksHere && (
        <>
          {mayRegister && (
            <ActionButton text="现场登记报修" icon="pencil" kind={isResidentHere ? 'quiet' : 'main'} onTap={() => report(true)} />
          )}
          <ActionButton text="看我的工单" icon="list" kind="quiet" onTap={() => startAt('staff/today/index')} />
        </>
      )}
      {!isResidentHere && !worksHere && (
        <>
          <View className="notice">
            <Text>您还没有绑定 {context.communityName} 的房屋。绑定一次，以后扫码就能报修；急事请直接拨打物业电话。</Text>
          </View>
          <ActionButton text="绑定我的房屋" icon="home" onTap={bind} />
        </>
      )}
      <ActionButton text={`拨打物业 ${context.hotline}`} kind="quiet" icon="phone" onTap={() => platform.dial(context.hotline)} />
      {isResidentHere && <ActionButton text="进入首页" kind="plain" onTap={() => replacePage('pages/home/index')} />}
    </View>
  )
}

function Unreadable({ failure, retry }: { failure: unknown; retry: () => void }) {
  const { me } = useStore(session)
  const hotline = homeOf({ me, homeUnitId: null })?.hotline ?? knownHotline()
  if (!(failure instanceof ApiProblem) || isConnectionLost(failure))
    return <Failed failure={failure} retry={retry} hotline={hotline} />
  const titles: Partial<Record<string, string>> = {
    CODE_UNKNOWN: '不认识这个二维码',
    CODE_EXPIRED: '二维码已过期',
    CODE_REVOKED: '二维码已停用',
  }
  return (
    <Empty icon="scan" title={titles[failure.code] ?? '二维码打不开'} text={sentenceOf(failure)}>
      <ActionButton text="重新扫码" icon="scan" onTap={() => void scanEntry()} />
      {hotline ? (
        <ActionButton text={`拨打物业 ${hotline}`} kind="quiet" icon="phone" onTap={() => platform.dial(hotline)} />
      ) : (
        <Text className="note">物业电话也写在小区公告栏和二维码下方。</Text>
      )}
      <ActionButton text="回到首页" kind="plain" onTap={() => startAt('pages/home/index')} />
    </Empty>
  )
}
