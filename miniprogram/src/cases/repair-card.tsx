import { repairCategories, repairStates } from '@yinuo/contracts'
import type { RepairRow } from '@yinuo/contracts'
import { Text, View } from '../platform'
import { colours, stateInks } from '../theme/tokens.ts'
import { Icon } from '../ui/icon.tsx'
import { categoryIcons } from '../ui/icon-paths.ts'
import { Mark } from '../ui/mark.tsx'
import { Tap } from '../ui/tap.tsx'
import { rowFace } from '../words/clock.ts'
import { saidTime } from '../words/time.ts'
import { stateFaces } from './state-tone.ts'

/** One repair in a list, as its reporter sees it. */
export function RepairCard({ repair, now, onTap }: { repair: RepairRow; now: number; onTap: () => void }) {
  const face = rowFace(repair, now)
  const state = stateFaces[repair.state]
  return (
    <Tap
      className="card repair"
      onTap={onTap}
      label={`${repairCategories[repair.category].label}，${repairStates[repair.state]}`}
    >
      <View className="repair__picture">
        <Icon name={categoryIcons[repair.category]} size={24} colour={colours.brand} />
      </View>
      <View className="repair__words">
        <View className="repair__top">
          <Text className="repair__title">{repairCategories[repair.category].label}</Text>
          <Mark {...state} text={repairStates[repair.state]} />
        </View>
        <Text className="repair__about">{repair.description}</Text>
        <View className="repair__bottom">
          <Text className="repair__place">{repair.placeLabel}</Text>
          <Text className="repair__when">{saidTime(repair.reportedAt, now)}</Text>
        </View>
        {face && (
          <View className="repair__clock">
            <Icon name={face.icon} size={15} colour={stateInks[face.tone]} />
            <Text style={{ color: stateInks[face.tone] }}>
              {face.words}
              {repair.assignee ? ` · ${repair.assignee.name}` : ''}
            </Text>
          </View>
        )}
      </View>
    </Tap>
  )
}
