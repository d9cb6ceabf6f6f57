import { meetingKinds } from '@yinuo/contracts'
import type { OwnMeetingRow } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Tap } from '../../ui/tap.tsx'
import { meetingFace, meetingTime, slotTime } from './meeting-words.ts'

/** One meeting: when and where, and where its reader stands to it. */
export function MeetingCard({ meeting, now }: { meeting: OwnMeetingRow; now: number }) {
  const { id, kind, title, place, booking, points, unanswered, state } = meeting
  const face = meetingFace(meeting, now)
  const answers = points === 0 || state === 'announced' ? '' : unanswered > 0 ? `${unanswered} 件待答复` : `${points} 件都已答复`
  const about = [title.includes(meetingKinds[kind]) ? '' : meetingKinds[kind], answers].filter(Boolean).join(' · ')
  return (
    <Tap className="card message" onTap={() => openPage(`pages/meeting/index?id=${id}`)} label={`${title}，${face.text}`}>
      <View className="message__picture">
        <Icon name="people" size={22} colour={colours.brand} />
      </View>
      <View className="message__words">
        <View className="message__top">
          <Text className="message__title">{title}</Text>
        </View>
        <Text className="message__body">
          {meetingTime(meeting, now)} · {place}
        </Text>
        <View>
          <Mark
            tone={face.tone}
            icon={face.icon}
            text={booking?.slotAt ? `${face.text} ${slotTime({ at: booking.slotAt })}` : face.text}
          />
        </View>
        {about && <Text className="message__when">{about}</Text>}
      </View>
    </Tap>
  )
}
