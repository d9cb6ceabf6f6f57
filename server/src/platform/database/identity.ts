import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { CONFIG, type Config } from '../config/index.ts'
import { Pipeline, type Statement } from './pipeline.ts'

/** Finds out who is calling, before a reach is known. Its database role sees sessions, accounts, posts and codes only. */
@Injectable()
export class IdentityDatabase implements OnApplicationShutdown {
  readonly #pipeline: Pipeline

  constructor(@Inject(CONFIG) config: Config) {
    this.#pipeline = new Pipeline(config.IDENTITY_DATABASE_URL, 2)
  }

  run<Row extends object>(statement: Statement, values: unknown[]): Promise<Row[]> {
    return this.#pipeline.run<Row>(null, statement, values)
  }

  /** Writes down what may be lost with a crash: nobody waits for the disk. */
  async noteDown(statement: Statement, values: unknown[]): Promise<void> {
    await this.#pipeline.run('BEGIN; SET LOCAL synchronous_commit = off', statement, values)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pipeline.end()
  }
}
