import type { RepairView } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { CaseFacts } from '../../cases/case-facts.tsx'
import { CaseHead } from '../../cases/case-head.tsx'
import { ChargeCard } from '../../cases/charge-card.tsx'
import { Person } from '../../cases/person.tsx'
import { RefusedCards } from '../../cases/refused-card.tsx'
import { settle } from '../../cases/settle.ts'
import { Timeline } from '../../cases/timeline.tsx'
import { act, waitingStore } from '../../outbox/repair-outbox.ts'
import { lastWaiting } from '../../outbox/waiting.ts'
import { Text, useRouter, View } from '../../platform'
import { readMessagesOf } from '../../session/inbox.ts'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, homeOf, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { NoteSheet, ReasonSheet } from './reason-sheet.tsx'
import { RateSheet } from './rate-sheet.tsx'
import { Rating } from './rating.tsx'

type Open = 'confirm' | 'reopen' | 'cancel' | 'refuse-charge' | 'note' | null

export function RepairScreen() {
  const { params } = useRouter()
  const path = { communityId: params['communityId'] ?? '', id: params['id'] ?? '' }
  const repair = useRemote(() => call('GET /communities/{communityId}/repairs/{id}', { path }), [path.communityId, path.id], {
    everySeconds: 10,
  })
  const [open, setOpen] = useState<Open>(null)
  const known = useStore(session)
  const state = repair.value?.state
  useEffect(() => {
    if (state) readMessagesOf(path.id).catch(() => undefined)
  }, [state])
  return (
    <Screen foot={repair.value && footOf(repair.value, setOpen)}>
      <Shown of={repair} rows={4} hotline={homeOf(known)?.hotline ?? null}>
        {(value) => <Case repair={value} reload={repair.reload} open={open} setOpen={setOpen} stale={repair.failure !== null} />}
      </Shown>
    </Screen>
  )
}

function Case({
  repair,
  reload,
  open,
  setOpen,
  stale,
}: {
  repair: RepairView
  reload: () => Promise<void>
  open: Open
  setOpen: (what: Open) => void
  stale: boolean
}) {
  const now = useNow(5)
  const close = () => setOpen(null)
  const waits = lastWaiting(useStore(waitingStore).queue, repair.id)
  return (
    <>
      {stale && (
        <View className="notice notice--row">
          <Icon name="offline" size={18} colour={colours.accentInk} />
          <Text className="notice__text">网络不通，显示的是刚才的情况</Text>
        </View>
      )}
      {waits && (
        <View className="notice notice--row">
          <Icon name="upload" size={18} colour={colours.accentInk} />
          <Text className="notice__text">您的操作已保存，联网后自动提交</Text>
        </View>
      )}
      <RefusedCards repairId={repair.id} now={now} onSettled={() => void reload()} />
      <CaseHead repair={repair} now={now} />
      {repair.assignee && (
        <Person name={repair.assignee.name} about="负责您这次维修的师傅" phone={repair.assigneePhone} call="打电话" />
      )}
      <ChargeCard charge={repair.charge}>
        {repair.allowedActions.includes('agree-charge') && <ChargeAnswer repair={repair} reload={reload} />}
      </ChargeCard>
      <Rating repair={repair} />
      <Timeline events={repair.timeline} now={now} />
      <CaseFacts repair={repair} now={now} />
      {repair.allowedActions.includes('cancel') && <ActionButton text="取消报修" kind="plain" onTap={() => setOpen('cancel')} />}
      {open === 'confirm' && <RateSheet repair={repair} onClose={close} onDone={() => void reload()} />}
      {open === 'note' && <NoteSheet repair={repair} onClose={close} onDone={() => void reload()} />}
      {(open === 'reopen' || open === 'cancel' || open === 'refuse-charge') && (
        <ReasonSheet repair={repair} action={open} onClose={close} onDone={() => void reload()} />
      )}
    </>
  )
}

function ChargeAnswer({ repair, reload }: { repair: RepairView; reload: () => Promise<void> }) {
  const [refusing, setRefusing] = useState(false)
  const [busy, setBusy] = useState(false)
  const agree = async () => {
    setBusy(true)
    await settle(await act(repair, 'agree-charge', {}), '已同意报价，师傅会继续处理')
    await reload()
    setBusy(false)
  }
  return (
    <>
      <Text className="note">您同意后师傅才会开始收费项目；不同意不影响免费部分。</Text>
      <View className="pair">
        <ActionButton text="不同意" kind="plain" onTap={() => setRefusing(true)} />
        <ActionButton text="同意报价" busy={busy} onTap={() => void agree()} />
      </View>
      {refusing && (
        <ReasonSheet repair={repair} action="refuse-charge" onClose={() => setRefusing(false)} onDone={() => void reload()} />
      )}
    </>
  )
}

function footOf(repair: RepairView, open: (what: Open) => void): ReactNode {
  const may = (action: RepairView['allowedActions'][number]) => repair.allowedActions.includes(action)
  if (may('confirm')) {
    return (
      <View className="pair">
        {may('reopen') && <ActionButton text="没修好" kind="plain" onTap={() => open('reopen')} />}
        <ActionButton text="确认修好并评价" icon="check" onTap={() => open('confirm')} />
      </View>
    )
  }
  if (!may('note') && !may('reopen')) return null
  return (
    <View className="pair">
      {may('note') && <ActionButton text="补充说明" kind="quiet" icon="pencil" onTap={() => open('note')} />}
      {may('reopen') && <ActionButton text="又坏了" kind="quiet" onTap={() => open('reopen')} />}
    </View>
  )
}
