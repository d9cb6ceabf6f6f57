import { useNow } from '../../../app/clock.ts'
import { exactTime } from '../../../words/time.ts'

/** The day it is at the communities: 2026-11-21. */
export function useToday(): string {
  return exactTime(new Date(useNow()).toISOString()).slice(0, 10)
}
