import { complaintCategories, complaintSorts, complaintStates } from '@yinuo/contracts'
import type { ComplaintRow } from '@yinuo/contracts'
import { Text, View } from '../platform'
import { colours, stateInks } from '../theme/tokens.ts'
import { Icon } from '../ui/icon.tsx'
import { Mark } from '../ui/mark.tsx'
import { Tap } from '../ui/tap.tsx'
import { rowFace } from '../words/clock.ts'
import { saidTime } from '../words/time.ts'
import { complaintFaces } from './complaint-faces.ts'

/** One complaint in a list. */
export function ComplaintCard({ complaint, now, onTap }: { complaint: ComplaintRow; now: number; onTap: () => void }) {
  const face = rowFace({ ...complaint, paused: false }, now)
  const title = `${complaintSorts[complaint.sort]} · ${complaintCategories[complaint.category]}`
  return (
    <Tap className="card repair" onTap={onTap} label={`${title}，${complaintStates[complaint.state]}`}>
      <View className="repair__picture">
        <Icon name={complaint.anonymous ? 'shield' : 'pencil'} size={24} colour={colours.brand} />
      </View>
      <View className="repair__words">
        <View className="repair__top">
          <Text className="repair__title">{title}</Text>
          <Mark {...complaintFaces[complaint.state]} text={complaintStates[complaint.state]} />
        </View>
        <Text className="repair__about">{complaint.description}</Text>
        <View className="repair__bottom">
          <Text className="repair__place">{complaint.anonymous ? '匿名' : complaint.placeLabel}</Text>
          <Text className="repair__when">{saidTime(complaint.reportedAt, now)}</Text>
        </View>
        {face && (
          <View className="repair__clock">
            <Icon name={face.icon} size={15} colour={stateInks[face.tone]} />
            <Text style={{ color: stateInks[face.tone] }}>{face.words}</Text>
          </View>
        )}
      </View>
    </Tap>
  )
}
