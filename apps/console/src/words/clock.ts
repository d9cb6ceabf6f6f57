import { clockNames, repairStates } from '@yinuo/contracts'
import type { ClockName, ClockView, RepairRow } from '@yinuo/contracts'
import type { Tone } from '../theme/tokens.ts'
import { exactTime, spokenLength } from './time.ts'

export interface ClockWording {
  tone: Tone
  /** "还剩 13 分钟" */
  text: string
  /** for hover: what runs, and until when exactly */
  exact: string
}

/** The share of its span after which a running clock is drawn as "soon". Only a matter of looks: the server warns and escalates. */
const SOON_AFTER = 0.75

/** The clock of a row in a list: the one that is due next. */
export function rowClock(
  row: Pick<RepairRow, 'state' | 'dueAt' | 'dueClock' | 'late' | 'paused' | 'reportedAt'>,
  now: number,
): ClockWording {
  if (row.paused) return { tone: 'waiting', text: '计时暂停', exact: '等待期间不计时' }
  if (!row.dueAt || !row.dueClock) {
    const exact = '这一状态没有在走的时限'
    return row.state === 'done'
      ? { tone: 'waiting', text: '等住户确认', exact }
      : { tone: 'done', text: repairStates[row.state], exact }
  }
  return running(row.dueClock, row.reportedAt, row.dueAt, row.late, now)
}

/** One clock of a case. */
export function clockWording(clock: ClockView, now: number): ClockWording {
  const { name, state } = clock
  const exact = `${clockNames[name]}时限 ${exactTime(clock.dueAt)}`
  if (state === 'kept') return { tone: 'done', text: '按时完成', exact: stoppedExact(clock) }
  if (state === 'broken') return { tone: 'late', text: `超时${lateBy(clock)}完成`, exact: stoppedExact(clock) }
  if (state === 'stopped') return { tone: 'done', text: '已停止', exact }
  if (state === 'paused') return { tone: 'waiting', text: '计时暂停', exact: clock.pausedBecause ?? exact }
  const wording = running(name, clock.startedAt, clock.dueAt, state === 'late', now)
  return state === 'soon' && wording.tone === 'onTime' ? { ...wording, tone: 'soon' } : wording
}

function running(name: ClockName, startedAt: string, dueAt: string, late: boolean, now: number): ClockWording {
  const due = Date.parse(dueAt)
  const exact = `${clockNames[name]}时限 ${exactTime(dueAt)}`
  if (late || now >= due) return { tone: 'late', text: now > due ? `已超时 ${spokenLength(now - due)}` : '已超时', exact }
  const started = Date.parse(startedAt)
  const tone = now - started >= (due - started) * SOON_AFTER ? 'soon' : 'onTime'
  return { tone, text: `还剩 ${spokenLength(due - now)}`, exact }
}

const stoppedExact = (clock: ClockView) =>
  clock.stoppedAt ? `${exactTime(clock.stoppedAt)} 完成，时限 ${exactTime(clock.dueAt)}` : ''

function lateBy(clock: ClockView): string {
  if (!clock.stoppedAt) return ''
  return ` ${spokenLength(Date.parse(clock.stoppedAt) - Date.parse(clock.dueAt))}`
}
