import type { HomeVehicle } from '@yinuo/contracts'
import { useState } from 'react'
import { platform, Text } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Fault } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { noteOfVehicle, shownPlate } from './vehicle-draft.ts'

interface VehicleSheetProps {
  communityId: string
  vehicle: HomeVehicle
  onClose: () => void
  onRemoved: () => void
}

export function VehicleSheet({ communityId, vehicle, onClose, onRemoved }: VehicleSheetProps) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const remove = async () => {
    const sure = await platform.ask({
      title: `注销 ${shownPlate(vehicle.plate)}？`,
      text: '注销后它不再是这套房屋登记的车，以后可以重新登记。',
      yes: '注销',
      no: '取消',
    })
    if (!sure) return
    setBusy(true)
    setFault(null)
    try {
      await call('POST /communities/{communityId}/household-vehicles/{id}/remove', { path: { communityId, id: vehicle.id } })
      platform.tell('车辆已注销')
      onRemoved()
    } catch (failure) {
      setFault(sentenceOf(failure))
      setBusy(false)
    }
  }

  return (
    <Sheet title={shownPlate(vehicle.plate)} onClose={onClose}>
      <Text className="note">{noteOfVehicle(vehicle)}</Text>
      {fault && <Fault>{fault}</Fault>}
      <ActionButton text="注销这辆车" kind="danger" icon="close" busy={busy} onTap={() => void remove()} />
    </Sheet>
  )
}
