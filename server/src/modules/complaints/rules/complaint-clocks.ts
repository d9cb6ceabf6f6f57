import type { ClockName, ComplaintFigures, ComplaintSort, Urgency } from '@yinuo/contracts'
import { pauseClock, startClock, stopClock, type Calendar, type Clock } from '../../cases/rules/index.ts'

/** What the clocks of a complaint depend on. */
export interface ComplaintPromise {
  figures: ComplaintFigures
  calendar: Calendar
  urgency: Urgency
  sort: ComplaintSort
}

/** At registration, and again when it is taken up anew: the first reply only once. Praise wants a reply and no result. */
export function clocksAtIntake(promise: ComplaintPromise, now: Date): Clock[] {
  return [
    clockFor(promise, 'respond', promise.figures.firstReplyWithinMinutes[promise.urgency], now),
    ...clocksAnew(promise, now),
  ].filter((clock) => clock !== null)
}

/** A solution is owed again. */
export function clocksAnew(promise: ComplaintPromise, now: Date): Clock[] {
  const clock = promise.sort === 'praise' ? null : clockFor(promise, 'resolve', promise.figures.resultWithinMinutes, now)
  return clock ? [clock] : []
}

/**
 * COM-03: a complex complaint is no longer due for its result, but for news of it; started anew by each. News that came
 * too late stays known: the clock of a round is one, however often it starts.
 */
export function progressClock(promise: ComplaintPromise, clocks: readonly Clock[], now: Date): Clock {
  const before = clocks.find(({ name }) => name === 'answer')
  const started = clockFor(promise, 'answer', promise.figures.complexProgressEveryMinutes, now)!
  return { ...started, breachedAt: before ? stopClock(before, now).breachedAt : null }
}

export function clocksWhenComplex(promise: ComplaintPromise, clocks: readonly Clock[], now: Date): Clock[] {
  const result = clocks.filter(({ name, stoppedAt }) => name === 'resolve' && !stoppedAt)
  return [...result.map((clock) => pauseClock(clock, now, '认定为复杂投诉')), progressClock(promise, clocks, now)]
}

/** The office wrote to the complainant: the first reply is given, and a complex case has been told of. */
export function clocksAfterReply(promise: ComplaintPromise, clocks: readonly Clock[], now: Date): Clock[] {
  return clocks
    .filter(({ name, stoppedAt }) => !stoppedAt && (name === 'respond' || name === 'answer'))
    .map((clock) => (clock.name === 'respond' ? stopClock(clock, now) : progressClock(promise, clocks, now)))
}

export function clocksAfterSolution(clocks: readonly Clock[], now: Date): Clock[] {
  return clocks.filter(({ stoppedAt }) => !stoppedAt).map((clock) => stopClock(clock, now))
}

/** A solution that is agreed is still to be carried out: of a complex case there is news meanwhile. */
export function clocksAfterAgreement(
  promise: ComplaintPromise,
  { complexBecause }: { complexBecause: string | null },
  clocks: readonly Clock[],
  now: Date,
): Clock[] {
  return complexBecause === null ? [] : [progressClock(promise, clocks, now)]
}

/** "At once" knows no closing time; a routine case waits for the office to open, where its figures say so. */
function clockFor(promise: ComplaintPromise, name: ClockName, minutes: number | null, now: Date): Clock | null {
  if (minutes === null) return null
  const { warnAtPercent, escalateEveryPercent, workingHoursOnly } = promise.figures
  const isAlways = promise.urgency !== 'routine' || !workingHoursOnly.includes(name)
  return startClock(
    {
      name,
      targetMinutes: minutes,
      hours: isAlways ? null : promise.calendar,
      ladder: [
        { step: 'warned', atPercent: warnAtPercent },
        { step: 'supervisor', atPercent: 100 },
        { step: 'project-manager', atPercent: 100 + escalateEveryPercent },
        { step: 'company', atPercent: 100 + 2 * escalateEveryPercent },
      ],
    },
    now,
  )
}
