import { DateTime } from 'luxon'

/** An instant as people here read it: 2026年11月21日 18:05. */
export function shownTime(at: Date | string): string {
  const instant = typeof at === 'string' ? DateTime.fromISO(at) : DateTime.fromJSDate(at)
  return instant.setZone('Asia/Shanghai').toFormat('yyyy年MM月dd日 HH:mm')
}
