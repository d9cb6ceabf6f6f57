import { meetingLimits } from '@yinuo/contracts'
import type { OwnMeeting } from '@yinuo/contracts'
import { useState } from 'react'
import { useSend } from '../../complaints/use-send.ts'
import { platform, Text, View } from '../../platform'
import { call, homeOf, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card, Fact } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { LongField } from '../../ui/field.tsx'
import { meetingDay, slotTime } from './meeting-words.ts'
import './meetings.scss'

interface Props {
  meeting: OwnMeeting
  /** what the server answered, or that it should be asked anew */
  onChanged: (meeting: OwnMeeting | null) => void
}

/** A slot where there are slots, and what somebody wants to raise. */
export function BookingForm({ meeting, onChanged }: Props) {
  const { id, slots, communityId } = meeting
  const home = homeOf(useStore(session))
  const [slotAt, setSlotAt] = useState<string | null>(null)
  const [topic, setTopic] = useState('')
  const { send, busy } = useSend()
  const isCut = slots.length > 0
  const isThere = meeting.attendedAt !== null
  const book = async () => {
    const body = {
      ...(slotAt && { slotAt }),
      ...(topic.trim() && { topic: topic.trim() }),
      ...(home?.communityId === communityId && { unitId: home.unitId }),
    }
    let booked: OwnMeeting | null = null
    await send(
      async (idempotencyKey) => {
        booked = await call('POST /me/meetings/{id}/book', { path: { id }, body, idempotencyKey })
      },
      isThere ? '已提交' : '已预约',
    )
    onChanged(booked)
  }
  return (
    <Card title={isCut ? '预约时段' : isThere ? '还有想谈的事？' : '我要参加'} note={isCut ? meetingDay(meeting.startsAt) : ''}>
      {isCut && (
        <View className="slots">
          <Choices
            of={slots
              .filter(({ free }) => free > 0)
              .map((slot) => ({ value: slot.at, text: slotTime(slot), note: `剩 ${slot.free} 位` }))}
            chosen={slotAt}
            onChoose={setSlotAt}
          />
        </View>
      )}
      <LongField
        value={topic}
        onChange={setTopic}
        hint="想谈什么事？写下来，会一直跟进到有答复（可不填）"
        most={meetingLimits.topic}
        short
      />
      <ActionButton
        text={isCut ? (slotAt ? `预约 ${slotTime({ at: slotAt })}` : '请先选一个时段') : isThere ? '提交' : '我会参加'}
        busy={busy}
        disabled={isCut ? !slotAt : isThere && topic.trim() === ''}
        onTap={() => void book()}
      />
    </Card>
  )
}

/** What somebody booked, and giving it back. */
export function OwnBooking({ meeting, onChanged }: Props) {
  const { send, busy } = useSend()
  const booking = meeting.booking!
  const giveBack = async () => {
    const sure = await platform.ask({
      title: '取消预约？',
      text: '取消后这个位置会让给别人，可以重新预约。',
      yes: '取消预约',
      no: '再想想',
    })
    if (!sure) return
    let after: OwnMeeting | null = null
    await send(async (idempotencyKey) => {
      after = await call('POST /me/meetings/{id}/cancel-booking', { path: { id: meeting.id }, idempotencyKey })
    }, '已取消预约')
    onChanged(after)
  }
  return (
    <Card title="我的预约">
      {booking.slotAt && (
        <Fact name="时段">
          <Text>
            {meetingDay(booking.slotAt)} {slotTime({ at: booking.slotAt })}
          </Text>
        </Fact>
      )}
      <Fact name="房屋">
        <Text>{booking.unitLabel}</Text>
      </Fact>
      <Fact name="想谈的事">
        <Text>{booking.topic || '没有写，可以当场说'}</Text>
      </Fact>
      {meeting.state === 'announced' && !meeting.attendedAt && (
        <ActionButton text="取消预约" kind="quiet" busy={busy} onTap={() => void giveBack()} />
      )}
    </Card>
  )
}
