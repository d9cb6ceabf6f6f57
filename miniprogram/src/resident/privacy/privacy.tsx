import { personalGroups, privacyTerms } from '@yinuo/contracts'
import type { MyPrivacy, MyPrivacyRequest, PersonalHolding } from '@yinuo/contracts'
import { useState } from 'react'
import { platform, scrollToTop, Text, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Fault } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { PrivacyWords } from '../me/privacy-words.tsx'
import { DeletionSheet } from './deletion-sheet.tsx'
import { isWaiting, requestWords } from './request-words.ts'

/** What we hold of whoever looks, and what they can ask of it. */
export function PrivacyScreen() {
  const privacy = useRemote(() => call('GET /me/privacy'), [])
  return (
    <Screen>
      <Shown of={privacy}>{(shown) => <Privacy shown={shown} renew={() => void privacy.reload()} />}</Shown>
    </Screen>
  )
}

function Privacy({ shown, renew }: { shown: MyPrivacy; renew: () => void }) {
  const [leaving, setLeaving] = useState(false)
  const [wordsShown, setWordsShown] = useState(false)
  const cooling = shown.requests.find(({ kind, state }) => kind === 'deletion' && state === 'cooling')
  return (
    <>
      {cooling && <Cooling request={cooling} renew={renew} />}
      <Holdings of={shown.holdings} />
      {shown.atOnce ? (
        <Text className="note">您还没有绑定房屋，我们保存的就是上面这些，不需要导出。</Text>
      ) : (
        <Copy requests={shown.requests} renew={renew} />
      )}
      <Card flush>
        <Tap className="row row--lined" onTap={() => setWordsShown(true)} label="隐私保护说明">
          <Icon name="shield" colour={colours.brand} />
          <View className="row__words">
            <Text className="row__text">隐私保护说明</Text>
          </View>
          <Icon name="right" size={18} colour={colours.secondary} />
        </Tap>
      </Card>
      {!cooling && <ActionButton text="注销账号" kind="danger" icon="leave" onTap={() => setLeaving(true)} />}
      {leaving && (
        <DeletionSheet
          privacy={shown}
          onClose={() => setLeaving(false)}
          onAsked={() => {
            setLeaving(false)
            renew()
            scrollToTop()
          }}
        />
      )}
      {wordsShown && <PrivacyWords onClose={() => setWordsShown(false)} />}
    </>
  )
}

function Holdings({ of: holdings }: { of: PersonalHolding[] }) {
  return (
    <Card title="我们保存了什么" note="已打码" flush>
      {holdings.map(({ group, shown }) => (
        <View key={group} className="row row--lined">
          <View className="row__words">
            <Text className="row__text">{personalGroups[group]}</Text>
            <Text className="row__note">{shown}</Text>
          </View>
        </View>
      ))}
    </Card>
  )
}

/** A deletion that can still be taken back stands on top of everything. */
function Cooling({ request, renew }: { request: MyPrivacyRequest; renew: () => void }) {
  const now = useNow(60)
  const { busy, fault, run } = useDoing()
  const [key] = useState(() => platform.uuid())
  const withdraw = () =>
    run(async () => {
      const path = { id: request.id }
      await call('POST /me/privacy-requests/{id}/withdraw', { path, idempotencyKey: key })
      platform.tell('已撤回，账号照常使用')
      renew()
    })
  return (
    <Card title="账号正在注销">
      <Text className="note">{requestWords(request, now)}</Text>
      {fault && <Fault>{fault}</Fault>}
      <ActionButton text="撤回注销" icon="refresh" busy={busy} onTap={() => void withdraw()} />
    </Card>
  )
}

function Copy({ requests, renew }: { requests: MyPrivacyRequest[]; renew: () => void }) {
  const now = useNow(60)
  const { busy, fault, run } = useDoing()
  const exports = requests.filter(({ kind }) => kind === 'export')
  const isPreparing = exports.some(isWaiting)
  const ask = () =>
    run(async () => {
      await call('POST /me/privacy-requests', { body: { kind: 'export' }, idempotencyKey: platform.uuid() })
      platform.tell('已受理，备好后会在“消息”里告诉您')
      renew()
    })
  const open = (id: string, form: 'pdfUrl' | 'jsonUrl') =>
    run(async () => platform.openFile((await call('GET /me/privacy-requests/{id}/links', { path: { id } }))[form]))
  return (
    <Card title="导出我的信息" note={`备好后 ${privacyTerms.downloadDays} 天内可下载`}>
      <Text className="note">我们把与您有关的全部记录做成一份 PDF（便于阅读）和一份数据文件，只有您本人能打开。</Text>
      {exports.slice(0, 3).map((request) => (
        <View key={request.id} className="copy">
          <Text className="row__note">{requestWords(request, now)}</Text>
          {request.state === 'ready' && (
            <View className="copy__acts">
              <ActionButton text="打开 PDF" small icon="box" busy={busy} onTap={() => void open(request.id, 'pdfUrl')} />
              {platform.name === 'h5' && (
                <ActionButton text="数据文件" small kind="quiet" busy={busy} onTap={() => void open(request.id, 'jsonUrl')} />
              )}
            </View>
          )}
        </View>
      ))}
      {fault && <Fault>{fault}</Fault>}
      {!isPreparing && <ActionButton text="申请导出" kind="quiet" icon="upload" busy={busy} onTap={() => void ask()} />}
    </Card>
  )
}

/** One thing at a time, and why it was not done. */
function useDoing() {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setFault(null)
    await work().catch((failure: unknown) => setFault(sentenceOf(failure)))
    setBusy(false)
  }
  return { busy, fault, run }
}
