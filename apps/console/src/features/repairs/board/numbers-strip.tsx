import {
  ClockCircleOutlined,
  ExclamationCircleFilled,
  FieldTimeOutlined,
  HourglassOutlined,
  SendOutlined,
  StarFilled,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useCommunity } from '../../../app/community.ts'
import { RetryNote } from '../../../elements/listing.tsx'
import type { Tone } from '../../../theme/tokens.ts'
import { useRepairNumbers } from '../queries.ts'
import styles from './board.module.css'
import { onTimeShare } from './sentences.ts'

export function NumbersStrip() {
  const { communityId } = useCommunity()
  const query = useRepairNumbers(communityId)
  const numbers = query.data
  if (query.isError && !numbers) return <RetryNote query={query} />
  const queue = `/c/${communityId}/repairs`
  return (
    <div className={styles['strip']}>
      <Figure
        icon={<SendOutlined />}
        tone={numbers?.undispatched ? 'soon' : 'done'}
        word="待派单"
        value={numbers?.undispatched}
        note="件等人指派"
        to={`${queue}?state=reported`}
      />
      <Figure
        icon={<FieldTimeOutlined />}
        tone={numbers?.soon ? 'soon' : 'done'}
        word="即将到时"
        value={numbers?.soon}
        note="件快到时限"
        to={queue}
      />
      <Figure
        icon={<ExclamationCircleFilled />}
        tone={numbers?.late ? 'late' : 'done'}
        word="已超时"
        value={numbers?.late}
        note="件承诺未兑现"
        to={`${queue}?late=true`}
      />
      <Figure
        icon={<HourglassOutlined />}
        tone={numbers?.flaggedNoProgress ? 'soon' : 'done'}
        word="久无进展"
        value={numbers?.flaggedNoProgress}
        note="件超期未更新"
        to={queue}
      />
      <Figure
        icon={<ClockCircleOutlined />}
        tone="onTime"
        word="本月按时"
        value={numbers && onTimeShare(numbers)}
        note={numbers ? `${numbers.onTimeThisMonth} / ${numbers.closedThisMonth} 件` : ''}
      />
      <Figure
        icon={<StarFilled />}
        tone="onTime"
        word="本月评分"
        value={numbers && (numbers.ratingThisMonth === null ? '—' : numbers.ratingThisMonth.toFixed(1))}
        note="满分 5 分"
      />
    </div>
  )
}

interface FigureProps {
  icon: ReactNode
  tone: Tone
  word: string
  value: ReactNode
  note: string
  to?: string
}

function Figure({ icon, tone, word, value, note, to }: FigureProps) {
  const inside = (
    <>
      <span className={styles['word']} data-tone={tone}>
        {icon} {word}
      </span>
      <strong>{value ?? '…'}</strong>
      <small>{note}</small>
    </>
  )
  return to ? (
    <Link to={to} className={styles['figure']}>
      {inside}
    </Link>
  ) : (
    <div className={styles['figure']}>{inside}</div>
  )
}
