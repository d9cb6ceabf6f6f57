// China has one time zone and no summer time since 1991; adding eight hours is exact and needs no locale tables.
const CHINA_OFFSET = 8 * 3_600_000
const MINUTE = 60_000
const DAY = 86_400_000

const pad = (value: number) => String(value).padStart(2, '0')

function parts(at: number) {
  const china = new Date(at + CHINA_OFFSET)
  return {
    year: china.getUTCFullYear(),
    month: china.getUTCMonth() + 1,
    day: china.getUTCDate(),
    clock: `${pad(china.getUTCHours())}:${pad(china.getUTCMinutes())}`,
    seconds: pad(china.getUTCSeconds()),
    dayNumber: Math.floor((at + CHINA_OFFSET) / DAY),
  }
}

/** "2026-11-21 18:20:33": shown on hover. */
export function exactTime(iso: string): string {
  const { year, month, day, clock, seconds } = parts(Date.parse(iso))
  return `${year}-${pad(month)}-${pad(day)} ${clock}:${seconds}`
}

/** "2026-11-21 18:20": what is to be read exactly, and no closer. */
export const minuteTime = (iso: string) => exactTime(iso).slice(0, 16)

/** As people say it: "刚刚", "5 分钟前", "今天 18:20", "昨天 18:20", "11月3日 18:20". */
export function spokenTime(iso: string, now: number): string {
  const at = Date.parse(iso)
  const ago = now - at
  if (ago >= 0 && ago < MINUTE) return '刚刚'
  if (ago >= 0 && ago < 60 * MINUTE) return `${Math.floor(ago / MINUTE)} 分钟前`
  const { year, month, day, clock, dayNumber } = parts(at)
  const today = parts(now)
  const word = { '-1': '昨天', '0': '今天', '1': '明天' }[String(dayNumber - today.dayNumber)]
  if (word) return `${word} ${clock}`
  return year === today.year ? `${month}月${day}日 ${clock}` : `${year}年${month}月${day}日`
}

/** The day in China: "2026-11-21". */
export function dayOf(at: number): string {
  const { year, month, day } = parts(at)
  return `${year}-${pad(month)}-${pad(day)}`
}

/** "11月21日" of "2026-11-21". */
export function spokenDay(on: string): string {
  const [, month, day] = on.split('-').map(Number)
  return `${month}月${day}日`
}

/** A day and a time in China as an instant. */
export const instantOf = (on: string, time: string) => new Date(`${on}T${time}:00+08:00`).toISOString()

/** Midnight in China at the begin of that day, as the API wants it. */
export const startOfDay = (on: string) => instantOf(on, '00:00')
export const endOfDay = (on: string) => new Date(Date.parse(`${on}T00:00:00+08:00`) + DAY).toISOString()

/** A length of time in its two largest words, minutes only while they matter: "45 秒", "13 分钟", "2 小时 5 分", "3 天 4 小时". */
export function spokenLength(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return `${seconds} 秒`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 && hours < 10 ? `${hours} 小时 ${minutes % 60} 分` : `${hours} 小时`
  const days = Math.floor(hours / 24)
  return hours % 24 ? `${days} 天 ${hours % 24} 小时` : `${days} 天`
}

/** A promised figure: "15 分钟", "2 小时", "24 小时", "3 天"; nothing promised: "不承诺". */
export function spokenMinutes(minutes: number | null): string {
  if (minutes === null) return '不承诺'
  if (minutes === 0) return '立即'
  if (minutes < 60 || minutes % 60) return minutes < 60 ? `${minutes} 分钟` : spokenLength(minutes * MINUTE)
  const hours = minutes / 60
  return hours > 48 && hours % 24 === 0 ? `${hours / 24} 天` : `${hours} 小时`
}
