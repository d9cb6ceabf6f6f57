import { repairCategories } from '@yinuo/contracts'
import type { InboxMessage, RepairRow, RepairState } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, Text, useDidShow, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Tap } from '../../ui/tap.tsx'
import { keptDraft } from '../report/kept-draft.ts'

interface Need {
  icon: IconName
  title: string
  text: string
  communityId: string
  repairId: string
}

export function Strip({ icon, title, text, onTap }: { icon: IconName; title: string; text: string; onTap: () => void }) {
  return (
    <Tap className="needs" onTap={onTap} label={title}>
      <View className="needs__picture">
        <Icon name={icon} size={22} colour={colours.accentInk} />
      </View>
      <View className="needs__words">
        <Text className="needs__title">{title}</Text>
        <Text className="needs__text">{text}</Text>
      </View>
      <Icon name="right" size={20} colour={colours.accentInk} />
    </Tap>
  )
}

/** A report that went out and was never answered. */
export function UnsentReport() {
  const [draft, setDraft] = useState(keptDraft)
  useDidShow(() => setDraft(keptDraft()))
  if (!draft.sending) return null
  return (
    <Strip icon="upload" title="有一份报修还没提交成功" text={draft.description} onTap={() => openPage('pages/report/index')} />
  )
}

/** One strip for each thing that waits for this person. */
export function NeedsMe({ repairs, messages }: { repairs: readonly RepairRow[]; messages: readonly InboxMessage[] }) {
  return (
    <>
      {needsOf(repairs, messages).map(({ communityId, repairId, ...words }) => (
        <Strip key={repairId} {...words} onTap={() => openPage(`pages/repair/index?communityId=${communityId}&id=${repairId}`)} />
      ))}
    </>
  )
}

const shownAtMost = 3
const atWork: readonly RepairState[] = ['accepted', 'working', 'waiting']

function needsOf(repairs: readonly RepairRow[], messages: readonly InboxMessage[]): Need[] {
  const offers = messages.flatMap(({ kind, readAt, caseId, communityId, body }) => {
    const unanswered = repairs.some(({ id, state }) => id === caseId && atWork.includes(state))
    return kind === 'repair.charge-offered' && readAt === null && caseId && unanswered
      ? [{ icon: 'yen' as const, title: '师傅报了价，等您同意', text: body, communityId, repairId: caseId }]
      : []
  })
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
