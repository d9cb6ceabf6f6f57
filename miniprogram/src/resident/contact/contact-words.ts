import type { ContactBox } from '@yinuo/contracts'
import { wallTime } from '../../words/time.ts'

/** "11月28日开箱，上次 11月21日" */
export function boxDays({ nextOn, lastEmptiedAt }: Pick<ContactBox, 'nextOn' | 'lastEmptiedAt'>): string {
  const [, month, day] = nextOn.split('-').map(Number)
  const next = `${month}月${day}日开箱`
  if (!lastEmptiedAt) return next
  const last = wallTime(lastEmptiedAt)
  return `${next}，上次 ${last.month}月${last.day}日`
}
