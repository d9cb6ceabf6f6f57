import { Inject, Injectable } from '@nestjs/common'
import { privacyTerms } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { FILE_STORE, type FileStore } from '../../../platform/files/index.ts'
import type { JobQueue } from '../../../platform/jobs/index.ts'
import { tellPeople } from '../../messages/index.ts'
import { collectPerson } from '../queries/collect-person.ts'
import { findPerson } from '../queries/find-person.ts'
import { loadRequest, type RequestToDo } from '../queries/load-request.ts'
import { asked } from '../registry/person.ts'
import { daysAfter } from '../rules/index.ts'
import { drawExport } from '../sheets/draw-export.ts'
import { keepExport, keysOfExport } from './export-files.ts'
import { bySystem, dayInChina, exactInChina } from './system.ts'

export const prepareExport: JobQueue<{ requestId: string }> = {
  name: 'privacy.prepare-export',
  retries: 8,
  delaySeconds: 30,
  longestDelaySeconds: 1800,
  lostAfterSeconds: 600,
}

const READY = `
  UPDATE privacy_requests SET state = 'ready', answered_at = $2, effective_at = $3, outcome = $4, version = version + 1
  WHERE id = $1 AND state = 'preparing'`

/** Collects what is held of a person into a file for machines and one for people, and tells them. Twice is the same as once. */
@Injectable()
export class PrepareExport {
  readonly #clock: Clock
  readonly #database: WorkerDatabase
  readonly #store: FileStore

  constructor(clock: Clock, database: WorkerDatabase, @Inject(FILE_STORE) store: FileStore) {
    this.#clock = clock
    this.#database = database
    this.#store = store
  }

  async run({ requestId }: { requestId: string }): Promise<void> {
    const now = this.#clock.now()
    const found = await this.#database.transaction(async (tx) => {
      // One picture of one moment, however long it takes to draw.
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
      const request = await loadRequest(tx, requestId)
      if (request?.state !== 'preparing') return null
      const today = dayInChina(now)
      const person = await findPerson(tx, request.wanted, today)
      return { request, sections: await collectPerson(tx, asked(person, '', now, today)) }
    })
    if (!found) return
    const { request, sections } = found
    const json = {
      说明: '个人信息副本（个人信息保护法第四十五条）',
      申请编号: requestId,
      制作时间: now.toISOString(),
      内容: sections,
    }
    const pdf = await drawExport(request.name, sections, now, exactInChina(now))
    await keepExport(this.#store, requestId, { pdf, json: Buffer.from(JSON.stringify(json, null, 1)) })
    const counts = Object.fromEntries(sections.map(({ table, rows }) => [table, rows.length]))
    const isWanted = await this.#database.transaction((tx) => this.#announce(tx, request, counts))
    // Forgotten while it was drawn.
    if (!isWanted) for (const key of keysOfExport(requestId)) await this.#store.remove(key)
  }

  async #announce(tx: EntityManager, request: RequestToDo, counts: Record<string, number>): Promise<boolean> {
    const now = this.#clock.now()
    const until = daysAfter(now, privacyTerms.downloadDays)
    const [, ready] = (await tx.query(READY, [request.id, now, until, JSON.stringify(counts)])) as [unknown[], number]
    if (ready === 0) return false
    const act: Act = bySystem(now, request.id)
    await tellPeople(tx, act, {
      communityId: request.communities[0]!,
      kind: 'privacy.export-ready',
      businessKey: `privacy:${request.id}:ready`,
      recipients: [{ accountId: request.accountId, name: request.name }],
      title: '您的个人信息已备好',
      body: `请在“我的 → 个人信息”里下载，${privacyTerms.downloadDays} 天内有效，只有您本人能打开。`,
      values: { result: '可下载', at: now.toISOString() },
      caseId: null,
    })
    return true
  }
}
