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

  async onApplicationShutdown(): Promise<void> {
    await this.#pipeline.end()
  }
}
