import { residencyRoles } from '@yinuo/contracts'
import type { HouseholdMember } from '@yinuo/contracts'
import { useState } from 'react'
import { platform, Text } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { DayField, Fault } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { today } from '../../words/time.ts'

interface MemberSheetProps {
  communityId: string
  member: HouseholdMember
  onClose: () => void
  onDone: () => void
}

/** What an owner may change about somebody who lives with them. */
export function MemberSheet({ communityId, member, onClose, onDone }: MemberSheetProps) {
  const path = { communityId, id: member.id }
  const [validUntil, setValidUntil] = useState(member.validUntil ?? '')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const doing = async (work: () => Promise<void>, said: string) => {
    setBusy(true)
    setFault(null)
    try {
      await work()
      platform.tell(said)
      onDone()
    } catch (failure) {
      setFault(sentenceOf(failure))
      setBusy(false)
    }
  }
  const limit = () =>
    doing(
      () => call('PUT /communities/{communityId}/household-members/{id}/term', { path, body: { validUntil } }),
      '截止日已更新',
    )
  const end = async () => {
    const sure = await platform.ask({
      title: `移出${member.name}？`,
      text: `${member.name}马上看不到这套房屋的报修和通知。`,
      yes: '移出',
      no: '取消',
    })
    if (sure) await doing(() => call('POST /communities/{communityId}/household-members/{id}/end', { path }), '已移出')
  }

  return (
    <Sheet title={member.name} onClose={onClose}>
      <Text className="note">
        {residencyRoles[member.role]} · {member.phoneMasked}
      </Text>
      <DayField
        label={member.role === 'tenant' ? '租期到哪天' : '住到哪天'}
        value={validUntil}
        hint="长期居住可不选"
        from={today()}
        onChange={setValidUntil}
        fault={null}
      />
      {fault && <Fault>{fault}</Fault>}
      <ActionButton
        text="保存截止日"
        kind="quiet"
        busy={busy}
        disabled={!validUntil || validUntil === member.validUntil}
        onTap={() => void limit()}
      />
      <ActionButton text="马上移出" kind="danger" icon="leave" busy={busy} onTap={() => void end()} />
    </Sheet>
  )
}
