import { ClockCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { meetingPromises, meetingStates } from '@yinuo/contracts'
import type { PromisedMeeting } from '@yinuo/contracts'
import { Alert, Skeleton } from 'antd'
import { Link } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { spokenDay } from '../../words/time.ts'
import { useMeetingSchedule } from './queries.ts'

/** What the adopted standard wants next, and until when. */
export function Schedule() {
  const { communityId } = useCommunity()
  const query = useMeetingSchedule(communityId)
  if (query.isError) return <RetryNote query={query} />
  if (!query.data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return (
    <div style={{ display: 'grid', gap: 8, marginBottom: 12 }}>
      {query.data.promises.map((promise) => (
        <Promised key={promise.promised} promise={promise} />
      ))}
    </div>
  )
}

function Promised({ promise: { promised, everyMonths, dueOn, late, lastHeldAt, next } }: { promise: PromisedMeeting }) {
  const { communityId } = useCommunity()
  return (
    <Alert
      type={late ? 'error' : 'info'}
      showIcon
      icon={late ? <WarningOutlined /> : <ClockCircleOutlined />}
      title={
        <>
          {meetingPromises[promised]}：{late ? '已过标准期限' : '按标准最迟'} <strong>{spokenDay(dueOn)}</strong>
          {late && '，请尽快召开'}
        </>
      }
      description={
        <>
          标准承诺每 {everyMonths} 个月至少一次 ·{' '}
          {lastHeldAt ? (
            <>
              上次 <TimeText at={lastHeldAt} />
            </>
          ) : (
            '还没有召开过'
          )}{' '}
          ·{' '}
          {next ? (
            <>
              下次 <Link to={`/c/${communityId}/meetings/${next.id}`}>{next.title}</Link>（{meetingStates[next.state]}，
              <TimeText at={next.startsAt} />）
            </>
          ) : (
            '下次还没有安排'
          )}
        </>
      }
    />
  )
}
