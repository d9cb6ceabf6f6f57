import { Inject, Injectable, Logger } from '@nestjs/common'
import { Interval } from '@nestjs/schedule'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { Clock } from '../../../platform/clock/index.ts'
import { isConnectionLoss, WorkerDatabase } from '../../../platform/database/index.ts'
import { scanClocks } from './scan-clocks.ts'

const EVERY_MS = 1000

/** Ticks the scan on every worker; the statement itself makes it exactly once. */
@Injectable()
export class ClockScan {
  readonly #log = new Logger('clocks')
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #works: boolean

  constructor(database: WorkerDatabase, clock: Clock, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (!this.#works) return
    try {
      await this.run()
    } catch (error) {
      if (!isConnectionLoss(error)) throw error
      this.#log.warn('clocks wait for the database')
    }
  }

  /** Scans at this moment. */
  run(): Promise<number> {
    return scanClocks(this.#database, this.#clock.now())
  }
}
