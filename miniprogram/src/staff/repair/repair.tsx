import type { RepairAction, RepairView } from '@yinuo/contracts'
import { repairActions } from '@yinuo/contracts'
import { useEffect, useState } from 'react'
import { CaseFacts } from '../../cases/case-facts.tsx'
import { CaseHead } from '../../cases/case-head.tsx'
import { CauseCard } from '../../cases/cause-card.tsx'
import { ChargeCard } from '../../cases/charge-card.tsx'
import { Person } from '../../cases/person.tsx'
import { RefusedCards } from '../../cases/refused-card.tsx'
import { settle } from '../../cases/settle.ts'
import { Timeline } from '../../cases/timeline.tsx'
import { act, waitingStore } from '../../outbox/repair-outbox.ts'
import { Text, useRouter, View } from '../../platform'
import { readMessagesOf } from '../../session/inbox.ts'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { askSubscriptions, fetchOffers } from '../../session/subscriptions.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidMoney } from '../../words/money.ts'
import { expectedActions } from './expected-actions.ts'
import { keptName } from './kept-case.ts'
import type { WorkStep } from './work-sheets.tsx'
import { WorkSheet } from './work-sheets.tsx'

export function StaffRepairScreen() {
  const { params } = useRouter()
  const path = { communityId: params['communityId'] ?? '', id: params['id'] ?? '' }
  const queue = useStore(waitingStore).queue
  const repair = useRemote(
    () => call('GET /communities/{communityId}/repairs/{id}', { path }),
    [path.communityId, path.id, queue.length],
    {
      everySeconds: 10,
      keptAs: keptName(path.id),
    },
  )
  useRemote(fetchOffers, [])
  const state = repair.value?.state
  useEffect(() => {
    if (state) readMessagesOf(path.id).catch(() => undefined)
  }, [state])
  const [step, setStep] = useState<WorkStep | null>(null)
  const waits = queue.filter((waiting) => waiting.repairId === path.id && !waiting.refusal)
  const may = repair.value ? expectedActions(repair.value.allowedActions, waits) : []

  return (
    <Screen
      work
      foot={
        repair.value &&
        footSteps.some((step) => may.includes(step)) && (
          <Foot repair={repair.value} may={may} open={setStep} reload={repair.reload} />
        )
      }
    >
      <Shown of={repair} rows={4}>
        {(value) => (
          <>
            {(repair.failure !== null || waits.length > 0) && (
              <View className="notice notice--row">
                <Icon name={repair.failure ? 'offline' : 'upload'} size={18} colour={colours.accentInk} />
                <Text className="notice__text">
                  {repair.failure ? '网络不通，可以继续干活' : '正在上传'}
                  {waits.length > 0 ? ` · 待上传：${waits.map(({ action }) => repairActions[action]).join('、')}` : ''}
                </Text>
              </View>
            )}
            <Case repair={value} may={may} open={setStep} reload={repair.reload} />
            {step && <WorkSheet repair={value} step={step} onClose={() => setStep(null)} onDone={() => void repair.reload()} />}
          </>
        )}
      </Shown>
    </Screen>
  )
}

interface CaseProps {
  repair: RepairView
  may: readonly RepairAction[]
  open: (step: WorkStep) => void
  reload: () => Promise<void>
}

function Case({ repair, may, open, reload }: CaseProps) {
  const now = useNow(5)
  return (
    <>
      <RefusedCards repairId={repair.id} now={now} onSettled={() => void reload()} />
      <CaseHead repair={repair} now={now} />
      <View className="card where">
        <Icon name="pin" size={26} colour={colours.brand} />
        <Text className="where__text">{repair.placeLabel}</Text>
      </View>
      <Person name={repair.reporterName} about="报修人" phone={repair.reporterPhone} call="打电话" />
      <MoreSteps may={may} open={open} />
      <CauseCard communityId={repair.communityId} caseId={repair.id} state={repair.state} />
      <ChargeCard charge={repair.charge} />
      <Materials repair={repair} />
      <CaseFacts repair={repair} now={now} />
      {repair.assignedBecause.length > 0 && (
        <Card title="为什么派给这位">
          {repair.assignedBecause.map(({ rule, text }) => (
            <View key={rule} className="because">
              <Icon name="check" size={16} colour={colours.brand} />
              <Text className="because__text">{text}</Text>
            </View>
          ))}
        </Card>
      )}
      <Timeline events={repair.timeline} now={now} />
    </>
  )
}

const lesserSteps: readonly { step: WorkStep; icon: IconName }[] = [
  { step: 'note', icon: 'pencil' },
  { step: 'add-materials', icon: 'box' },
  { step: 'offer-charge', icon: 'yen' },
  { step: 'wait', icon: 'pause' },
  { step: 'transfer', icon: 'swap' },
]

function MoreSteps({ may, open }: Pick<CaseProps, 'may' | 'open'>) {
  const shown = lesserSteps.filter(({ step }) => may.includes(step))
  if (shown.length === 0) return null
  return (
    <View className="steps">
      {shown.map(({ step, icon }) => (
        <Tap key={step} className="step" onTap={() => open(step)} label={repairActions[step]}>
          <Icon name={icon} size={26} colour={colours.brand} />
          <Text className="step__text">{repairActions[step]}</Text>
        </Tap>
      ))}
    </View>
  )
}

function Materials({ repair }: { repair: RepairView }) {
  if (repair.materials.length === 0 && repair.labourMinutes === null) return null
  return (
    <Card title="用料与工时">
      {repair.materials.map((material) => (
        <View key={material.id} className="money">
          <Text className="money__what">
            {material.name} × {material.quantity} {material.unit}
          </Text>
          <Text className="money__sum">{saidMoney(material.quantity * material.unitPriceFen)}</Text>
        </View>
      ))}
      {repair.labourMinutes !== null && <Text className="note">工时 {repair.labourMinutes} 分钟</Text>}
    </Card>
  )
}

const footSteps: readonly RepairAction[] = ['accept', 'arrive', 'resume', 'finish']

function Foot({ repair, may, open, reload }: CaseProps) {
  const [busy, setBusy] = useState(false)
  const go = async (action: 'accept' | 'resume', done: string) => {
    setBusy(true)
    if (action === 'accept') await askSubscriptions('work')
    await settle(await act(repair, action, {}), done)
    await reload()
    setBusy(false)
  }
  if (may.includes('accept')) {
    return (
      <View className="pair">
        {may.includes('decline') && <ActionButton text="退回" kind="plain" onTap={() => open('decline')} />}
        <ActionButton text="接单" icon="check" busy={busy} onTap={() => void go('accept', '已接单')} />
      </View>
    )
  }
  if (may.includes('arrive')) return <ActionButton text="我到现场了" icon="arrive" onTap={() => open('arrive')} />
  if (may.includes('resume'))
    return <ActionButton text="继续处理" icon="play" busy={busy} onTap={() => void go('resume', '已继续处理')} />
  if (may.includes('finish')) return <ActionButton text="拍照完工" icon="camera" onTap={() => open('finish')} />
  return null
}
