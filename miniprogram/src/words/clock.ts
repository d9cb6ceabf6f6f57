import { clockNames } from '@yinuo/contracts'
import type { ClockName, ClockView } from '@yinuo/contracts'
import type { Tone } from '../theme/tokens.ts'
import { saidDuration } from './time.ts'

export interface ClockFace {
  /** 还剩 13 分钟 */
  words: string
  tone: Tone
  icon: 'clock' | 'alarm' | 'pause' | 'check'
  /** what is left of the whole, 1 … 0 */
  left: number
}

type Ticking = Pick<ClockView, 'state' | 'startedAt' | 'dueAt'>

/** The server says what a clock's state is; between two answers only time itself moves it past due. */
export function faceOf(clock: Ticking, now: number): ClockFace {
  const left = Date.parse(clock.dueAt) - now
  const whole = Date.parse(clock.dueAt) - Date.parse(clock.startedAt)
  switch (clock.state) {
    case 'paused':
      return { words: '已暂停', tone: 'waiting', icon: 'pause', left: 1 }
    case 'kept':
      return { words: '按时完成', tone: 'onTime', icon: 'check', left: 1 }
    case 'broken':
      return { words: '超时完成', tone: 'late', icon: 'alarm', left: 1 }
    case 'stopped':
      return { words: '已停止', tone: 'done', icon: 'check', left: 1 }
    default:
      if (left <= 0) return { words: `已超时 ${saidDuration(-left)}`, tone: 'late', icon: 'alarm', left: 0 }
      return {
        words: `还剩 ${saidDuration(left)}`,
        tone: clock.state === 'soon' ? 'soon' : 'onTime',
        icon: clock.state === 'soon' ? 'alarm' : 'clock',
        left: Math.min(1, left / Math.max(whole, 1)),
      }
  }
}

interface Row {
  dueAt: string | null
  late: boolean
  paused: boolean
  reportedAt: string
}

/** The clock of a list row, which carries only when it is due. */
export function rowFace(row: Row, now: number): ClockFace | null {
  if (row.paused) return { words: '已暂停', tone: 'waiting', icon: 'pause', left: 1 }
  if (!row.dueAt) return null
  return faceOf({ state: row.late ? 'late' : 'running', startedAt: row.reportedAt, dueAt: row.dueAt }, now)
}

const ticking = ['running', 'soon', 'late', 'paused']

/** The clock that matters now: of those still running the one due first. */
export function pressingClock(clocks: readonly ClockView[]): ClockView | null {
  const open = clocks.filter((clock) => ticking.includes(clock.state))
  return open.reduce<ClockView | null>((first, clock) => (first === null || clock.dueAt < first.dueAt ? clock : first), null)
}

const waitedFor: Record<ClockName, string> = {
  respond: '接单',
  answer: '答复',
  resolve: '完成',
  progress: '更新进展',
  confirm: '自动确认',
}

/** 离接单还剩 13 分钟, read out where the ring cannot be seen. */
export function clockSentence(clock: Ticking & { name: ClockName }, now: number): string {
  const face = faceOf(clock, now)
  return face.words.startsWith('还剩') ? `离${waitedFor[clock.name]}${face.words}` : `${clockNames[clock.name]}${face.words}`
}

export function clockAim(name: ClockName): string {
  return waitedFor[name]
}
