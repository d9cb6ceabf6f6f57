import { instantOf, wallTime } from '../../words/time.ts'

export interface Slot {
  from: string
  until: string
  text: string
}

const parts = [
  { from: 9, until: 12, word: '上午' },
  { from: 14, until: 18, word: '下午' },
  { from: 18, until: 21, word: '晚上' },
]
const days = ['今天', '明天', '后天']

/** The visits one may wish for: parts of the next three days that have at least an hour left. */
export function slotsAfter(now: number): Slot[] {
  const today = wallTime(now).dayNumber
  return days.flatMap((day, later) =>
    parts.flatMap(({ from, until, word }) => {
      const slot = {
        from: instantOf(today + later, from),
        until: instantOf(today + later, until),
        text: `${day}${word} ${from}–${until} 点`,
      }
      return Date.parse(slot.until) - now > 3_600_000 ? [slot] : []
    }),
  )
}
