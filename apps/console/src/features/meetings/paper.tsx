import { meetingKinds } from '@yinuo/contracts'
import type { MeetingView } from '@yinuo/contracts'
import { Checkbox, Spin } from 'antd'
import { useState } from 'react'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { PrintButton, Sheet, SheetPart, Signatures } from '../../elements/sheet.tsx'
import { exactTime } from '../../words/time.ts'
import { useCode } from './code-screen.tsx'
import { useEverybody } from './queries.ts'

const EMPTY_LINES = 10

/** Agenda and sign-in sheet, for the table by the door. */
export function Paper({ meeting }: { meeting: MeetingView }) {
  const { communityId, name } = useCommunity()
  const everybody = useEverybody(communityId, meeting.id)
  const code = useCode(meeting)
  const [withTopics, setWithTopics] = useState(true)
  if (everybody.isError) return <RetryNote query={everybody} />
  if (!everybody.data) return <Spin />
  const { agenda, topics, slots, title, kind, place, startsAt, endsAt } = meeting
  return (
    <>
      <div style={{ display: 'flex', gap: 12, alignItems: 'center', justifyContent: 'flex-end', marginBottom: 12 }}>
        <Checkbox checked={withTopics} onChange={(event) => setWithTopics(event.target.checked)}>
          印上住户想谈的事
        </Checkbox>
        <PrintButton />
      </div>
      <Sheet
        title={title}
        about={`${name} · ${meetingKinds[kind]} · ${exactTime(startsAt).slice(0, 16)}–${exactTime(endsAt).slice(11, 16)} · ${place}`}
      >
        <SheetPart title="议程">
          <ol style={{ margin: 0, paddingLeft: 20 }}>
            {[...agenda, ...(withTopics ? topics.map(({ text }) => text) : [])].map((line, at) => (
              <li key={`${at} ${line}`}>{line}</li>
            ))}
          </ol>
        </SheetPart>
        <SheetPart title="签到表">
          <table>
            <thead>
              <tr>
                {slots.length > 0 && <th>时段</th>}
                <th>房屋</th>
                <th>姓名</th>
                <th style={{ width: '30%' }}>签名</th>
              </tr>
            </thead>
            <tbody>
              {everybody.data.map((guest) => (
                <tr key={guest.id}>
                  {slots.length > 0 && <td>{guest.slotAt ? exactTime(guest.slotAt).slice(11, 16) : ''}</td>}
                  <td>{guest.unitLabel}</td>
                  <td>{guest.name}</td>
                  <td>{guest.attendedAt ? `已签到 ${exactTime(guest.attendedAt).slice(11, 16)}` : ''}</td>
                </tr>
              ))}
              {Array.from({ length: EMPTY_LINES }, (_, at) => (
                <tr key={at} style={{ height: 34 }}>
                  {slots.length > 0 && <td />}
                  <td />
                  <td />
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </SheetPart>
        {code.data && (
          <div style={{ marginTop: 20, textAlign: 'center' }}>
            <img src={code.data.picture} alt="签到二维码" style={{ width: 160, height: 160 }} />
            <div>微信扫码签到</div>
          </div>
        )}
        <Signatures who={['主持人', '记录人']} />
      </Sheet>
    </>
  )
}
