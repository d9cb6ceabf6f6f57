import { useState } from 'react'
import { Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { LongField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import type { StepProps } from './step-props.ts'
import { useStep } from './use-step.ts'

export function TransferSheet(props: StepProps) {
  const { repair } = props
  const step = useStep(props)
  const candidates = useRemote(
    () =>
      call('GET /communities/{communityId}/repairs/{id}/candidates', {
        path: { communityId: repair.communityId, id: repair.id },
      }),
    [repair.id],
  )
  const [staffId, setStaffId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  return (
    <Sheet title="转给谁？" onClose={props.onClose}>
      <Shown of={candidates}>
        {(list) => {
          const able = list.filter(({ qualified, staffId: id }) => qualified && id !== repair.assignee?.id)
          return (
            <>
              {able.map((candidate) => (
                <Tap
                  key={candidate.staffId}
                  className="row row--lined"
                  onTap={() => setStaffId(candidate.staffId)}
                  chosen={candidate.staffId === staffId}
                >
                  <Icon name="user" colour={colours.brand} />
                  <View className="row__words">
                    <Text className="row__text">{candidate.name}</Text>
                    <Text className="row__note">
                      {candidate.onDuty ? '在岗' : '不在岗'} · 手上 {candidate.openRepairs} 件
                    </Text>
                  </View>
                  {candidate.staffId === staffId && <Icon name="check" size={22} colour={colours.brand} />}
                </Tap>
              ))}
              {able.length === 0 && <Text className="about">没有别的有资质的同事，请联系主管。</Text>}
            </>
          )
        }}
      </Shown>
      <LongField value={reason} onChange={setReason} hint="为什么转" short most={200} />
      <ActionButton
        text="转单"
        busy={step.busy}
        disabled={staffId === null || reason.trim().length < 2}
        onTap={() => staffId && void step.send('transfer', { staffId, reason: reason.trim() }, '已转单')}
      />
    </Sheet>
  )
}
