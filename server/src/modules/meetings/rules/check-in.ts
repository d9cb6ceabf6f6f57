import { meetingLimits } from '@yinuo/contracts'

const WINDOW_MS = meetingLimits.checkInMinutes * 60_000

/** Between when somebody can be marked as there by the code. */
export const checkInWindow = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
  from: new Date(startsAt.getTime() - WINDOW_MS),
  until: new Date(endsAt.getTime() + WINDOW_MS),
})

export const isIn = ({ from, until }: { from: Date; until: Date }, now: Date): boolean => from <= now && now <= until
