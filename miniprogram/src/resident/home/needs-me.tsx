import { repairCategories } from '@yinuo/contracts'
import type { RepairRow } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tap } from '../../ui/tap.tsx'

/** One strip for what waits for this person. */
export function NeedsMe({ repairs }: { repairs: readonly RepairRow[] }) {
  const toConfirm = repairs.filter((repair) => repair.state === 'done')
  const first = toConfirm[0]
  if (!first) return null
  return (
    <Tap className="needs" onTap={() => openPage(`pages/repair/index?communityId=${first.communityId}&id=${first.id}`)}>
      <View className="needs__picture">
        <Icon name="pencil" size={22} colour={colours.accentInk} />
      </View>
      <View className="needs__words">
        <Text className="needs__title">{toConfirm.length > 1 ? `${toConfirm.length} 件维修等您确认` : '维修完成，请您确认'}</Text>
        <Text className="needs__text">
          {repairCategories[first.category].label} · {first.description}
        </Text>
      </View>
      <Icon name="right" size={20} colour={colours.accentInk} />
    </Tap>
  )
}
