import type { Rooms } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'

const shownAtOnce = 60

interface UnitSheetProps {
  communityId: string
  buildingId: string | null
  onClose: () => void
  onChoose: (unit: Rooms['units'][number]) => void
}

/** Building first, then the home in it. */
export function UnitSheet({ communityId, buildingId, onClose, onChoose }: UnitSheetProps) {
  const [building, setBuilding] = useState(buildingId)
  const [sought, setSought] = useState('')
  const rooms = useRemote(
    () => call('GET /communities/{communityId}/rooms', { path: { communityId }, query: { buildingId: building } }),
    [communityId, building],
  )
  return (
    <Sheet title={building ? '选择房号' : '选择楼栋'} onClose={onClose}>
      <Shown of={rooms}>
        {({ buildings, units }) => {
          const found = units.filter((unit) => unit.label.includes(sought.trim()))
          if (!building) {
            return (
              <View className="choices">
                {buildings.map(({ id, name }) => (
                  <Tap key={id} className="choice" onTap={() => setBuilding(id)} label={name}>
                    <Text className="choice__text">{name}</Text>
                  </Tap>
                ))}
              </View>
            )
          }
          return (
            <>
              <Tap className="bar__link" onTap={() => setBuilding(null)}>
                <Text>重新选楼栋</Text>
              </Tap>
              <TextField label="房号" value={sought} onChange={setSought} hint="输入单元或房号，例如 601" />
              {found.slice(0, shownAtOnce).map((unit) => (
                <Tap key={unit.id} className="row row--lined" onTap={() => onChoose(unit)} label={unit.label}>
                  <Icon name="home" colour={colours.brand} />
                  <Text className="row__text">{unit.label}</Text>
                </Tap>
              ))}
              {found.length === 0 && <Text className="note">没有这个房号，请核对或到前台办理。</Text>}
              {found.length > shownAtOnce && <Text className="note">还有 {found.length - shownAtOnce} 套，请输入房号查找</Text>}
            </>
          )
        }}
      </Shown>
    </Sheet>
  )
}
