import { MOST_VEHICLES_BY_PHONE } from '@yinuo/contracts'
import type { HomeVehicle, HomeVehicles } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { RegisterVehicleSheet } from './register-vehicle-sheet.tsx'
import { noteOfSpace, noteOfVehicle, shownPlate } from './vehicle-draft.ts'
import { VehicleSheet } from './vehicle-sheet.tsx'

/** The vehicles and spaces of a home; its owners and tenants register and remove vehicles. */
export function Vehicles({ communityId, unitId }: { communityId: string; unitId: string }) {
  const vehicles = useRemote(
    () => call('GET /communities/{communityId}/household-vehicles', { path: { communityId }, query: { unitId } }),
    [communityId, unitId],
  )
  const [registering, setRegistering] = useState(false)
  const [opened, setOpened] = useState<HomeVehicle | null>(null)
  const done = () => {
    setRegistering(false)
    setOpened(null)
    void vehicles.reload()
  }
  return (
    <Shown of={vehicles} rows={1}>
      {(shown) => (
        <View className="household__vehicles">
          <Card title="车辆与车位" flush>
            {shown.vehicles.length + shown.spaces.length === 0 && (
              <View className="row">
                <Text className="row__note">还没有登记车辆和车位。登记车牌后，门岗和前台能认出您的车。</Text>
              </View>
            )}
            {shown.vehicles.map((vehicle) => (
              <Vehicle key={vehicle.id} vehicle={vehicle} onTap={() => setOpened(vehicle)} />
            ))}
            {shown.spaces.map((space) => (
              <Space key={space.id} space={space} />
            ))}
          </Card>
          {shown.mayRegister && <Registering count={shown.vehicles.length} onTap={() => setRegistering(true)} />}
          {registering && (
            <RegisterVehicleSheet
              communityId={communityId}
              unitId={unitId}
              onClose={() => setRegistering(false)}
              onRegistered={done}
            />
          )}
          {opened && <VehicleSheet communityId={communityId} vehicle={opened} onClose={() => setOpened(null)} onRemoved={done} />}
        </View>
      )}
    </Shown>
  )
}

function Vehicle({ vehicle, onTap }: { vehicle: HomeVehicle; onTap: () => void }) {
  const note = noteOfVehicle(vehicle)
  return (
    <Tap className="row row--lined" disabled={!vehicle.mayRemove} onTap={onTap} label={`${shownPlate(vehicle.plate)}，${note}`}>
      <Icon name="car" colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">{shownPlate(vehicle.plate)}</Text>
        <Text className="row__note">{note}</Text>
      </View>
      {vehicle.mayRemove && <Icon name="right" size={18} colour={colours.secondary} />}
    </Tap>
  )
}

function Space({ space }: { space: HomeVehicles['spaces'][number] }) {
  return (
    <View className="row row--lined">
      <Icon name="parking" colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">车位 {space.label}</Text>
        <Text className="row__note">{noteOfSpace(space)}</Text>
      </View>
    </View>
  )
}

function Registering({ count, onTap }: { count: number; onTap: () => void }) {
  if (count >= MOST_VEHICLES_BY_PHONE)
    return (
      <View className="household__foot">
        <Text className="note">手机最多登记 {MOST_VEHICLES_BY_PHONE} 辆车。再登记请到前台办理，或先注销不用的车。</Text>
      </View>
    )
  return <ActionButton text="登记车辆" kind="quiet" icon="plus" onTap={onTap} />
}
