import { repairCategories } from '@yinuo/contracts'
import type { InboxMessage, RepairRow } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Tap } from '../../ui/tap.tsx'

interface Need {
  icon: IconName
  title: string
  text: string
  communityId: string
  repairId: string
}

/** One strip for each thing that waits for this person. */
export function NeedsMe({ repairs, messages }: { repairs: readonly RepairRow[]; messages: readonly InboxMessage[] }) {
  return (
    <>
      {needsOf(repairs, messages).map((need) => (
        <Tap
          key={need.repairId}
          className="needs"
          onTap={() => openPage(`pages/repair/index?communityId=${need.communityId}&id=${need.repairId}`)}
          label={need.title}
        >
          <View className="needs__picture">
            <Icon name={need.icon} size={22} colour={colours.accentInk} />
          </View>
          <View className="needs__words">
            <Text className="needs__title">{need.title}</Text>
            <Text className="needs__text">{need.text}</Text>
          </View>
          <Icon name="right" size={20} colour={colours.accentInk} />
        </Tap>
      ))}
    </>
  )
}

const shownAtMost = 3

function needsOf(repairs: readonly RepairRow[], messages: readonly InboxMessage[]): Need[] {
  const offers = messages.flatMap(({ kind, readAt, repairId, communityId, body }) =>
    kind === 'repair.charge-offered' && readAt === null && repairId
      ? [{ icon: 'yen' as const, title: '师傅报了价，等您同意', text: body, communityId, repairId }]
      : [],
  )
  const done = repairs
    .filter(({ state }) => state === 'done')
    .map(({ category, description, communityId, id }) => ({
      icon: 'pencil' as const,
      title: '维修完成，请您确认',
      text: `${repairCategories[category].label} · ${description}`,
      communityId,
      repairId: id,
    }))
  return [...offers, ...done.filter(({ repairId }) => !offers.some((offer) => offer.repairId === repairId))].slice(0, shownAtMost)
}
