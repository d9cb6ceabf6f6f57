import { waitReasons, type ClockName, type RepairState, type WaitReason } from '@yinuo/contracts'
import { pauseClock, resumeClock, stopClock, type Clock } from '../../modules/cases/rules/index.ts'
import { clocksAtIntake, confirmClock, hoursOf, progressClock, type RepairPromise } from '../../modules/repairs/rules/index.ts'

export interface StoryActor {
  kind: 'resident' | 'staff' | 'system'
  id: string | null
  name: string
}

export interface StoryEvent {
  kind: string
  at: Date
  actor: StoryActor
  content: Record<string, unknown>
}

export const system: StoryActor = { kind: 'system', id: null, name: '系统' }
const SECOND = 1000

/** Clocks a sign of life stops or starts anew; see the actions of modules/repairs. */
export type ClockEffect = 'accept' | 'life' | 'wait' | 'resume' | 'finish' | 'close' | 'reopen' | 'none'

/**
 * One repair as it went, told by the same rules that run it: clocks start, warn, climb, pause and stop as the engine
 * would have made them, so that what the history shows is what would have happened.
 */
export class Story {
  readonly events: StoryEvent[] = []
  readonly oldClocks: { round: number; clock: Clock }[] = []
  clocks: Clock[]
  round = 1
  state: RepairState = 'reported'
  flaggedNoProgress = false
  closedUnansweredAt: Date | null = null
  version = 1
  readonly #promise: RepairPromise
  /** Nothing is told of what has not happened yet. */
  readonly #until: Date

  constructor(promise: RepairPromise, reportedAt: Date, until: Date, actor: StoryActor) {
    this.#promise = promise
    this.#until = until
    this.clocks = clocksAtIntake(promise, reportedAt)
    this.events.push({ kind: 'opened', at: reportedAt, actor, content: {} })
  }

  /**
   * Lets something happen at `at`, after everything the clocks did before.
   * @returns whether it has happened: what lies ahead, or comes after the repair closed itself, has not.
   */
  happen(
    at: Date,
    kind: string,
    actor: StoryActor,
    to: RepairState,
    effect: ClockEffect,
    content: Record<string, unknown> = {},
  ): boolean {
    this.passUntil(at < this.#until ? at : this.#until)
    if (at > this.#until || (this.closedUnansweredAt && kind !== 'archive' && kind !== 'visit')) return false
    this.events.push({ kind, at, actor, content })
    this.state = to
    this.version++
    this.#turnClocks(effect, at, content.for ? `${waitReasons[content.for as WaitReason]}：${String(content.because)}` : '')
    return true
  }

  /** Lets time go by: each running clock climbs its steps. */
  passUntil(at: Date): void {
    for (;;) {
      const next = this.clocks
        .filter((clock) => clock.nextStepAt && clock.nextStepAt <= at)
        .sort((a, b) => a.nextStepAt!.getTime() - b.nextStepAt!.getTime())[0]
      if (!next) return
      this.#climb(next)
    }
  }

  /** The promise that presses most; the clocks of progress and confirmation promise nothing. */
  get pressing(): Clock | null {
    const running = this.clocks.filter(
      ({ name, stoppedAt, pausedAt }) => !stoppedAt && !pausedAt && name !== 'progress' && name !== 'confirm',
    )
    return running.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null
  }

  #climb(clock: Clock): void {
    const at = clock.nextStepAt!
    const step = clock.ladder[clock.reached]!
    const reached = clock.reached + 1
    this.#put({
      ...clock,
      reached,
      nextStepAt: clock.steps[reached] ?? null,
      warnedAt: step === 'warned' ? at : clock.warnedAt,
      breachedAt: clock.breachedAt ?? (at >= clock.dueAt ? clock.dueAt : null),
    })
    this.events.push({ kind: 'clock-step', at, actor: system, content: { clock: clock.name, step, dueAt: clock.dueAt } })
    if (clock.name === 'progress') this.flaggedNoProgress = true
    if (clock.name === 'confirm') this.#closeUnanswered(new Date(at.getTime() + SECOND))
  }

  #closeUnanswered(at: Date): void {
    this.events.push({ kind: 'close-unanswered', at, actor: system, content: {} })
    this.state = 'closed'
    this.version++
    this.closedUnansweredAt = at
    this.#turnClocks('close', at, '')
  }

  #turnClocks(effect: ClockEffect, at: Date, because: string): void {
    const promise = this.#promise
    if (effect === 'none') return
    if (effect !== 'reopen') this.flaggedNoProgress = false
    if (effect === 'close') return this.#stop(() => true, at)
    if (effect === 'finish') {
      this.#stop((name) => name !== 'confirm', at)
      return this.#put(confirmClock(promise, at))
    }
    if (effect === 'reopen') {
      this.#stop(() => true, at)
      this.oldClocks.push(...this.clocks.map((clock) => ({ round: this.round, clock })))
      this.round++
      this.clocks = clocksAtIntake(promise, at)
      return
    }
    if (effect === 'accept') this.#stop((name) => name === 'respond', at)
    else this.#stop((name) => name === 'answer', at)
    if (effect === 'wait') this.#change('resolve', (clock) => pauseClock(clock, at, because))
    if (effect === 'resume') this.#change('resolve', (clock) => resumeClock(clock, at, hoursOf(promise, 'resolve')))
    this.#put(progressClock(promise, at))
  }

  #stop(which: (name: ClockName) => boolean, at: Date): void {
    this.clocks = this.clocks.map((clock) => (which(clock.name) ? stopClock(clock, at) : clock))
  }

  #change(name: ClockName, change: (clock: Clock) => Clock): void {
    this.clocks = this.clocks.map((clock) => (clock.name === name ? change(clock) : clock))
  }

  #put(clock: Clock): void {
    this.clocks = [...this.clocks.filter(({ name }) => name !== clock.name), clock]
  }
}
