import { useState } from 'react'
import { startAt, Text, useRouter, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useRemote } from '../../session/remote.ts'
import { call, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Failed, Loading } from '../../ui/states.tsx'

/** Lets the console in with what this phone already proves. */
export function SignInScreen() {
  const { params } = useRouter()
  const ticket = params['ticket'] ?? params['scene'] ?? ''
  const { me } = useStore(session)
  const known = useRemote(refreshMe, [])
  const [busy, setBusy] = useState(false)
  const [state, setState] = useState<'asking' | 'approved' | string>('asking')
  const approve = async () => {
    setBusy(true)
    try {
      await call('POST /sessions/tickets/{ticket}/approve', { path: { ticket } })
      setState('approved')
    } catch (failure) {
      setState(sentenceOf(failure))
    } finally {
      setBusy(false)
    }
  }

  if (!me)
    return (
      <Screen work>
        {known.failure ? <Failed failure={known.failure} retry={() => void known.reload()} /> : <Loading rows={2} />}
      </Screen>
    )
  const may = me.staff !== null && ticket !== ''
  return (
    <Screen
      work
      foot={
        state === 'asking' && may ? (
          <View className="pair">
            <ActionButton text="取消" kind="plain" onTap={() => startAt('staff/today/index')} />
            <ActionButton text="确认登录" busy={busy} onTap={() => void approve()} />
          </View>
        ) : (
          <ActionButton text="完成" onTap={() => startAt(me.staff ? 'staff/today/index' : 'pages/home/index')} />
        )
      }
    >
      <View className="empty">
        <View className="empty__picture">
          <Icon
            name={state === 'approved' ? 'done' : state === 'asking' && may ? 'scan' : 'warning'}
            size={44}
            colour={colours.brand}
          />
        </View>
        <Text className="empty__title">
          {state === 'approved' ? '已确认' : state !== 'asking' ? '没有成功' : may ? '登录物业管理后台' : '不能登录'}
        </Text>
        <Text className="empty__text">
          {state === 'approved'
            ? '电脑上会自动进入，请在电脑上继续。'
            : state !== 'asking'
              ? state
              : may
                ? `将以 ${me.staff?.name ?? ''}（${me.staff?.companyName ?? ''}）的身份登录电脑端。如果不是您本人在操作，请取消。`
                : '只有物业员工可以扫码登录后台，或二维码不完整，请刷新后重扫。'}
        </Text>
      </View>
    </Screen>
  )
}
