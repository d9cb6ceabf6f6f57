import { Inject, Injectable, Logger } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { Jobs } from '../../../platform/jobs/index.ts'
import { tellPeople } from '../../messages/index.ts'
import { ErasePerson, type Erased } from '../actions/erase-person.ts'
import { findPerson } from '../queries/find-person.ts'
import { loadRequest, type RequestToDo } from '../queries/load-request.ts'
import { unsettledOf } from '../queries/unsettled.ts'
import { asked, pseudonymOf } from '../registry/person.ts'
import { daysAfter } from '../rules/index.ts'
import { keysOfExport } from './export-files.ts'
import { removeStoredFiles } from './remove-stored-files.ts'
import { bySystem, dayInChina } from './system.ts'

const DUE = `SELECT DISTINCT id FROM privacy_requests WHERE state = $2 AND effective_at <= $1 LIMIT 100`

const DONE = `
  UPDATE privacy_requests SET state = 'done', answered_at = $2, outcome = $3, waits_because = NULL, version = version + 1 WHERE id = $1`

const WAITS = `UPDATE privacy_requests SET effective_at = $2, waits_because = $3, version = version + 1 WHERE id = $1`

const EXPIRED = `UPDATE privacy_requests SET state = 'expired', version = version + 1 WHERE id = $1 AND state = 'ready'`

/** Forgets whom nobody called back in time, and takes fetched copies away again. Every worker may run it. */
@Injectable()
export class PrivacyWatch {
  readonly #log = new Logger('privacy')
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

  @Cron('45 */5 * * * *')
  async tick(): Promise<void> {
    if (this.#config.ROLE !== 'api' && this.#config.NODE_ENV !== 'test') await this.run()
  }

  /** Returns how many requests it brought further. */
  async run(): Promise<number> {
    const [cooled, old] = [await this.#due('cooling'), await this.#due('ready')]
    for (const id of cooled) {
      await this.#database
        .transaction((tx) => this.#forget(tx, id))
        .catch((error: unknown) => this.#log.error({ requestId: id }, `a deletion failed: ${(error as Error).stack}`))
    }
    for (const id of old) await this.#database.transaction((tx) => this.#expire(tx, id))
    return cooled.length + old.length
  }

  async #due(state: string): Promise<string[]> {
    return (await this.#database.run<{ id: string }>(DUE, [this.#clock.now(), state])).map(({ id }) => id)
  }

  async #forget(tx: EntityManager, id: string): Promise<void> {
    const now = this.#clock.now()
    const request = await loadRequest(tx, id, { locked: true })
    if (request?.state !== 'cooling' || request.effectiveAt! > now) return
    const { count, works } = await unsettledOf(tx, request)
    if (works || count > 0) return this.#postpone(tx, request, works ? '绑定了在职员工账号' : `还有 ${count} 件报修没有办完`)
    const today = dayInChina(now)
    const person = await findPerson(tx, request.wanted, today)
    const pseudonym = pseudonymOf(request.accountId ?? request.residentId!)
    const erased = await this.#erase.run(tx, asked(person, pseudonym, now, today))
    await tx.query(DONE, [id, now, JSON.stringify(erased)])
    await this.#record(tx, request, erased)
  }

  async #record(tx: EntityManager, request: RequestToDo, erased: Erased): Promise<void> {
    const act = bySystem(this.#clock.now(), request.id)
    for (const companyId of request.companies)
      await recordAudit(tx, act, {
        companyId,
        communityId: null,
        action: 'privacy.erase',
        subjectKind: 'privacy-request',
        subjectId: request.id,
        before: { state: 'cooling' },
        after: { state: 'done', erased },
      })
  }

  async #postpone(tx: EntityManager, request: RequestToDo, because: string): Promise<void> {
    const now = this.#clock.now()
    await tx.query(WAITS, [request.id, daysAfter(now, 1), because])
    await tellPeople(tx, bySystem(now, request.id), {
      communityId: request.communities[0]!,
      kind: 'privacy.deletion-waits',
      businessKey: `privacy:${request.id}:waits:${because}`,
      recipients: [{ accountId: request.accountId, name: request.name }],
      title: '注销暂缓办理',
      body: `因为${because}，注销暂时不能完成。事情办完后会自动继续，不用重新申请。`,
      values: { result: '暂缓', at: now.toISOString() },
      caseId: null,
    })
  }

  async #expire(tx: EntityManager, id: string): Promise<void> {
    await tx.query(EXPIRED, [id])
    await this.#jobs.enqueue(tx, removeStoredFiles, [{ businessKey: `export ${id}`, payload: { keys: keysOfExport(id) } }])
  }
}
