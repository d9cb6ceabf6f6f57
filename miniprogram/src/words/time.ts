const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Asia/Shanghai keeps no summer time; WeChat's engine has no time zones of its own to ask. */
const shanghai = 8 * hour

interface WallTime {
  year: number
  month: number
  day: number
  hours: number
  minutes: number
  weekday: number
  /** days since 1970 on Shanghai's calendar */
  dayNumber: number
}

export function wallTime(instant: string | number): WallTime {
  const moved = new Date((typeof instant === 'number' ? instant : Date.parse(instant)) + shanghai)
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
    hours: moved.getUTCHours(),
    minutes: moved.getUTCMinutes(),
    weekday: moved.getUTCDay(),
    dayNumber: Math.floor(moved.getTime() / day),
  }
}

/** The instant of a day and hour on Shanghai's clock. */
export function instantOf(dayNumber: number, hours: number): string {
  return new Date(dayNumber * day + hours * hour - shanghai).toISOString()
}

const clock = ({ hours, minutes }: WallTime) => `${pad(hours)}:${pad(minutes)}`
const pad = (figure: number) => String(figure).padStart(2, '0')

/** As people say it: 刚刚, 5 分钟前, 今天 18:20, 昨天 18:20, 3月5日 18:20, 2025年3月5日. */
export function saidTime(instant: string, now: number): string {
  const passed = now - Date.parse(instant)
  const [then, today] = [wallTime(instant), wallTime(now)]
  if (passed >= 0 && passed < minute) return '刚刚'
  if (passed >= 0 && passed < hour) return `${Math.floor(passed / minute)} 分钟前`
  const isLongAgo = then.year !== today.year && Math.abs(then.dayNumber - today.dayNumber) > 2
  return isLongAgo ? saidDay(then, today) : `${saidDay(then, today)} ${clock(then)}`
}

function saidDay(then: WallTime, today: WallTime): string {
  const names: Record<number, string> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }
  const year = then.year === today.year ? '' : `${then.year}年`
  return names[then.dayNumber - today.dayNumber] ?? `${year}${then.month}月${then.day}日`
}

/** Today's date in Shanghai: 2026-03-05. */
export function today(): string {
  return exactTime(new Date().toISOString()).slice(0, 10)
}

/** A day of the calendar as people say it: 2026年3月5日. */
export function calendarDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** The whole of it, shown on tap: 2026-03-05 18:20. */
export function exactTime(instant: string): string {
  const then = wallTime(instant)
  return `${then.year}-${pad(then.month)}-${pad(then.day)} ${clock(then)}`
}

/** 13 分钟, 1 小时 20 分钟, 2 天 3 小时 — never finer than a minute, never "0 分钟". */
export function saidDuration(milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / minute))
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return rest > 0 ? `${hours} 小时 ${rest} 分钟` : `${hours} 小时`
  return `${rest} 分钟`
}

/** One figure and its unit, for the middle of a ring: rounded down, so that nobody counts on time that is not there. */
export function roundFigure(milliseconds: number): [figure: string, unit: string] {
  const minutes = Math.max(1, Math.floor(milliseconds / minute))
  if (minutes < 100) return [String(minutes), '分钟']
  if (minutes < 72 * 60) return [String(Math.floor(minutes / 60)), '小时']
  return [String(Math.floor(minutes / 1440)), '天']
}

/** A promised span in whole units: 15 分钟, 2 小时, 24 小时, 3 天. */
export function saidMinutes(minutes: number): string {
  if (minutes % 1440 === 0 && minutes > 1440) return `${minutes / 1440} 天`
  return saidDuration(minutes * minute)
}

/** 今天 14:00–16:00 */
export function saidSlot(from: string, until: string, now: number): string {
  const begins = wallTime(from)
  return `${saidDay(begins, wallTime(now))} ${clock(begins)}–${clock(wallTime(until))}`
}
