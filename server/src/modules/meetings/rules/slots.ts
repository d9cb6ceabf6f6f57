/** When a meeting is; a reception day is cut into slots. */
export interface Times {
  startsAt: Date
  endsAt: Date
  slotMinutes: number | null
}

const MINUTE_MS = 60_000

/** The beginnings of the slots that fit in whole; none when it is not cut. */
export function slotsOf({ startsAt, endsAt, slotMinutes }: Times): Date[] {
  if (slotMinutes === null) return []
  const length = slotMinutes * MINUTE_MS
  const count = Math.floor((endsAt.getTime() - startsAt.getTime()) / length)
  return Array.from({ length: Math.max(count, 0) }, (_, at) => new Date(startsAt.getTime() + at * length))
}

export const isSlot = (times: Times, at: Date): boolean => slotsOf(times).some((slot) => slot.getTime() === at.getTime())

/** Until when somebody can say that they come: a slot until it begins, a meeting until it is over. */
export const mayBook = ({ endsAt }: Times, slotAt: Date | null, now: Date): boolean => (slotAt ?? endsAt) > now
