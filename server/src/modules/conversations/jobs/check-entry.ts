import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { Jobs, TryAgainLater, type JobQueue, type JobRun } from '../../../platform/jobs/index.ts'
import { recordContentCheck, Wechat, WechatError, type ContentCheck } from '../../../wechat/index.ts'

interface Entry {
  communityId: string
  caseId: string
  entryId: string
}

const CHECK_ENTRIES: JobQueue<Entry> = {
  name: 'conversations.check-entry',
  retries: 5,
  delaySeconds: 10,
  longestDelaySeconds: 600,
  lostAfterSeconds: 120,
}

const WRITTEN = `
  SELECT CASE WHEN e.kind = 'opened' THEN c.description ELSE e.content ->> 'text' END AS text, a.openid,
    coalesce((SELECT array_agg(f.id) FROM case_files x JOIN files f ON f.community_id = x.community_id AND f.id = x.file_id
      WHERE x.community_id = e.community_id AND x.case_id = e.case_id AND x.event_id = e.id AND f.kind = 'photo'), '{}') AS photos
  FROM case_events e
  JOIN cases c ON c.community_id = e.community_id AND c.id = e.case_id
  JOIN accounts a ON a.id = c.reporter_account_id
  WHERE e.community_id = $1 AND e.case_id = $2 AND e.id = $3
    AND NOT EXISTS (SELECT 1 FROM content_checks k WHERE k.community_id = e.community_id AND k.subject_id = e.id)`

/** What residents say and send is shown to WeChat's content check; the office sees the verdict beside it, nothing waits. */
@Injectable()
export class CheckEntry implements OnModuleInit {
  readonly #jobs: Jobs
  readonly #wechat: Wechat
  readonly #database: WorkerDatabase
  readonly #links: FileLinks
  readonly #clock: Clock

  constructor(jobs: Jobs, wechat: Wechat, database: WorkerDatabase, links: FileLinks, clock: Clock) {
    this.#jobs = jobs
    this.#wechat = wechat
    this.#database = database
    this.#links = links
    this.#clock = clock
  }

  onModuleInit(): void {
    this.#jobs.handle(CHECK_ENTRIES, (entry, run) => this.#check(entry, run))
  }

  /** Has an entry checked once the transaction commits. */
  later(tx: EntityManager, entry: Entry): Promise<void> {
    return this.#jobs.enqueue(tx, CHECK_ENTRIES, [{ businessKey: entry.entryId, payload: entry }])
  }

  async #check({ communityId, caseId, entryId }: Entry, run: JobRun): Promise<void> {
    const [written] = await this.#database.run<{ text: string; openid: string; photos: string[] }>(WRITTEN, [
      communityId,
      caseId,
      entryId,
    ])
    if (!written) return
    const now = this.#clock.now()
    const about = { communityId, subjectKind: 'conversation', subjectId: entryId }
    const checks: ContentCheck[] = []
    if (written.text) {
      const text = await askedOrPending(run, () => this.#wechat.checkText(written.text, written.openid, 'forum'))
      checks.push({ ...about, verdict: text?.verdict ?? 'pending', traceId: text?.traceId ?? null })
    }
    for (const photo of written.photos) {
      const link = this.#links.signedLink(photo, communityId, 'original', now)
      const asked = await askedOrPending(run, () => this.#wechat.checkPhoto(link, written.openid, 'forum'))
      checks.push({ ...about, verdict: 'pending', traceId: asked?.traceId ?? null })
    }
    await this.#database.transaction(async (tx) => {
      for (const check of checks) await recordContentCheck(tx, { now }, check)
    })
  }
}

/** What WeChat said; nothing when it cannot be asked at all. What may pass is tried again first. */
async function askedOrPending<Answer>(run: JobRun, ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    const mayPass = error.kind === 'busy' || error.kind === 'quota' || error.kind === 'unavailable'
    if (mayPass && !run.lastTry) throw new TryAgainLater(error.message)
    return null
  }
}
