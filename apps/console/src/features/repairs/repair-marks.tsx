import {
  CarryOutOutlined,
  CheckCircleOutlined,
  CloseCircleOutlined,
  FireFilled,
  InboxOutlined,
  LikeOutlined,
  PauseCircleOutlined,
  SendOutlined,
  ThunderboltFilled,
  ToolOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { repairStates, urgencies } from '@yinuo/contracts'
import type { RepairRow, RepairState, Urgency } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import { useNow } from '../../app/clock.ts'
import { ClockMark } from '../../elements/clock-mark.tsx'
import { StateTag } from '../../elements/tag.tsx'
import type { Tone } from '../../theme/tokens.ts'
import { rowClock } from '../../words/clock.ts'

export const stateLooks: Record<RepairState, { tone: Tone; icon: ReactNode }> = {
  reported: { tone: 'soon', icon: <SendOutlined /> },
  assigned: { tone: 'soon', icon: <UserOutlined /> },
  accepted: { tone: 'onTime', icon: <CarryOutOutlined /> },
  working: { tone: 'onTime', icon: <ToolOutlined /> },
  waiting: { tone: 'waiting', icon: <PauseCircleOutlined /> },
  done: { tone: 'waiting', icon: <LikeOutlined /> },
  closed: { tone: 'done', icon: <CheckCircleOutlined /> },
  archived: { tone: 'done', icon: <InboxOutlined /> },
  cancelled: { tone: 'done', icon: <CloseCircleOutlined /> },
}

export function RepairStateTag({ state }: { state: RepairState }) {
  const { tone, icon } = stateLooks[state]
  return (
    <StateTag tone={tone} icon={icon}>
      {repairStates[state]}
    </StateTag>
  )
}

export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  if (urgency === 'routine') return <span style={{ color: 'var(--secondary)' }}>{urgencies.routine}</span>
  const late = urgency === 'emergency'
  return (
    <span style={{ color: late ? 'var(--late-text)' : 'var(--soon-text)', fontWeight: 600, whiteSpace: 'nowrap' }}>
      {late ? <FireFilled /> : <ThunderboltFilled />} {urgencies[urgency]}
    </span>
  )
}

type Timed = Pick<RepairRow, 'state' | 'dueAt' | 'dueClock' | 'late' | 'paused' | 'reportedAt'>

/** The clock of a row, ticking. */
export function RowClock({ row, filled }: { row: Timed; filled?: boolean }) {
  const now = useNow()
  return <ClockMark wording={rowClock(row, now)} filled={filled} />
}
