import { CheckCircleOutlined, ClockCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { meetingPromises, meetingStates } from '@yinuo/contracts'
import type { PromisedMeeting } from '@yinuo/contracts'
import { Skeleton } from 'antd'
import { Link } from 'react-router'
import { useNow } from '../../app/clock.ts'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { endOfDay } from '../../words/time.ts'
import { dueDay } from './due-day.ts'
import styles from './meetings.module.css'
import { useMeetingSchedule } from './queries.ts'

const SOON_MS = 30 * 24 * 3_600_000

/** What the adopted standard wants next, and until when. */
export function Schedule() {
  const { communityId } = useCommunity()
  const query = useMeetingSchedule(communityId)
  if (query.isError) return <RetryNote query={query} />
  if (!query.data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return (
    <div className={styles['promises']}>
      {query.data.promises.map((promise) => (
        <Promised key={promise.promised} promise={promise} />
      ))}
    </div>
  )
}

function Promised({ promise }: { promise: PromisedMeeting }) {
  const { communityId } = useCommunity()
  const { promised, everyMonths, dueOn, late, lastHeldAt, next } = promise
  return (
    <section className={styles['promise']} data-late={late}>
      <h3>
        {meetingPromises[promised]} <Standing promise={promise} />
      </h3>
      <p>
        {late ? '按标准最迟应在' : '按标准最迟'} <strong>{dueDay(dueOn)}</strong>
        {late && '，请尽快召开'}
      </p>
      <p className={styles['about']}>
        每 {everyMonths} 个月至少一次 · {lastHeldAt ? '上次 ' : '还没有召开过'}
        {lastHeldAt && <TimeText at={lastHeldAt} />}
      </p>
      <p className={styles['about']}>
        {next ? (
          <>
            下次 <Link to={`/c/${communityId}/meetings/${next.id}`}>{next.title}</Link>（{meetingStates[next.state]}，
            <TimeText at={next.startsAt} />）
          </>
        ) : (
          '下次还没有安排'
        )}
      </p>
    </section>
  )
}

function Standing({ promise: { dueOn, late, next } }: { promise: PromisedMeeting }) {
  const now = useNow()
  if (late)
    return (
      <StateTag tone="late" icon={<WarningOutlined />}>
        已逾期
      </StateTag>
    )
  if (next && Date.parse(next.startsAt) < Date.parse(endOfDay(dueOn)))
    return (
      <StateTag tone="onTime" icon={<CheckCircleOutlined />}>
        已安排
      </StateTag>
    )
  if (Date.parse(endOfDay(dueOn)) - now < SOON_MS)
    return (
      <StateTag tone="soon" icon={<ClockCircleOutlined />}>
        该安排了
      </StateTag>
    )
  return null
}
