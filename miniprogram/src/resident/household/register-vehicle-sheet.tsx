import { codesOf, vehicleKinds } from '@yinuo/contracts'
import { useRef, useState } from 'react'
import { platform, Text } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Fault, TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { VehicleDraft } from './vehicle-draft.ts'
import { plateFault, vehicleOf } from './vehicle-draft.ts'

interface RegisterVehicleSheetProps {
  communityId: string
  unitId: string
  onClose: () => void
  onRegistered: () => void
}

export function RegisterVehicleSheet({ communityId, unitId, onClose, onRegistered }: RegisterVehicleSheetProps) {
  const [draft, setDraft] = useState<VehicleDraft>({ kind: 'car', plate: '', description: '' })
  const change = (part: Partial<VehicleDraft>) => setDraft((before) => ({ ...before, ...part }))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const key = useRef<{ key: string; body: string } | null>(null)

  const register = async () => {
    setTried(true)
    if (busy || plateFault(draft)) return
    setBusy(true)
    setFault(null)
    const body = vehicleOf(draft, unitId)
    // The same vehicle keeps its key; a changed one is another.
    const written = JSON.stringify(body)
    if (key.current?.body !== written) key.current = { key: platform.uuid(), body: written }
    try {
      await call('POST /communities/{communityId}/household-vehicles', {
        path: { communityId },
        body,
        idempotencyKey: key.current.key,
      })
      platform.tell('车辆已登记')
      onRegistered()
    } catch (failure) {
      setFault(sentenceOf(failure))
      setBusy(false)
    }
  }

  return (
    <Sheet title="登记车辆" onClose={onClose}>
      <Text className="field__label">车辆类型</Text>
      <Choices
        of={codesOf(vehicleKinds).map((value) => ({ value, text: vehicleKinds[value] }))}
        chosen={draft.kind}
        onChoose={(kind) => change({ kind })}
      />
      <TextField
        label="车牌"
        value={draft.plate}
        hint="照车牌填写，如 沪A12345"
        most={20}
        onChange={(plate) => change({ plate })}
        fault={tried ? plateFault(draft) : null}
      />
      <TextField
        label="颜色、品牌（可不填）"
        value={draft.description}
        hint="例如：白色 比亚迪"
        most={40}
        onChange={(description) => change({ description })}
      />
      <Text className="note">登记的车牌只给本小区物业使用。</Text>
      {fault && <Fault>{fault}</Fault>}
      <ActionButton text="登记" busy={busy} onTap={() => void register()} />
    </Sheet>
  )
}
