import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import type { LetterAnswerKind } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock/index.ts'
import { CONFIG, type Config } from '../../../platform/config/index.ts'
import { WorkerDatabase, type Act } from '../../../platform/database/index.ts'
import { Jobs, TryAgainLater, type JobQueue, type JobRun } from '../../../platform/jobs/index.ts'
import { OutboxRelay, type OutboxEvent } from '../../../platform/outbox/index.ts'
import { complaintProcedure, complaintText } from '../../complaints/index.ts'
import { conversationProcedure } from '../../conversations/index.ts'
import { Mailer, MailError } from '../../messages/index.ts'
import { LETTER_ANSWERED, LETTER_WAITS } from '../actions/take-letter.ts'
import { answerIdOf, answerMail } from '../rules/index.ts'
import { tellOfLetter } from './tell-of-letter.ts'

interface AnswerRef {
  communityId: string
  answerId: string
}

export const answerLetter: JobQueue<AnswerRef> = {
  name: 'mailbox.answer',
  retries: 20,
  delaySeconds: 10,
  longestDelaySeconds: 900,
  lostAfterSeconds: 120,
}

/** What the office says to who complained or asked by mail, they read where they wrote from. */
const TOLD_BY_MAIL: Readonly<Record<string, readonly string[]>> = {
  [complaintProcedure.kind]: ['talk', 'propose', 'finish'],
  [conversationProcedure.kind]: ['reply'],
}

const OWED_ANSWER = `
  INSERT INTO letter_answers (community_id, id, letter_id, case_id, kind, to_address, case_number, content, asked_at)
  SELECT l.community_id, $3, l.id, c.id, 'answer', l.from_address, c.number, $4, $5
  FROM letters l JOIN cases c ON c.community_id = l.community_id AND c.id = l.case_id
  WHERE l.community_id = $1 AND l.case_id = $2 AND l.state = 'registered' AND l.from_address IS NOT NULL
  ORDER BY l.received_at, l.id LIMIT 1
  ON CONFLICT DO NOTHING RETURNING id`

const LOAD = `
  SELECT a.kind, a.state, a.to_address AS "to", a.case_number AS "caseNumber", a.content, a.letter_id AS "letterId", l.subject,
    l.message_id AS "messageId", b.address AS "replyTo", c.name AS "communityName"
  FROM letter_answers a
  JOIN letters l ON l.community_id = a.community_id AND l.id = a.letter_id
  JOIN mailboxes b ON b.community_id = a.community_id
  JOIN communities c ON c.id = a.community_id
  WHERE a.community_id = $1 AND a.id = $2`

const END = 'UPDATE letter_answers SET state = $3, failure = $4, sent_at = $5 WHERE community_id = $1 AND id = $2'

interface Owed {
  kind: LetterAnswerKind
  state: string
  to: string
  caseNumber: string | null
  content: string
  letterId: string
  subject: string
  messageId: string | null
  replyTo: string
  communityName: string
}

/**
 * What follows from letters: the desk is told of what waits, and what goes back to who wrote: an acknowledgement, and what the office says about
 * the complaint or question that came of it.
 */
@Injectable()
export class AnswerLetters implements OnModuleInit {
  readonly #clock: Clock
  readonly #database: WorkerDatabase
  readonly #mailer: Mailer
  readonly #jobs: Jobs
  readonly #relay: OutboxRelay
  readonly #domain: string

  constructor(
    clock: Clock,
    database: WorkerDatabase,
    mailer: Mailer,
    jobs: Jobs,
    relay: OutboxRelay,
    @Inject(CONFIG) config: Config,
  ) {
    this.#clock = clock
    this.#database = database
    this.#mailer = mailer
    this.#jobs = jobs
    this.#relay = relay
    this.#domain = new URL(config.PUBLIC_URL).hostname
  }

  onModuleInit(): void {
    this.#jobs.handle(answerLetter, (ref, run) => this.#send(ref, run))
    this.#relay.on(LETTER_ANSWERED, (tx, _act, { communityId, payload }) =>
      this.#enqueue(tx, communityId, payload.answerId as string),
    )
    this.#relay.on(LETTER_WAITS, tellOfLetter)
    this.#relay.on('case.moved', (tx, act, event) => this.#onMoved(tx, act, event))
  }

  async #onMoved(tx: EntityManager, act: Act, { communityId, payload }: OutboxEvent): Promise<void> {
    const { caseId, kind, action, eventId, actor } = payload as unknown as Record<
      'caseId' | 'kind' | 'action' | 'eventId',
      string
    > & {
      actor: Act['actor']
    }
    if (actor.kind !== 'staff' || !TOLD_BY_MAIL[kind]?.includes(action)) return
    const [event] = (await tx.query('SELECT content FROM case_events WHERE community_id = $1 AND case_id = $2 AND id = $3', [
      communityId,
      caseId,
      eventId,
    ])) as { content: Record<string, unknown> }[]
    const text = kind === conversationProcedure.kind ? String(event!.content.text) : complaintText(action, event!.content)
    const owed = (await tx.query(OWED_ANSWER, [communityId, caseId, eventId, text, act.now])) as unknown[]
    if (owed.length > 0) await this.#enqueue(tx, communityId, eventId)
  }

  #enqueue(tx: EntityManager, communityId: string, answerId: string): Promise<void> {
    return this.#jobs.enqueue(tx, answerLetter, [
      { businessKey: `${communityId} ${answerId}`, payload: { communityId, answerId } },
    ])
  }

  async #send({ communityId, answerId }: AnswerRef, { lastTry }: JobRun): Promise<void> {
    const [owed] = await this.#database.run<Owed>(LOAD, [communityId, answerId])
    if (owed?.state !== 'pending') return
    const failure = await this.#bring(owed, answerId, lastTry)
    const sentAt = failure === null ? this.#clock.now() : null
    await this.#database.run(END, [communityId, answerId, failure === null ? 'sent' : 'failed', failure, sentAt])
  }

  /** @returns why it cannot be brought; null when it was */
  async #bring(
    { kind, to, letterId, messageId, replyTo, ...words }: Owed,
    answerId: string,
    lastTry: boolean,
  ): Promise<string | null> {
    if (!this.#mailer.isConfigured) return '系统没有配置发信服务器'
    const isAutomatic = kind === 'acknowledgement'
    try {
      await this.#mailer.send({
        ...answerMail({ ...words, isAutomatic }),
        to,
        messageId: answerIdOf(letterId, answerId, this.#domain),
        answers: { replyTo, inReplyTo: messageId, isAutomatic },
      })
      return null
    } catch (error) {
      if (!(error instanceof MailError)) throw error
      if (error.passing && !lastTry) throw new TryAgainLater(error.message)
      return error.message
    }
  }
}
