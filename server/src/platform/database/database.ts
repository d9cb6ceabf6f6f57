import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { CONFIG, type Config } from '../config/index.ts'
import { setReach, type Act, type Reach } from './act.ts'
import { claimKey, keepAnswer } from './idempotency.ts'
import { Pipeline, type Statement } from './pipeline.ts'
import { setWords } from './words.ts'

/** Far beyond what any answer takes. */
const LONGEST_STATEMENT_MS = 15_000

/** The application's way to its data: every statement runs inside a reach, and row-level security holds it there. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly #source: DataSource
  readonly #pipeline: Pipeline

  constructor(@InjectDataSource() source: DataSource, @Inject(CONFIG) config: Config) {
    this.#source = source
    this.#pipeline = new Pipeline(config.APP_DATABASE_URL, 4, LONGEST_STATEMENT_MS)
  }

  /** One reading statement, one round trip. */
  read<Row extends object>(reach: Reach, statement: Statement, values: unknown[]): Promise<Row[]> {
    const plan = statement.isPlannedOnce ? '; SET LOCAL plan_cache_mode = force_generic_plan' : ''
    const order = statement.isInIndexOrder ? '; SET LOCAL enable_sort = off' : ''
    return this.#pipeline.run<Row>(`BEGIN READ ONLY; ${setReach(reach)}${plan}${order}`, statement, values)
  }

  /** Like `read`, where a table's policy looks for words (ADR 0015): `words` is a tsquery. */
  readMatching<Row extends object>(reach: Reach, words: string, statement: Statement, values: unknown[]): Promise<Row[]> {
    return this.#pipeline.run<Row>(`BEGIN READ ONLY; ${setReach(reach)}; ${setWords(words)}`, statement, values)
  }

  /** One writing statement, one round trip; what must be together stands in one common table expression. */
  writeAtOnce<Row extends object>(reach: Reach, statement: Statement, values: unknown[]): Promise<Row[]> {
    return this.#pipeline.run<Row>(`BEGIN; ${setReach(reach)}`, statement, values)
  }

  /**
   * One transaction. With an Idempotency-Key the answer of `work` is kept beside its effect, and a repetition of the
   * request gets that answer without `work` being run again.
   */
  async write<Answer>(act: Act, work: (tx: EntityManager) => Promise<Answer>): Promise<Answer> {
    const runner = this.#source.createQueryRunner()
    try {
      await runner.connect()
      await runner.startTransaction()
      await runner.query(setReach(act.reach))
      const known = act.idempotency ? await claimKey(runner.manager, act) : null
      if (known) {
        await runner.rollbackTransaction()
        return known.body as Answer
      }
      const answer = await work(runner.manager)
      if (act.idempotency) await keepAnswer(runner.manager, act, answer)
      await runner.commitTransaction()
      return answer
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined)
      throw error
    } finally {
      await runner.release()
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pipeline.end()
  }
}
