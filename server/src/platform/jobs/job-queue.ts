/** A kind of work that talks to the outside and must finish: how it is tried again, and when it is given up. */
export interface JobQueue<Payload extends object> {
  name: string
  /** Tries after the first one; then the job is dead: kept for people, shown on the metrics, out of the others' way. */
  retries: number
  /** Before the second try; doubled from try to try up to `longestDelaySeconds`. */
  delaySeconds: number
  longestDelaySeconds: number
  /** A job at work for longer was lost with its worker and is tried again; keep it above the longest honest run. */
  lostAfterSeconds: number
  /** Workers beside each other within one process; 1 where it is not said. */
  loops?: number
  /** What each of them has in hand at a time; 10 where it is not said. */
  inHand?: number
  /** Never set: it only ties the payload's type to the queue. */
  readonly payload?: Payload
}

export interface JobRun {
  /** 1 for the first try. */
  attempt: number
  lastTry: boolean
}

export type JobHandler<Payload extends object> = (payload: Payload, run: JobRun) => Promise<void>

/** Thrown by a handler that wants to be called again later. Not an accident, so it is not logged as one. */
export class TryAgainLater extends Error {}
