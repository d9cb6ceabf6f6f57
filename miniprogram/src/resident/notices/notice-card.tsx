import { noticeCategories } from '@yinuo/contracts'
import type { BoardNoticeRow } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidTime } from '../../words/time.ts'

/** One notice of the board, with what marks it. */
export function NoticeCard({ notice, now }: { notice: BoardNoticeRow; now: number }) {
  const { id, title, excerpt, category, publishedAt, pinned, urgent, corrected, hasFiles, unread } = notice
  const marks = [pinned && '置顶', urgent && '紧急', corrected && '已更正', hasFiles && '有附件'].filter(Boolean)
  return (
    <Tap
      className={`card message${unread ? ' message--new' : ''}`}
      onTap={() => openPage(`pages/notice/index?id=${id}`)}
      label={[unread && '未读', ...marks, title].filter(Boolean).join('，')}
    >
      <View className="message__picture">
        <Icon name={pinned ? 'pin' : 'horn'} size={22} colour={unread ? colours.brand : colours.secondary} />
      </View>
      <View className="message__words">
        <View className="message__top">
          <Text className="message__title">{title}</Text>
          {unread && <View className="message__dot" />}
        </View>
        <Text className="message__body">{excerpt}</Text>
        <Text className="message__when">{[...marks, noticeCategories[category], saidTime(publishedAt, now)].join(' · ')}</Text>
      </View>
    </Tap>
  )
}
