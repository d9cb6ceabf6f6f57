import { escalationSteps, type ClockView, type EscalationStep } from '@yinuo/contracts'
import { stateOfClock, type Clock } from '../rules/clock.ts'

/** A clock as its readers see it at this moment. */
export function clockView(clock: Clock, now: Date): ClockView {
  const climbed = clock.ladder[clock.reached - 1] as EscalationStep | undefined
  return {
    name: clock.name,
    state: stateOfClock(clock, now),
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    targetMinutes: clock.targetMinutes,
    pausedAt: clock.pausedAt?.toISOString() ?? null,
    pausedBecause: clock.pausedBecause,
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    breachedAt: clock.breachedAt?.toISOString() ?? null,
    escalatedTo: climbed && climbed !== 'warned' ? (escalationSteps[climbed] ?? null) : null,
  }
}
