import type { WorkCalendar } from '@yinuo/contracts'

type Slot = WorkCalendar['slots'][number]
export type Weekday = Slot['weekday']

export const weekdays: Record<Weekday, string> = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' }
export const weekdayNumbers = [1, 2, 3, 4, 5, 6, 7] as const satisfies Weekday[]

/** Why a calendar cannot be kept, in words; nothing when it can. */
export function calendarFaults({ slots, days }: WorkCalendar): string[] {
  const faults: string[] = []
  for (const weekday of weekdayNumbers) {
    const ofDay = slots.filter((slot) => slot.weekday === weekday).sort((one, other) => one.from.localeCompare(other.from))
    for (const [place, slot] of ofDay.entries()) {
      if (slot.from >= slot.until) faults.push(`${weekdays[weekday]} ${slot.from}–${slot.until}：结束要晚于开始`)
      const before = ofDay[place - 1]
      if (before && slot.from < before.until)
        faults.push(`${weekdays[weekday]}的 ${before.from}–${before.until} 和 ${slot.from}–${slot.until} 重叠`)
    }
  }
  const seen = new Set<string>()
  for (const { on } of days) {
    if (seen.has(on)) faults.push(`${on} 写了两次`)
    seen.add(on)
  }
  if (slots.length === 0) faults.push('一周里至少要有一个上班时段，否则时限永远不走')
  return faults
}

/** A slot that ends at midnight ends at 24:00 of its own day, not at 00:00 before it began. */
export const untilOf = (picked: string) => (picked === '00:00' ? '24:00' : picked)

export const isWholeDay = (slots: Slot[], weekday: Weekday) =>
  slots.some((slot) => slot.weekday === weekday && slot.from === '00:00' && slot.until === '24:00')

/** How long a week is worked, in words. */
export function weekSentence(slots: Slot[]): string {
  const minutes = slots.reduce((sum, { from, until }) => sum + minutesOf(until) - minutesOf(from), 0)
  const hours = Math.round((minutes / 60) * 10) / 10
  const count = new Set(slots.map(({ weekday }) => weekday)).size
  return hours === 168 ? '全年无休，每天 24 小时' : `每周 ${count} 天，共 ${hours} 小时`
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}
