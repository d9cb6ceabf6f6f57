import { placeKinds } from '@yinuo/contracts'
import type { Home, Place } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call, homeOf, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Tap } from '../../ui/tap.tsx'
import { scanEntry } from '../entry/scan-entry.ts'
import type { DraftPlace } from './draft.ts'
import { placeOfHome } from './place-of-home.ts'

const shownAtOnce = 30

/** My homes first, then what everybody shares; or scan the code that hangs there. */
export function PlaceSheet({ onClose, onChoose }: { onClose: () => void; onChoose: (place: DraftPlace) => void }) {
  const known = useStore(session)
  const home = homeOf(known)
  const [sought, setSought] = useState('')
  const places = useRemote(
    () => call('GET /communities/{communityId}/places', { path: { communityId: home?.communityId ?? '' } }),
    [home?.communityId],
    { skip: !home },
  )
  const found = (places.value ?? []).filter((place) => place.label.includes(sought.trim()))

  return (
    <Sheet title="哪里要修" onClose={onClose}>
      <ActionButton
        text="扫现场的二维码"
        icon="scan"
        kind="quiet"
        onTap={() => {
          onClose()
          void scanEntry()
        }}
      />
      {known.me?.homes.map((one) => (
        <Line
          key={one.unitId}
          icon="home"
          text={one.unitLabel}
          note={`${one.communityName} · 户内`}
          onTap={() => onChoose(placeOfHome(one))}
        />
      ))}
      {home && (
        <Line
          icon="building"
          text="小区公共区域"
          note={home.communityName}
          onTap={() => onChoose({ ...placeOfHome(home), kind: 'community', id: null, label: '小区公共区域' })}
        />
      )}
      {home && (places.value?.length ?? 0) > 0 && (
        <>
          <TextField label="公共部位和设施" value={sought} onChange={setSought} hint="输入楼号或名称，例如 3号楼、电梯" />
          {found.slice(0, shownAtOnce).map((place) => (
            <Line
              key={place.id}
              icon={iconOf(place)}
              text={place.label}
              note={placeKinds[place.kind]}
              onTap={() => onChoose(publicPlace(home, place))}
            />
          ))}
          {found.length > shownAtOnce && <Text className="note">还有 {found.length - shownAtOnce} 处，请输入名称查找</Text>}
          {found.length === 0 && <Text className="note">没有找到，可以选“小区公共区域”，再用文字说明位置。</Text>}
        </>
      )}
    </Sheet>
  )
}

function Line({ icon, text, note, onTap }: { icon: IconName; text: string; note: string; onTap: () => void }) {
  return (
    <Tap className="row row--lined" onTap={onTap} label={text}>
      <Icon name={icon} colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">{text}</Text>
        <Text className="row__note">{note}</Text>
      </View>
    </Tap>
  )
}

function publicPlace(home: Home, place: Place): DraftPlace {
  return { ...placeOfHome(home), kind: place.kind, id: place.id, label: place.label }
}

function iconOf(place: Place): IconName {
  if (place.kind === 'building') return 'building'
  return place.kind === 'asset' ? 'lift' : 'pin'
}
