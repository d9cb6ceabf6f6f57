import { Inject, Injectable, Logger } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { codesOf, retentionSubjects, type RetentionSubject } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { Clock, newId } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { Jobs } from '../../../platform/jobs/index.ts'
import { ErasePerson } from '../actions/erase-person.ts'
import { findPerson } from '../queries/find-person.ts'
import { asked, pseudonymOf } from '../registry/person.ts'
import { companyRetention, MOVED_OUT, platformRetention, type CompanySubject } from '../registry/retention-statements.ts'
import { daysAfter, retentionPresets } from '../rules/index.ts'
import { removeStoredFiles } from './remove-stored-files.ts'
import { dayInChina } from './system.ts'

const BATCH = 500
/** A night's work at most; what is left is left for the next one. */
const MOST_BATCHES = 40
const PERSONS_A_NIGHT = 500

const ALONE = `SELECT pg_try_advisory_xact_lock(hashtext('yinuo retention')) AS alone`

/** Companies nobody has swept for within the hour, with their own figures in force. */
const COMPANIES = `
  SELECT c.id, coalesce((
    SELECT jsonb_object_agg(r.subject, r.keep_days) FROM (
      SELECT DISTINCT ON (subject) subject, keep_days FROM retention_rules
      WHERE company_id = c.id AND effective_from <= $2::date ORDER BY subject, effective_from DESC, id DESC) r), '{}') AS own
  FROM companies c
  WHERE NOT EXISTS (SELECT FROM retention_runs n WHERE n.company_id = c.id AND n.at > $1::timestamptz - interval '1 hour')`

const RECORD = `INSERT INTO retention_runs (company_id, id, at, subject, keep_days, done) VALUES ($1, $2, $3, $4, $5, $6)`

interface Company {
  id: string
  own: Partial<Record<RetentionSubject, number>>
}

/** Every night clears away what is older than its rule, in small batches, and writes down how much it was. */
@Injectable()
export class RetentionSweep {
  readonly #log = new Logger('retention')
  readonly #database: WorkerDatabase
  readonly #clock: Clock
  readonly #jobs: Jobs
  readonly #erase: ErasePerson
  readonly #config: Config

  constructor(database: WorkerDatabase, clock: Clock, jobs: Jobs, erase: ErasePerson, @Inject(CONFIG) config: Config) {
    this.#database = database
    this.#clock = clock
    this.#jobs = jobs
    this.#erase = erase
    this.#config = config
  }

  @Cron('41 3 * * *', { timeZone: 'Asia/Shanghai' })
  async tick(): Promise<void> {
    if (this.#config.ROLE !== 'api' && this.#config.NODE_ENV !== 'test') await this.run()
  }

  /** Returns how much was cleared away. Of several workers one does it: the lock is held while it works. */
  async run(): Promise<number> {
    return this.#database.transaction(async (tx) => {
      const [lock] = (await tx.query(ALONE)) as [{ alone: boolean }]
      return lock.alone ? this.#sweep() : 0
    })
  }

  async #sweep(): Promise<number> {
    const now = this.#clock.now()
    const companies = await this.#database.run<Company>(COMPANIES, [now, dayInChina(now)])
    if (companies.length === 0) return 0
    const platform = await this.#sweepPlatform(now)
    let all = 0
    for (const company of companies)
      for (const subject of codesOf(retentionSubjects)) {
        const keepDays = company.own[subject] ?? retentionPresets[subject].keepDays
        const done = platform[subject] ?? (await this.#clear(company.id, subject, daysAfter(now, -keepDays)))
        await this.#database.run(RECORD, [company.id, newId(now), now, subject, keepDays, done])
        all += done
      }
    if (all > 0) this.#log.log({ companies: companies.length, cleared: all }, 'cleared away what was kept long enough')
    return all
  }

  async #sweepPlatform(now: Date): Promise<Partial<Record<RetentionSubject, number>>> {
    const done: Partial<Record<RetentionSubject, number>> = { audit: 0 }
    for (const subject of codesOf(platformRetention)) {
      const before = daysAfter(now, -retentionPresets[subject].keepDays)
      done[subject] = await inBatches(() =>
        this.#database.transaction(async (tx) => (await changedBy(tx, platformRetention[subject], [before, BATCH])).length),
      )
    }
    return done
  }

  #clear(companyId: string, subject: RetentionSubject, before: Date): Promise<number> {
    if (subject === 'moved-out') return this.#forgetMovedOut(companyId, before)
    return inBatches(() => this.#clearBatch(companyId, companyRetention[subject as CompanySubject], before))
  }

  #clearBatch(companyId: string, statement: string, before: Date): Promise<number> {
    return this.#database.transaction(async (tx) => {
      const changed = await changedBy(tx, statement, [companyId, before, BATCH])
      const jobs = changed.flatMap(({ id, keys }) => (keys.length > 0 ? [{ businessKey: id, payload: { keys } }] : []))
      if (jobs.length > 0) await this.#jobs.enqueue(tx, removeStoredFiles, jobs)
      return changed.length
    })
  }

  /** One person, one transaction: who cannot be forgotten today does not keep the others. */
  async #forgetMovedOut(companyId: string, before: Date): Promise<number> {
    const now = this.#clock.now()
    const today = dayInChina(now)
    const residents = await this.#database.run<{ id: string }>(MOVED_OUT, [companyId, before, PERSONS_A_NIGHT])
    let done = 0
    for (const { id } of residents) {
      const forgotten = this.#database.transaction(async (tx) => {
        const person = await findPerson(tx, { accountId: null, residentId: id, companyId }, today)
        await this.#erase.run(tx, asked(person, pseudonymOf(id), now, today))
      })
      await forgotten.then(
        () => done++,
        (error: unknown) => this.#log.error({ residentId: id }, `could not be forgotten: ${(error as Error).stack}`),
      )
    }
    return done
  }
}

interface Changed {
  id: string
  keys: string[]
}

/** The rows a change or removal answers with; TypeORM gives their number beside them. */
async function changedBy(tx: EntityManager, statement: string, values: unknown[]): Promise<Changed[]> {
  const [rows] = (await tx.query(statement, values)) as [Changed[], number]
  return rows
}

async function inBatches(clear: () => Promise<number>): Promise<number> {
  let all = 0
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const done = await clear()
    all += done
    if (done < BATCH) break
  }
  return all
}
