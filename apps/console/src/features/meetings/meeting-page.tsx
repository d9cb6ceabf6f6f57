import { meetingKinds } from '@yinuo/contracts'
import type { MeetingView } from '@yinuo/contracts'
import { Alert, Segmented } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { exactTime } from '../../words/time.ts'
import { dueDay } from './due-day.ts'
import { MeetingTag } from './marks.tsx'
import { Minutes } from './minutes.tsx'
import { Paper } from './paper.tsx'
import { Participants } from './participants.tsx'
import { Points } from './points.tsx'
import { useMeeting } from './queries.ts'
import { Steps } from './steps.tsx'
import { Slots } from './slots.tsx'

const views = { about: '议程', guests: '预约与签到', points: '提出的问题', minutes: '纪要', paper: '打印' }
type View = keyof typeof views

/** One meeting: what about, who comes, what was raised, what was written down, and its paper. */
export function MeetingPage() {
  const { id = '' } = useParams()
  const { communityId } = useCommunity()
  const may = useMay()
  const query = useMeeting(communityId, id)
  const meeting = query.data
  const [search, setSearch] = useSearchParams()
  const view = (Object.keys(views) as View[]).find((each) => each === search.get('view')) ?? 'about'
  return (
    <Page
      title={meeting?.title ?? '会议'}
      about={
        meeting && (
          <>
            <MeetingTag meeting={meeting} /> {meetingKinds[meeting.kind]} · <TimeText at={meeting.startsAt} /> ·{' '}
            {meeting.place || '地点未定'} · {meeting.audienceText}
          </>
        )
      }
      actions={meeting && may('meetings.edit') && <Steps meeting={meeting} />}
    >
      <Listing query={query} count={meeting ? 1 : 0} empty={<EmptyPlace title="没有这次会议" />}>
        {meeting && (
          <>
            <Segmented<View>
              aria-label="看什么"
              style={{ marginBottom: 12 }}
              value={view}
              onChange={(next) => setSearch({ view: next }, { replace: true })}
              options={(Object.keys(views) as View[]).map((value) => ({ value, label: labelOf(value, meeting) }))}
            />
            {view === 'about' && <About meeting={meeting} />}
            {view === 'guests' && <Participants meeting={meeting} />}
            {view === 'points' && <Points meeting={meeting} />}
            {view === 'minutes' && <Minutes meeting={meeting} />}
            {view === 'paper' && <Paper meeting={meeting} />}
          </>
        )}
      </Listing>
    </Page>
  )
}

function labelOf(view: View, { booked, attended, points, unanswered }: MeetingView): string {
  if (view === 'guests') return `${views.guests}（${booked} / ${attended}）`
  if (view === 'points' && points > 0) return `${views.points}（${unanswered > 0 ? `${unanswered} 件待答复` : `${points} 件`}）`
  return views[view]
}

function About({ meeting }: { meeting: MeetingView }) {
  const { agenda, topics, slots, dueOn, plannedByName, cancelledBecause, startsAt, endsAt } = meeting
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {cancelledBecause && <Alert type="warning" showIcon title={`已取消：${cancelledBecause}`} />}
      <Panel title="时间和议程" padded>
        <p>
          {exactTime(startsAt).slice(0, 16)} 至 {exactTime(endsAt).slice(11, 16)}
          {dueOn && ` · 按标准最迟 ${dueDay(dueOn)}`} · {plannedByName ? `${plannedByName}安排` : '系统按服务标准拟定'}
        </p>
        {agenda.length > 0 ? (
          <ol style={{ margin: '12px 0 0', paddingLeft: 20, lineHeight: 2 }}>
            {agenda.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        ) : (
          <p style={{ color: 'var(--secondary)' }}>还没有写议程。</p>
        )}
      </Panel>
      <Panel title={`住户想谈的事（${topics.length}）`} padded>
        {topics.length === 0 ? (
          <p style={{ color: 'var(--secondary)' }}>
            住户预约时写下的话题会列在这里；登记已召开时，每个话题自动成为一条要答复的问题。
          </p>
        ) : (
          <ol style={{ margin: 0, paddingLeft: 20, lineHeight: 2 }}>
            {topics.map((topic) => (
              <li key={topic.bookingId}>
                {topic.text}
                <span style={{ color: 'var(--secondary)' }}>
                  {' '}
                  —— {topic.unitLabel} {topic.residentName}
                  {topic.slotAt && `，${exactTime(topic.slotAt).slice(11, 16)}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Panel>
      {slots.length > 0 && <Slots slots={slots} />}
    </div>
  )
}
