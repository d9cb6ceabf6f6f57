import type { ClockName, ClockState } from '@yinuo/contracts'
import { addWorkingMinutes, workingMinutesBetween, type Hours } from './working-time.ts'

/** A clock of a case as it is kept. `steps[i]` is the instant at which `ladder[i]` is climbed. */
export interface Clock {
  name: ClockName
  targetMinutes: number
  roundTheClock: boolean
  startedAt: Date
  dueAt: Date
  ladder: string[]
  steps: Date[]
  reached: number
  nextStepAt: Date | null
  pausedAt: Date | null
  pausedBecause: string | null
  pausedMinutes: number
  warnedAt: Date | null
  breachedAt: Date | null
  stoppedAt: Date | null
}

/** What a clock does as time goes by, in percent of its target: e.g. warn at 70, then climb at 100, 150, 200. */
export interface ClockPlan {
  name: ClockName
  targetMinutes: number
  hours: Hours
  ladder: readonly { step: string; atPercent: number }[]
  /** An instant the clock is due at the latest, whatever its minutes say ("小修不过夜"). */
  dueAtLatest?: Date | null
}

/** Starts a clock. */
export function startClock(plan: ClockPlan, now: Date): Clock {
  const counted = addWorkingMinutes(now, plan.targetMinutes, plan.hours)
  const dueAt = plan.dueAtLatest && plan.dueAtLatest < counted ? plan.dueAtLatest : counted
  const targetMinutes = Math.max(1, Math.round(workingMinutesBetween(now, dueAt, plan.hours)))
  const steps = plan.ladder.map(({ atPercent }) =>
    atPercent === 100 ? dueAt : addWorkingMinutes(now, (targetMinutes * atPercent) / 100, plan.hours),
  )
  return {
    name: plan.name,
    targetMinutes,
    roundTheClock: plan.hours === null,
    startedAt: now,
    dueAt,
    ladder: plan.ladder.map(({ step }) => step),
    steps,
    reached: 0,
    nextStepAt: steps[0] ?? null,
    pausedAt: null,
    pausedBecause: null,
    pausedMinutes: 0,
    warnedAt: null,
    breachedAt: null,
    stoppedAt: null,
  }
}

export function isRunning(clock: Clock): boolean {
  return clock.stoppedAt === null && clock.pausedAt === null
}

/** Stops a clock for good. A clock stopped after its due instant is broken even if no scan has noticed yet. */
export function stopClock(clock: Clock, now: Date): Clock {
  if (clock.stoppedAt) return clock
  const resumed = clock.pausedAt ? { ...clock, pausedAt: null, pausedBecause: null } : clock
  const isLate = !clock.pausedAt && now > clock.dueAt
  return { ...resumed, stoppedAt: now, nextStepAt: null, breachedAt: clock.breachedAt ?? (isLate ? clock.dueAt : null) }
}

/** Holds a clock with the reason; what was already breached stays breached. */
export function pauseClock(clock: Clock, now: Date, because: string): Clock {
  if (!isRunning(clock)) return clock
  const breachedAt = clock.breachedAt ?? (now > clock.dueAt ? clock.dueAt : null)
  return { ...clock, pausedAt: now, pausedBecause: because, nextStepAt: null, breachedAt }
}

/** Lets a held clock go on: every step still ahead moves by the working time that it had left. */
export function resumeClock(clock: Clock, now: Date, hours: Hours): Clock {
  if (!clock.pausedAt || clock.stoppedAt) return clock
  const pausedAt = clock.pausedAt
  const moved = (step: Date) =>
    step <= pausedAt ? step : addWorkingMinutes(now, workingMinutesBetween(pausedAt, step, hours), hours)
  const steps = clock.steps.map((step, index) => (index < clock.reached ? step : moved(step)))
  return {
    ...clock,
    steps,
    dueAt: moved(clock.dueAt),
    nextStepAt: steps[clock.reached] ?? null,
    pausedAt: null,
    pausedBecause: null,
    pausedMinutes: clock.pausedMinutes + Math.round(workingMinutesBetween(pausedAt, now, hours)),
  }
}

/** What a clock shows at this moment. */
export function stateOfClock(clock: Clock, now: Date): ClockState {
  if (clock.stoppedAt)
    return clock.breachedAt ? 'broken' : clock.name === 'progress' || clock.name === 'confirm' ? 'stopped' : 'kept'
  if (clock.pausedAt) return 'paused'
  if (now > clock.dueAt) return 'late'
  const warnAt = clock.steps[clock.ladder.indexOf('warned')]
  return warnAt && now >= warnAt ? 'soon' : 'running'
}

/** The clock that presses most: the earliest due of those that count against a promise. */
export function mostPressing(clocks: readonly Clock[]): Clock | null {
  const pressing = clocks.filter((clock) => isRunning(clock) && clock.name !== 'progress' && clock.name !== 'confirm')
  return pressing.reduce<Clock | null>((first, clock) => (first === null || clock.dueAt < first.dueAt ? clock : first), null)
}
