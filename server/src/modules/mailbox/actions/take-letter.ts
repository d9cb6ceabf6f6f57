import type { letterAnswerKinds } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import { complainByMail, talkByMail } from '../../complaints/index.ts'
import type { KeptAttachment } from '../letter-files.ts'
import { senderFacts } from '../queries/letter-facts.ts'
import type { ReadLetter } from '../reading/read-letter.ts'
import {
  acknowledgementText,
  asksForSilence,
  automaticBecause,
  fateOf,
  isForged,
  mayAcknowledge,
  type Fate,
} from '../rules/index.ts'

export const LETTER_ANSWERED = 'letter.answered'
export const LETTER_WAITS = 'letter.waits'

/** Where in the folder a letter lies. */
export interface Place {
  communityId: string
  companyId: string
  uidValidity: string
  uid: number
}

/**
 * Writes down how far the folder was read; who reads it at the same time waits here for the end of this transaction.
 */
export async function passLetter(tx: EntityManager, { communityId, uidValidity, uid }: Place): Promise<void> {
  await tx.query(
    `UPDATE mailboxes SET last_uid = CASE WHEN uid_validity = $2 THEN greatest(last_uid, $3) ELSE $3 END, uid_validity = $2
     WHERE community_id = $1`,
    [communityId, uidValidity, uid],
  )
}

/**
 * A letter comes in, once under its key whatever died in between (COM-01): the complaint it becomes, the word it adds, what it says
 * and how far the folder was read are one transaction.
 * @returns whether it was new
 */
export async function takeLetter(
  tx: EntityManager,
  act: Act,
  place: Place,
  letter: ReadLetter,
  attachments: KeptAttachment[],
): Promise<boolean> {
  const { communityId } = place
  await passLetter(tx, place)
  const key = letter.messageId ?? `sha256:${letter.digest}`
  const known = (await tx.query('SELECT 1 FROM letters WHERE community_id = $1 AND message_key = $2', [
    communityId,
    key,
  ])) as unknown[]
  if (known.length > 0) return false
  const facts = await senderFacts(tx, act, communityId, letter)
  const automatic = automaticBecause(letter.headers, letter.from, new Set(facts.ownAddresses))
  const forged = isForged(letter.headers)
  const { isReadable, words } = letter
  const fate = fateOf({ ...facts, automatic, forged, isReadable, hasWords: words !== '' || letter.subject !== '' })
  const fileIds = attachments.flatMap(({ fileId }) => fileId ?? [])
  const opened = await carryOut(tx, act, place, { fate, letter, fileIds, attachments })
  const id = newId(act.now)
  await write(tx, act, place, { id, key, letter, attachments, fileIds, fate: { ...fate, caseId: opened?.id ?? fate.caseId } })
  if (
    mayAcknowledge({
      ...facts,
      automatic,
      forged,
      isContinuation: facts.referred !== null,
      asksForSilence: asksForSilence(letter.headers),
    })
  )
    await acknowledge(tx, act, communityId, { id, to: letter.from!, opened })
  if (fate.state === 'waiting') await tell(tx, act, LETTER_WAITS, communityId, { letterId: id })
  return true
}

interface Decided {
  fate: Fate
  letter: ReadLetter
  fileIds: string[]
  attachments: KeptAttachment[]
}

const MOST_DESCRIPTION = 1000

async function carryOut(
  tx: EntityManager,
  act: Act,
  { communityId }: Place,
  { fate, letter, fileIds, attachments }: Decided,
): Promise<{ id: string; number: string } | null> {
  if (fate.state === 'registered') {
    const description = describe(letter, attachments)
    const { residentId, unitId } = fate.author!
    return complainByMail(tx, act, communityId, { residentId, unitId, description, fileIds })
  }
  if (fate.state === 'appended') {
    const text = describe({ ...letter, subject: '', content: letter.words }, attachments)
    await talkByMail(tx, act, { communityId, id: fate.caseId! }, { text, fileIds })
  }
  return null
}

/** What a case says of a letter; what does not fit is in the letter. */
export function describe(
  { subject, content }: Pick<ReadLetter, 'subject' | 'content'>,
  attachments: readonly Pick<KeptAttachment, 'name' | 'left' | 'key'>[],
): string {
  const left = attachments.filter(({ left, key }) => left !== null || key !== null).map(({ name }) => name)
  const foot = left.length > 0 ? `\n（邮件另有附件：${left.join('、')}，详见来信）`.slice(0, 200) : ''
  const text = [subject, content].filter(Boolean).join('\n')
  const room = MOST_DESCRIPTION - foot.length
  if (text.length <= room) return text + foot
  return `${text.slice(0, room - 12).toWellFormed()}…（全文见来信）${foot}`
}

interface Written extends Decided {
  id: string
  key: string
}

async function write(
  tx: EntityManager,
  act: Act,
  { communityId, companyId }: Place,
  { id, key, letter, attachments, fileIds, fate }: Written,
): Promise<void> {
  await tx.query(
    `INSERT INTO letters (community_id, id, message_key, message_id, from_address, from_name, sender, account_id, subject, content, remarks,
       attachments, file_ids, sent_at, received_at, state, case_id, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      communityId,
      id,
      key,
      letter.messageId,
      letter.from,
      letter.fromName,
      fate.sender,
      fate.author?.accountId ?? null,
      letter.subject,
      letter.content,
      letter.remarks,
      JSON.stringify(attachments),
      fileIds,
      letter.sentAt,
      act.now,
      fate.state,
      fate.caseId,
      fate.reason,
    ],
  )
  await recordAudit(tx, act, {
    companyId,
    communityId,
    action: 'letters.take-in',
    subjectKind: 'letter',
    subjectId: id,
    before: null,
    after: { state: fate.state, caseId: fate.caseId },
  })
}

async function acknowledge(
  tx: EntityManager,
  act: Act,
  communityId: string,
  { id, to, opened }: { id: string; to: string; opened: { id: string; number: string } | null },
): Promise<void> {
  const kind: keyof typeof letterAnswerKinds = 'acknowledgement'
  const number = opened?.number ?? null
  await tx.query(
    `INSERT INTO letter_answers (community_id, id, letter_id, case_id, kind, to_address, case_number, content, asked_at)
     VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8)`,
    [communityId, id, opened?.id ?? null, kind, to, number, acknowledgementText(number), act.now],
  )
  await tell(tx, act, LETTER_ANSWERED, communityId, { answerId: id })
}
