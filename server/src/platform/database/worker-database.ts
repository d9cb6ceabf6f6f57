import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'

/** The data source name of the worker's role, which sees every community: for clocks and the outbox only. */
export const WORKER = 'worker'

@Injectable()
export class WorkerDatabase {
  readonly #source: DataSource

  constructor(@InjectDataSource(WORKER) source: DataSource) {
    this.#source = source
  }

  transaction<Answer>(work: (tx: EntityManager) => Promise<Answer>): Promise<Answer> {
    return this.#source.transaction(work)
  }

  /** One set-based statement in a transaction of its own. */
  async run<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.#source.query(text, values)) as Row[]
  }
}
