import type { Clock } from '../state/clock.ts'
import type { MadeCode } from './made-codes.ts'

export interface Scan {
  phoneId: string
  path: string
  label: string | null
  at: string
}

const kept = 50

/** Which phone scanned which code, for the story of the stage. */
export class Scans {
  #clock: Clock
  #scans: Scan[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  record(phoneId: string, path: string, code: MadeCode | undefined): void {
    this.#scans = [...this.#scans, { phoneId, path, label: code?.label ?? null, at: this.#clock.iso() }].slice(-kept)
  }

  all(): Scan[] {
    return this.#scans
  }

  snapshot(): Scan[] {
    return this.#scans
  }

  restore(written: Scan[]): void {
    this.#scans = written
  }
}
