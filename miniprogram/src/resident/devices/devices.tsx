import { sessionClients } from '@yinuo/contracts'
import type { SessionRow } from '@yinuo/contracts'
import { useState } from 'react'
import { platform, startAt, Text, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, leaveEverywhere } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { saidTime } from '../../words/time.ts'

/** Where this person is signed in, and ending it. */
export function DevicesScreen() {
  const sessions = useRemote(() => call('GET /me/sessions'), [])
  const [busy, setBusy] = useState(false)
  const ending = async (question: string, end: () => Promise<void>, done: string) => {
    if (!(await platform.ask({ title: question, text: '那里需要重新登录才能继续使用。', yes: '退出', no: '取消' }))) return
    setBusy(true)
    try {
      await end()
      platform.tell(done)
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    } finally {
      setBusy(false)
      void sessions.reload()
    }
  }
  const endOne = ({ id, device }: SessionRow) =>
    ending(`退出“${device}”？`, () => call('DELETE /me/sessions/{id}', { path: { id } }), '已退出该设备')
  const endOthers = () => ending('退出其他设备？', () => call('POST /me/sessions/sign-out-others'), '已退出其他设备')
  const endAll = async () => {
    const sure = await platform.ask({ title: '退出所有设备？', text: '包括这一台，之后可随时再登录。', yes: '退出', no: '取消' })
    if (!sure) return
    setBusy(true)
    try {
      await leaveEverywhere()
      startAt('pages/me/index')
    } catch (failure) {
      platform.tell(sentenceOf(failure))
      setBusy(false)
    }
  }

  return (
    <Screen>
      <Shown of={sessions}>
        {(shown) => (
          <>
            <Card flush>
              {shown.map((each) => (
                <Device key={each.id} session={each} busy={busy} onEnd={() => void endOne(each)} />
              ))}
            </Card>
            <Text className="note">不认识的设备请立即退出；员工还应请项目经理重设密码。</Text>
            {shown.length > 1 && <ActionButton text="退出其他设备" kind="quiet" busy={busy} onTap={() => void endOthers()} />}
            <ActionButton text="退出所有设备" kind="danger" busy={busy} onTap={() => void endAll()} />
          </>
        )}
      </Shown>
    </Screen>
  )
}

function Device({ session, busy, onEnd }: { session: SessionRow; busy: boolean; onEnd: () => void }) {
  const now = useNow(60)
  const { client, device, addressMasked, since, lastSeenAt, current } = session
  const lastSeen = current ? '正在使用' : `最近使用 ${saidTime(lastSeenAt ?? since, now)}`
  return (
    <View className="row row--lined">
      <Icon name={client === 'console' ? 'building' : 'phone'} colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">{current ? `${device}（本机）` : device}</Text>
        <Text className="row__note">
          {sessionClients[client]} · {lastSeen}
        </Text>
        <Text className="row__note">
          {saidTime(since, now)}登录{addressMasked ? ` · ${addressMasked}` : ''}
        </Text>
      </View>
      {!current && <ActionButton text="退出" kind="quiet" small busy={busy} onTap={onEnd} />}
    </View>
  )
}
