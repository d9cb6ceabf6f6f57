import type { Unsealed, UnsealingReceipt } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { appendEvent } from '../../cases/index.ts'
import type { AuthorSeal } from '../author-seal.ts'

const GOOD_FOR_MS = 24 * 3_600_000

/** COM-06: the first of two asks, with a reason everybody who reads the complaint can see; who handles it does not ask. */
export async function askUnsealing(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  caseId: string,
  reason: string,
): Promise<UnsealingReceipt> {
  const found = await anonymousCase(tx, communityId, caseId)
  await refuseHandlers(tx, communityId, caseId, [act.actor.id!])
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO complaint_unsealings (community_id, id, case_id, reason, asked_by, asked_by_name, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [communityId, id, caseId, reason, act.actor.id, act.actor.name, act.now],
  )
  await appendEvent(tx, act, communityId, caseId, 'unsealing-asked', { reason })
  await recordAudit(tx, act, {
    companyId: found.company_id,
    communityId,
    action: 'complaints.ask-unsealing',
    subjectKind: 'case',
    subjectId: caseId,
    before: null,
    after: { unsealingId: id, number: found.number, reason },
  })
  return { id }
}

interface Asked {
  case_id: string
  reason: string
  asked_by: string
  asked_by_name: string
  asked_at: Date
  opened_by: string | null
}

/**
 * COM-06: the second of two opens. Neither has handled the complaint, and each reading is an entry of the audit log.
 * Once open, both of the two may read it again until the asking has grown old.
 */
export async function openSeal(
  tx: EntityManager,
  seal: AuthorSeal,
  act: CallerAct,
  communityId: string,
  id: string,
): Promise<Unsealed> {
  const [asked] = (await tx.query(
    `SELECT case_id, reason, asked_by, asked_by_name, asked_at, opened_by FROM complaint_unsealings
     WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as Asked[]
  if (!asked) throw new ProblemError('NOT_FOUND')
  const found = await anonymousCase(tx, communityId, asked.case_id)
  const mayRead = asked.opened_by ? [asked.asked_by, asked.opened_by].includes(act.actor.id!) : act.actor.id !== asked.asked_by
  if (!mayRead) throw new ProblemError('UNSEALING_BY_ANOTHER')
  await refuseHandlers(tx, communityId, asked.case_id, [act.actor.id!, asked.asked_by])
  if (act.now.getTime() - asked.asked_at.getTime() > GOOD_FOR_MS) throw new ProblemError('UNSEALING_TOO_OLD')
  if (!asked.opened_by) {
    await tx.query(
      'UPDATE complaint_unsealings SET opened_by = $3, opened_by_name = $4, opened_at = $5 WHERE community_id = $1 AND id = $2',
      [communityId, id, act.actor.id, act.actor.name, act.now],
    )
    const names = { askedByName: asked.asked_by_name, openedByName: act.actor.name }
    await appendEvent(tx, act, communityId, asked.case_id, 'unsealed', names)
  }
  await recordAudit(tx, act, {
    companyId: found.company_id,
    communityId,
    action: 'complaints.open-seal',
    subjectKind: 'case',
    subjectId: asked.case_id,
    before: null,
    after: { unsealingId: id, number: found.number, reason: asked.reason, askedBy: asked.asked_by_name },
  })
  const [author] = (await tx.query('SELECT sealed FROM complaint_authors WHERE community_id = $1 AND case_id = $2', [
    communityId,
    asked.case_id,
  ])) as { sealed: string }[]
  if (!author) return FORGOTTEN
  const { accountId, name, phone, unitLabel } = seal.open(author.sealed, asked.case_id)
  return (await isForgotten(tx, accountId)) ? FORGOTTEN : { name, phone, unitLabel }
}

/** Who asked to be forgotten is nobody here either: the seal was destroyed with the account. */
const FORGOTTEN: Unsealed = { name: '已注销用户', phone: null, unitLabel: '' }

/** Who was forgotten before seals were destroyed. */
async function isForgotten(tx: EntityManager, accountId: string): Promise<boolean> {
  const rows = (await tx.query(`SELECT 1 FROM accounts WHERE id = $1 AND starts_with(openid, 'erased:')`, [
    accountId,
  ])) as unknown[]
  return rows.length > 0
}

/** Whoever has it in hand, or had: passing it on for a day is no way to learn who wrote it. */
async function refuseHandlers(tx: EntityManager, communityId: string, caseId: string, staffIds: string[]): Promise<void> {
  const handled = (await tx.query(
    `SELECT 1 FROM case_events WHERE community_id = $1 AND case_id = $2 AND kind IN ('assign', 'hand-over')
       AND content ->> 'assigneeId' = ANY ($3::text[])`,
    [communityId, caseId, staffIds],
  )) as unknown[]
  if (handled.length > 0) throw new ProblemError('UNSEALING_BY_ANOTHER')
}

interface Found {
  number: string
  company_id: string
}

async function anonymousCase(tx: EntityManager, communityId: string, id: string): Promise<Found> {
  const [found] = (await tx.query(
    `SELECT c.number, m.company_id, k.anonymous FROM cases c
     JOIN communities m ON m.id = c.community_id
     JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id
     WHERE c.community_id = $1 AND c.id = $2`,
    [communityId, id],
  )) as (Found & { anonymous: boolean })[]
  if (!found) throw new ProblemError('NOT_FOUND')
  if (!found.anonymous) throw new ProblemError('COMPLAINT_NOT_ANONYMOUS')
  return found
}
