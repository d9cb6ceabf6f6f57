import type { UnitRow } from '@yinuo/contracts'
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

interface UnitSheetProps {
  communityId: string
  buildingId: string | null
  onClose: () => void
  onChoose: (unit: { id: string; label: string }) => void
}

/** Building first, then the home in it. */
export function UnitSheet({ communityId, buildingId, onClose, onChoose }: UnitSheetProps) {
  const [building, setBuilding] = useState<string | null>(buildingId)
  return (
    <Sheet title={building ? '选择房号' : '选择楼栋'} onClose={onClose}>
      {building ? (
        <Units communityId={communityId} buildingId={building} onChoose={onChoose} onBack={() => setBuilding(null)} />
      ) : (
        <Buildings communityId={communityId} onChoose={setBuilding} />
      )}
    </Sheet>
  )
}

function Buildings({ communityId, onChoose }: { communityId: string; onChoose: (id: string) => void }) {
  const places = useRemote(() => call('GET /communities/{communityId}/places', { path: { communityId } }), [communityId])
  return (
    <Shown of={places}>
      {(list) => (
        <View className="choices choices--wrap">
          {list
            .filter((place) => place.kind === 'building')
            .map((place) => (
              <Tap key={place.id} className="choice" onTap={() => onChoose(place.id)} label={place.label}>
                <Text className="choice__text">{place.label}</Text>
              </Tap>
            ))}
        </View>
      )}
    </Shown>
  )
}

function Units({
  communityId,
  buildingId,
  onChoose,
  onBack,
}: {
  communityId: string
  buildingId: string
  onChoose: (unit: UnitRow) => void
  onBack: () => void
}) {
  const [sought, setSought] = useState('')
  const units = useRemote(
    () => call('GET /communities/{communityId}/units', { path: { communityId }, query: { buildingId, query: sought.trim() } }),
    [communityId, buildingId, sought],
  )
  return (
    <>
      <Tap className="bar__link" onTap={onBack}>
        <Text>重新选楼栋</Text>
      </Tap>
      <TextField label="房号" value={sought} onChange={setSought} hint="输入单元或房号，例如 601" />
      <Shown of={units}>
        {(page) => (
          <>
            {page.items.map((unit) => (
              <Tap key={unit.id} className="row row--lined" onTap={() => onChoose(unit)} label={unit.label}>
                <Icon name="home" colour={colours.brand} />
                <Text className="row__text">{unit.label}</Text>
              </Tap>
            ))}
            {page.items.length === 0 && <Text className="note">没有这个房号，请核对或到前台办理。</Text>}
            {page.nextCursor && <Text className="note">还有更多，请输入房号查找</Text>}
          </>
        )}
      </Shown>
    </>
  )
}
