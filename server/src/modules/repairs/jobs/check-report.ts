import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { Jobs, TryAgainLater, type JobQueue, type JobRun } from '../../../platform/jobs/index.ts'
import { recordContentCheck, Wechat, WechatError, type ContentCheck } from '../../../wechat/index.ts'

interface Report {
  communityId: string
  caseId: string
}

const CHECK_REPORTS: JobQueue<Report> = {
  name: 'repairs.check-report',
  retries: 5,
  delaySeconds: 10,
  longestDelaySeconds: 600,
  lostAfterSeconds: 120,
}

const WRITTEN = `
  SELECT c.description, a.openid, coalesce((SELECT array_agg(f.id) FROM case_files cf
      JOIN files f ON f.community_id = cf.community_id AND f.id = cf.file_id
      WHERE cf.community_id = c.community_id AND cf.case_id = c.id AND cf.purpose = 'report' AND f.kind = 'photo'), '{}') AS photos
  FROM cases c JOIN accounts a ON a.id = c.reporter_account_id
  WHERE c.community_id = $1 AND c.id = $2 AND c.registered_by IS NULL
    AND NOT EXISTS (SELECT 1 FROM content_checks k WHERE k.community_id = c.community_id AND k.subject_id = c.id)`

/**
 * What residents write and photograph is shown to WeChat's content check, as its rules ask (wechat.md A1.6). A repair is
 * never lost or held up by it: the office sees the verdict beside the repair, and `pending` when the checker is down.
 */
@Injectable()
export class CheckReport implements OnModuleInit {
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
    this.#jobs.handle(CHECK_REPORTS, (report, run) => this.#check(report, run))
  }

  /** Has a report checked once the transaction commits. */
  later(tx: EntityManager, report: Report): Promise<void> {
    return this.#jobs.enqueue(tx, CHECK_REPORTS, [{ businessKey: report.caseId, payload: report }])
  }

  async #check({ communityId, caseId }: Report, run: JobRun): Promise<void> {
    const [written] = await this.#database.run<{ description: string; openid: string; photos: string[] }>(WRITTEN, [
      communityId,
      caseId,
    ])
    if (!written) return
    const now = this.#clock.now()
    const about = { communityId, subjectKind: 'repair', subjectId: caseId }
    const text = await askedOrPending(run, () => this.#wechat.checkText(written.description, written.openid, 'forum'))
    const checks: ContentCheck[] = [{ ...about, verdict: text?.verdict ?? 'pending', traceId: text?.traceId ?? null }]
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
