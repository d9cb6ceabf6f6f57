import { complaintSorts, complaintStates } from '@yinuo/contracts'
import type { ComplaintRow, ComplaintState } from '@yinuo/contracts'
import { Tag } from 'antd'
import { useNow } from '../../app/clock.ts'
import { ClockMark } from '../../elements/clock-mark.tsx'
import { StateTag } from '../../elements/tag.tsx'
import type { Tone } from '../../theme/tokens.ts'
import { clockWording } from '../../words/clock.ts'

const tones: Record<ComplaintState, Tone> = {
  registered: 'soon',
  assigned: 'soon',
  investigating: 'onTime',
  proposed: 'waiting',
  'carrying-out': 'onTime',
  done: 'waiting',
  'followed-up': 'done',
  archived: 'done',
  withdrawn: 'done',
}

export function ComplaintStateTag({ state }: { state: ComplaintState }) {
  return <StateTag tone={tones[state]}>{complaintStates[state]}</StateTag>
}

/** What sort it is, and what sets it apart. */
export function ComplaintMarks({ row }: { row: ComplaintRow }) {
  return (
    <span style={{ display: 'inline-flex', gap: 6 }}>
      <Tag>{complaintSorts[row.sort]}</Tag>
      {row.complex && <Tag color="purple">复杂</Tag>}
      {row.anonymous && <Tag color="default">匿名</Tag>}
    </span>
  )
}

/** The clock of a row that is due next, ticking. */
export function DueMark({ row }: { row: ComplaintRow }) {
  const now = useNow()
  if (!row.dueAt || !row.dueClock) return null
  const { dueClock: name, dueAt, reportedAt: startedAt } = row
  const still = { pausedAt: null, pausedBecause: null, stoppedAt: null, breachedAt: null, escalatedTo: null }
  const targetMinutes = Math.round((Date.parse(dueAt) - Date.parse(startedAt)) / 60_000)
  return (
    <ClockMark
      wording={clockWording({ ...still, name, dueAt, startedAt, targetMinutes, state: row.late ? 'late' : 'running' }, now)}
    />
  )
}
