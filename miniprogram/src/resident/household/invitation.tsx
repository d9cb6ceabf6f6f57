import { ApiProblem } from '@yinuo/api-client'
import { residencyRoles } from '@yinuo/contracts'
import type { Invitation } from '@yinuo/contracts'
import { useRef, useState } from 'react'
import { PhoneNumberButton, platform, startAt, Text, View } from '../../platform'
import { isConnectionLost, sentenceOf } from '../../session/failure.ts'
import { useRemote } from '../../session/remote.ts'
import { call, chooseHome, keepMe, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card, Fact } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { exactTime } from '../../words/time.ts'

/** Who invites to which home, and one tap to live there. */
export function InvitationScreen({ token }: { token: string }) {
  const [accepted, setAccepted] = useState(false)
  const invitation = useRemote(() => call('GET /invitations/{token}', { path: { token } }), [token], { skip: accepted })
  const me = useRemote(refreshMe, [])
  if (invitation.value)
    return (
      <Screen>
        <Place invitation={invitation.value} />
        {me.failure && !me.value ? (
          <Failed failure={me.failure} retry={() => void me.reload()} hotline={invitation.value.hotline} />
        ) : (
          <Answer invitation={invitation.value} token={token} onAccepted={() => setAccepted(true)} />
        )}
      </Screen>
    )
  return (
    <Screen>
      {invitation.failure ? (
        <Unusable failure={invitation.failure} retry={() => void invitation.reload()} />
      ) : (
        <Loading rows={2} />
      )}
    </Screen>
  )
}

function Place({ invitation }: { invitation: Invitation }) {
  return (
    <View className="place">
      <View className="place__picture">
        <Icon name="home" size={34} colour={colours.card} />
      </View>
      <Text className="place__community">{invitation.inviterName}邀请您入住</Text>
      <Text className="place__label">{invitation.unitLabel}</Text>
      <Text className="place__community">{invitation.communityName}</Text>
    </View>
  )
}

interface AnswerProps {
  invitation: Invitation
  token: string
  onAccepted: () => void
}

function Answer({ invitation, token, onAccepted }: AnswerProps) {
  const { me } = useStore(session)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(false)
  // A tap repeated after a lost connection is the same acceptance.
  const key = useRef(platform.uuid())

  const accept = async () => {
    if (busy) return
    setBusy(true)
    try {
      await call('POST /invitations/{token}/accept', { path: { token }, idempotencyKey: key.current })
      onAccepted()
      chooseHome(invitation.unitId)
      await refreshMe()
      platform.tell('已绑定，欢迎回家')
      startAt('pages/home/index')
    } catch (failure) {
      await platform.ask({ title: '没有绑定成功', text: sentenceOf(failure), yes: '知道了' })
    } finally {
      setBusy(false)
    }
  }
  const acceptWithPhone = async (code: string | null) => {
    setRefused(code === null)
    if (code === null) return
    try {
      keepMe(await call('POST /me/phone', { body: { code } }))
    } catch (failure) {
      return platform.tell(sentenceOf(failure))
    }
    await accept()
  }

  return (
    <>
      <Card>
        <Fact name="您的身份">
          <Text>{residencyRoles[invitation.role]}</Text>
        </Fact>
        <Fact name="登记姓名">
          <Text>{invitation.name}</Text>
        </Fact>
        {invitation.validUntil && (
          <Fact name="租期至">
            <Text>{invitation.validUntil}</Text>
          </Fact>
        )}
        {me?.account?.phoneMasked && (
          <Fact name="手机号">
            <Text>{me.account.phoneMasked}</Text>
          </Fact>
        )}
      </Card>
      {me?.account?.phoneMasked ? (
        <ActionButton text="接受邀请" icon="check" busy={busy} onTap={() => void accept()} />
      ) : (
        <PhoneNumberButton className="native-button native-button--main" onCode={(code) => void acceptWithPhone(code)}>
          {busy ? '请稍候…' : '用微信手机号接受邀请'}
        </PhoneNumberButton>
      )}
      {refused && (
        <View className="notice">
          <Text>接受邀请需要微信手机号，师傅上门前才能联系到您。不便授权，可到前台登记。</Text>
        </View>
      )}
      <View className="household__foot">
        <Text className="note">
          接受后可以报修、查看进度。{exactTime(invitation.expiresAt)}前有效。不认识邀请您的人？请不要接受。
        </Text>
      </View>
    </>
  )
}

const titles: Partial<Record<string, string>> = {
  INVITATION_UNKNOWN: '没有这个邀请',
  INVITATION_EXPIRED: '邀请已过期',
  INVITATION_REVOKED: '邀请已撤回',
  INVITATION_USED: '邀请已被接受',
  INVITATION_OWN: '这是您发出的邀请',
  ALREADY_AT_HOME: '您已经住在这里',
}

function Unusable({ failure, retry }: { failure: unknown; retry: () => void }) {
  if (!(failure instanceof ApiProblem) || isConnectionLost(failure) || !titles[failure.code])
    return <Failed failure={failure} retry={retry} />
  return (
    <Empty icon="home" title={titles[failure.code] ?? ''} text={sentenceOf(failure)}>
      <ActionButton text="进入首页" onTap={() => startAt('pages/home/index')} />
    </Empty>
  )
}
