import { repairActions } from '@yinuo/contracts'
import { useState } from 'react'
import { discard, sendAgain, waitingStore } from '../outbox/repair-outbox.ts'
import { refusedOf } from '../outbox/waiting.ts'
import type { Waiting } from '../outbox/waiting.ts'
import { platform, Text, View } from '../platform'
import { sentenceOf } from '../session/failure.ts'
import { useStore } from '../session/store.ts'
import { ActionButton } from '../ui/button.tsx'
import { Mark } from '../ui/mark.tsx'
import { saidTime } from '../words/time.ts'

/** What the server refused after the fact is told here until its owner decides. */
export function RefusedCards({ repairId, now, onSettled }: { repairId?: string; now: number; onSettled: () => void }) {
  const refused = refusedOf(useStore(waitingStore).queue, repairId)
  return (
    <>
      {refused.map((waiting) => (
        <RefusedCard key={waiting.key} waiting={waiting} now={now} onSettled={onSettled} />
      ))}
    </>
  )
}

function RefusedCard({ waiting, now, onSettled }: { waiting: Waiting; now: number; onSettled: () => void }) {
  const [busy, setBusy] = useState(false)
  const again = async () => {
    setBusy(true)
    try {
      await sendAgain(waiting)
      onSettled()
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    } finally {
      setBusy(false)
    }
  }
  const giveUp = async () => {
    const sure = await platform.ask({
      title: '放弃这次操作？',
      text: '已填写的内容和照片会从手机上删除。',
      yes: '放弃',
      no: '再想想',
    })
    if (!sure) return
    discard(waiting.key)
    onSettled()
  }
  return (
    <View className="card refused">
      <Mark tone="late" icon="warning" text="没有提交成功" />
      <Text className="refused__what">
        {waiting.repairNumber} · {repairActions[waiting.action]} · {saidTime(waiting.madeAt, now)}
      </Text>
      <Text className="refused__why">{waiting.refusal?.detail}</Text>
      <View className="pair">
        <ActionButton text="放弃" kind="plain" small onTap={() => void giveUp()} />
        <ActionButton text="按最新情况重试" small busy={busy} onTap={() => void again()} />
      </View>
    </View>
  )
}
