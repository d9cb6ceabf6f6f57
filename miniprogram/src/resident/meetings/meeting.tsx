import { meetingKinds } from '@yinuo/contracts'
import type { OwnMeeting } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, useRouter, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card, Fact } from '../../ui/card.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { exactTime, saidTime } from '../../words/time.ts'
import { NoticeText } from '../notices/notice-text.tsx'
import { BookingForm, OwnBooking } from './booking.tsx'
import { CheckIn } from './check-in.tsx'
import { meetingDay, meetingFace, slotTime } from './meeting-words.ts'
import { Points } from './points.tsx'
import './meetings.scss'

/** One meeting; opened by the code that is shown there, it marks its reader as present first. */
export function MeetingScreen() {
  const { params } = useRouter()
  const [id, setId] = useState(params['id'] ?? '')
  const code = params['checkIn']
  if (!id && code) return <CheckIn code={code} onOpen={setId} />
  return <Meeting id={id} />
}

function Meeting({ id }: { id: string }) {
  const meeting = useRemote(() => call('GET /me/meetings/{id}', { path: { id } }), [id], { keptAs: `meeting.${id}` })
  const changed = (after: OwnMeeting | null) => (after ? meeting.show(after) : void meeting.reload())
  return (
    <Screen>
      <Shown of={meeting}>
        {(shown) => (
          <>
            <About meeting={shown} />
            {shown.mayBook && <BookingForm meeting={shown} onChanged={changed} />}
            {shown.booking && shown.state !== 'cancelled' && <OwnBooking meeting={shown} onChanged={changed} />}
            {shown.state === 'announced' && !shown.mayBook && !shown.booking && (
              <View className="notice">
                <Text>
                  {shown.slots.length > 0 ? '时段已经约满，可以直接到现场或拨打物业电话。' : '已经结束报名，可以直接到现场。'}
                </Text>
              </View>
            )}
            <Minutes meeting={shown} />
            <Points meeting={shown} />
          </>
        )}
      </Shown>
    </Screen>
  )
}

function About({ meeting }: { meeting: OwnMeeting }) {
  const face = meetingFace(meeting, useNow(60))
  return (
    <Card>
      <Text className="board__title">{meeting.title}</Text>
      <Text className="board__about">{[meeting.communityName, meetingKinds[meeting.kind]].join(' · ')}</Text>
      <Mark {...face} />
      {meeting.cancelledBecause && (
        <View className="notice">
          <Text>取消原因：{meeting.cancelledBecause}</Text>
        </View>
      )}
      <Fact name="时间">
        <Text>{meetingDay(meeting.startsAt)} </Text>
        <Text className="meeting__time">
          {slotTime({ at: meeting.startsAt })}–{slotTime({ at: meeting.endsAt })}
        </Text>
      </Fact>
      <Fact name="地点">
        <Text>{meeting.place}</Text>
      </Fact>
      {meeting.attendedAt && (
        <Fact name="签到">
          <Text>{exactTime(meeting.attendedAt)}</Text>
        </Fact>
      )}
      {meeting.agenda.length > 0 && (
        <>
          <Text className="board__heading">议程</Text>
          {meeting.agenda.map((line, at) => (
            <Text key={line} className="board__line">
              {at + 1}. {line}
            </Text>
          ))}
        </>
      )}
    </Card>
  )
}

function Minutes({ meeting: { editions } }: { meeting: OwnMeeting }) {
  const now = useNow(60)
  const [older, setOlder] = useState(false)
  const [current, ...before] = editions
  if (!current) return null
  return (
    <>
      <Card title="会议纪要" note={saidTime(current.at, now)}>
        {current.note && (
          <View className="notice">
            <Text>
              {saidTime(current.at, now)} 更正：{current.note}
            </Text>
          </View>
        )}
        <NoticeText body={current.text} />
        {before.length > 0 && !older && <ActionButton text="查看更正前的纪要" kind="quiet" onTap={() => setOlder(true)} />}
      </Card>
      {older &&
        before.map(({ number, text, at }) => (
          <Card key={number} title={`第 ${number} 版（已更正）`} note={saidTime(at, now)}>
            <NoticeText body={text} />
          </Card>
        ))}
    </>
  )
}
