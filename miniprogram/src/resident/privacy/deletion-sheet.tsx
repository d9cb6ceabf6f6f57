import { personalGroups, privacyTerms } from '@yinuo/contracts'
import type { MyPrivacy } from '@yinuo/contracts'
import { useState } from 'react'
import { platform, startAt, Text, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { call, leave } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Fault } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'

interface DeletionSheetProps {
  privacy: MyPrivacy
  onClose: () => void
  onAsked: () => void
}

/** Says plainly what goes, what stays, why and how long – and asks once more. */
export function DeletionSheet({ privacy: { holdings, atOnce }, onClose, onAsked }: DeletionSheetProps) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [key] = useState(() => platform.uuid())
  const ask = async () => {
    const sure = await platform.ask({
      title: '确认注销账号？',
      text: atOnce ? '马上注销，不能恢复。' : `${privacyTerms.coolingDays} 天内可以撤回，之后不能恢复。`,
      yes: '确认注销',
      no: '再想想',
    })
    if (!sure) return
    setBusy(true)
    setFault(null)
    try {
      const { done } = await call('POST /me/privacy-requests', { body: { kind: 'deletion' }, idempotencyKey: key })
      if (!done) return onAsked()
      await leave()
      startAt('pages/me/index')
    } catch (failure) {
      setFault(sentenceOf(failure))
      setBusy(false)
    }
  }
  return (
    <Sheet title="注销账号" onClose={onClose}>
      <Text className="note">
        {atOnce
          ? '您还没有绑定房屋，确认后马上注销并退出登录。'
          : `提交后有 ${privacyTerms.coolingDays} 天冷静期，这期间照常使用，也可以随时撤回。到期后您会退出登录，并按下面处理：`}
      </Text>
      {holdings
        .filter(({ group }) => !atOnce || group === 'account')
        .map(({ group, onDeletion }) => (
          <View key={group} className="chapter">
            <Text className="chapter__title">{personalGroups[group]}</Text>
            <Text className="chapter__text">{onDeletion}</Text>
          </View>
        ))}
      {fault && <Fault>{fault}</Fault>}
      <ActionButton text="申请注销" kind="danger" icon="leave" busy={busy} onTap={() => void ask()} />
      <ActionButton text="不注销了" kind="plain" onTap={onClose} />
    </Sheet>
  )
}
