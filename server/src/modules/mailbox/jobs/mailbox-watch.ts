import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Inject, Injectable, Logger } from '@nestjs/common'
import { Interval } from '@nestjs/schedule'
import type { MailEncryption } from '@yinuo/contracts'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { Database, isConnectionLoss, WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { Seal } from '../../../platform/secrets/index.ts'
import { passLetter, takeLetter, type Place } from '../actions/take-letter.ts'
import { ImapMailbox, type OpenFolder } from '../imap/imap-mailbox.ts'
import { MailboxError } from '../imap/mailbox-error.ts'
import { LetterFiles, type KeptAttachment } from '../letter-files.ts'
import { MAILBOX_SEAL } from '../mailbox-seal.ts'
import { bareLetter, readLetter, type ReadLetter } from '../reading/read-letter.ts'
import { isFor, leaseUntil, nextPollAt } from '../rules/index.ts'

const EVERY_MS = 5_000
/** Letters read at one go; what is left is read at the next, which comes at once. */
const MOST_AT_ONCE = 50
/** Clocks of mail servers go wrong; older letters than the mailbox are left where they are. */
const LEEWAY_MS = 2 * 24 * 3_600_000

/** Whoever moves `next_poll_at` on reads the mailbox; who dies over it is replaced when that time comes. */
const TAKE = `
  WITH due AS (
    SELECT community_id FROM mailboxes WHERE active AND next_poll_at <= $1 ORDER BY next_poll_at LIMIT 5 FOR UPDATE SKIP LOCKED
  ), taken AS (
  UPDATE mailboxes b SET next_poll_at = $2 FROM due, communities c
  WHERE b.community_id = due.community_id AND c.id = b.community_id
  RETURNING b.community_id AS "communityId", c.company_id AS "companyId", b.address, b.host, b.port, b.encryption, b.username,
    b.sealed_password AS "sealedPassword", b.folder, b.takes_others AS "takesOthers", b.since, b.uid_validity AS "uidValidity",
    b.last_uid::float8 AS "lastUid", b.failures, b.version,
    (SELECT coalesce(json_agg(o.address), '[]') FROM mailboxes o JOIN communities k ON k.id = o.community_id
     WHERE o.active AND o.community_id <> b.community_id AND k.company_id = c.company_id
       AND (o.host, o.username) = (b.host, b.username)) AS others
  ) SELECT * FROM taken`

const ENDED = `
  UPDATE mailboxes SET polled_at = CASE WHEN $3::text IS NULL THEN $2 ELSE polled_at END,
    failing_since = CASE WHEN $3::text IS NULL THEN NULL ELSE coalesce(failing_since, $2) END,
    failures = $4, last_failure = $3, next_poll_at = $5
  WHERE community_id = $1 AND version = $6`

interface DueMailbox {
  communityId: string
  companyId: string
  address: string
  host: string
  port: number
  encryption: MailEncryption
  username: string
  sealedPassword: string
  folder: string
  takesOthers: boolean
  since: Date
  uidValidity: string | null
  lastUid: number
  failures: number
  version: number
  others: string[]
}

/** Reads the mailboxes of communities, each by one server at a time, and takes in what came. */
@Injectable()
export class MailboxWatch {
  readonly #log = new Logger('mailboxes')
  readonly #worker: WorkerDatabase
  readonly #database: Database
  readonly #clock: Clock
  readonly #imap: ImapMailbox
  readonly #files: LetterFiles
  readonly #seal: Seal
  readonly #works: boolean
  #isRunning = false

  constructor(
    worker: WorkerDatabase,
    database: Database,
    clock: Clock,
    imap: ImapMailbox,
    files: LetterFiles,
    @Inject(MAILBOX_SEAL) seal: Seal,
    @Inject(CONFIG) config: Config,
  ) {
    this.#worker = worker
    this.#database = database
    this.#clock = clock
    this.#imap = imap
    this.#files = files
    this.#seal = seal
    this.#works = config.ROLE !== 'api' && config.NODE_ENV !== 'test'
  }

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (!this.#works || this.#isRunning) return
    this.#isRunning = true
    try {
      await this.run()
    } catch (error) {
      if (!isConnectionLoss(error)) throw error
      this.#log.warn('mailboxes wait for the database')
    } finally {
      this.#isRunning = false
    }
  }

  /** @returns how many letters were taken in */
  async run(): Promise<number> {
    const now = this.#clock.now()
    const due = await this.#worker.run<DueMailbox>(TAKE, [now, leaseUntil(now)])
    const taken = await Promise.all(due.map((mailbox) => this.#poll(mailbox)))
    return taken.reduce((sum, each) => sum + each, 0)
  }

  async #poll(mailbox: DueMailbox): Promise<number> {
    const { communityId, version } = mailbox
    try {
      const { taken, isMore } = await this.#readNew(mailbox)
      const now = this.#clock.now()
      await this.#worker.run(ENDED, [communityId, now, null, 0, isMore ? now : nextPollAt(now, 0), version])
      return taken
    } catch (error) {
      // What went wrong on our side is not told to the office as the mail server's fault.
      const reason = error instanceof MailboxError ? error.message : '系统正忙，稍后自动重试'
      if (!(error instanceof MailboxError)) this.#log.error(`mailbox of ${communityId}: ${(error as Error).stack}`)
      const now = this.#clock.now()
      const failures = mailbox.failures + 1
      await this.#worker.run(ENDED, [communityId, now, reason, failures, nextPollAt(now, failures), version])
      return 0
    }
  }

  async #readNew(mailbox: DueMailbox): Promise<{ taken: number; isMore: boolean }> {
    const password = this.#seal.open(mailbox.sealedPassword, mailbox.communityId)
    return this.#imap.within(mailbox, password, async (folder) => {
      const isSame = mailbox.uidValidity === folder.uidValidity
      const since = new Date(mailbox.since.getTime() - LEEWAY_MS)
      const waiting = await folder.after(isSame ? mailbox.lastUid : 0, since)
      const mine: number[] = []
      for (const uid of waiting.slice(0, MOST_AT_ONCE)) if (await this.#takeIn(mailbox, folder, uid)) mine.push(uid)
      // A mark for people who look into the box; what was taken in is known without it.
      await folder.markTaken(mine).catch(() => undefined)
      return { taken: mine.length, isMore: waiting.length > MOST_AT_ONCE }
    })
  }

  /** @returns whether it is one of this community's */
  async #takeIn(mailbox: DueMailbox, folder: OpenFolder, uid: number): Promise<boolean> {
    const { communityId, companyId } = mailbox
    const place: Place = { communityId, companyId, uidValidity: folder.uidValidity, uid }
    const act = this.#act(mailbox, uid)
    const shelf = await mkdtemp(join(tmpdir(), 'yinuo-letter-'))
    try {
      const letter = await readLetter(folder.read(uid), shelf)
      if (letter.isGone || !isFor(mailbox, mailbox.others, letter.recipients)) {
        await this.#database.write(act, (tx) => passLetter(tx, place))
        return false
      }
      const attachments = await this.#files.keep(act, communityId, letter.digest, shelf, letter.attachments)
      await this.#write(act, place, letter, attachments)
      return true
    } finally {
      await rm(shelf, { recursive: true, force: true })
    }
  }

  /** A letter that cannot be written as it is must not keep those behind it from coming in. */
  async #write(act: Act, place: Place, letter: ReadLetter, attachments: KeptAttachment[]): Promise<void> {
    try {
      await this.#database.write(act, (tx) => takeLetter(tx, act, place, letter, attachments))
    } catch (error) {
      if (isConnectionLoss(error)) throw error
      this.#log.error(`letter ${place.uid} of ${place.communityId} cannot be taken in whole: ${(error as Error).stack}`)
      await this.#database.write(act, (tx) => takeLetter(tx, act, place, bareLetter(letter), []))
    }
  }

  #act({ communityId, companyId }: DueMailbox, uid: number): Act {
    return {
      actor: { kind: 'system', id: null, name: '系统' },
      reach: { communities: [communityId], companies: [companyId] },
      now: this.#clock.now(),
      traceId: `mailbox-${communityId}-${uid}`,
      address: null,
      idempotency: null,
    }
  }
}
