import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/index.ts'
import { WorkerDatabase } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { TryAgainLater, type JobQueue, type JobRun } from '../../../platform/jobs/index.ts'
import { recordContentCheck, Wechat, WechatError, type ContentCheck } from '../../../wechat/index.ts'

/** What a resident wrote and showed, and by what WeChat knows them. */
export interface Written {
  text: string
  openid: string
  photos: string[]
}

/** The queue in which one kind of thing residents write waits for the check. */
export const checkQueue = <Of extends object>(name: string): JobQueue<Of> => ({
  name,
  retries: 5,
  delaySeconds: 10,
  longestDelaySeconds: 600,
  lostAfterSeconds: 120,
})

/**
 * What residents write and photograph is shown to WeChat's content check, as its rules ask (wechat.md A1.6). Nothing is lost or
 * held up by it: the office sees the verdict beside what was said, and `pending` when the checker is down.
 */
@Injectable()
export class ContentCheckup {
  readonly #wechat: Wechat
  readonly #database: WorkerDatabase
  readonly #links: FileLinks
  readonly #clock: Clock

  constructor(wechat: Wechat, database: WorkerDatabase, links: FileLinks, clock: Clock) {
    this.#wechat = wechat
    this.#database = database
    this.#links = links
    this.#clock = clock
  }

  async check(
    about: Pick<ContentCheck, 'communityId' | 'subjectKind' | 'subjectId'>,
    { text, openid, photos }: Written,
    run: JobRun,
  ): Promise<void> {
    const now = this.#clock.now()
    const checks: ContentCheck[] = []
    if (text) {
      const said = await askedOrPending(run, () => this.#wechat.checkText(text, openid, 'forum'))
      checks.push({ ...about, verdict: said?.verdict ?? 'pending', traceId: said?.traceId ?? null })
    }
    for (const photo of photos) {
      const link = this.#links.signedLink(photo, about.communityId, 'original', now)
      const asked = await askedOrPending(run, () => this.#wechat.checkPhoto(link, openid, 'forum'))
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
