import { meetingStates, type FreeSlot, type OwnMeetingRow, type OwnPoint } from '@yinuo/contracts'
import type { Tone } from '../../theme/tokens.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { exactTime, saidSlot, wallTime } from '../../words/time.ts'

/** 今天 14:00–16:00 */
export const meetingTime = ({ startsAt, endsAt }: Pick<OwnMeetingRow, 'startsAt' | 'endsAt'>, now: number) =>
  saidSlot(startsAt, endsAt, now)

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 3月4日 周三 */
export function meetingDay(startsAt: string): string {
  const { month, day, weekday } = wallTime(startsAt)
  return `${month}月${day}日 周${weekdays[weekday]}`
}

/** 14:20 */
export const slotTime = ({ at }: Pick<FreeSlot, 'at'>) => exactTime(at).slice(-5)

type Face = { tone: Tone; icon: IconName; text: string }

/** Where a meeting stands for its reader. */
export function meetingFace({ state, booking, attendedAt, endsAt }: OwnMeetingRow, now: number): Face {
  if (state === 'cancelled') return { tone: 'done', icon: 'close', text: meetingStates.cancelled }
  if (attendedAt) return { tone: 'onTime', icon: 'done', text: '已签到' }
  if (state === 'announced' && booking) return { tone: 'waiting', icon: 'check', text: '已预约' }
  if (state === 'announced' && Date.parse(endsAt) > now) return { tone: 'soon', icon: 'clock', text: '可预约' }
  if (state === 'published') return { tone: 'onTime', icon: 'list', text: '纪要已公布' }
  return { tone: 'done', icon: 'hourglass', text: '等待公布纪要' }
}

export const pointFace: Readonly<Record<OwnPoint['state'], { tone: Tone; icon: IconName }>> = {
  open: { tone: 'soon', icon: 'hourglass' },
  followed: { tone: 'waiting', icon: 'clock' },
  answered: { tone: 'onTime', icon: 'done' },
}
