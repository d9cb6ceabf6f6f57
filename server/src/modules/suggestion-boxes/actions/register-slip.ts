import type { ComplaintReceipt, RegisterComplaint } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { registerComplaint } from '../../complaints/index.ts'
import { auditOpening } from './empty-box.ts'

export type SlipWish = Omit<RegisterComplaint, 'channel'>

/** A slip becomes a complaint, a suggestion or praise like any other. */
export async function registerSlip(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  openingId: string,
  slip: SlipWish,
): Promise<ComplaintReceipt> {
  const ordinal = await takeNext(tx, communityId, openingId)
  const receipt = await registerComplaint(tx, act, communityId, { ...slip, channel: 'suggestion-box' })
  await keep(tx, act, communityId, openingId, ordinal, { caseId: receipt.id, unreadableBecause: null })
  const after = { ordinal, number: receipt.number }
  await auditOpening(tx, act, communityId, openingId, { action: 'boxes.register-slip', before: null, after })
  return receipt
}

/** A slip nobody can read is one of those that were counted, and says why nothing came of it. */
export async function registerUnreadable(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  openingId: string,
  reason: string,
): Promise<void> {
  const ordinal = await takeNext(tx, communityId, openingId)
  await keep(tx, act, communityId, openingId, ordinal, { caseId: null, unreadableBecause: reason })
  await auditOpening(tx, act, communityId, openingId, {
    action: 'boxes.unreadable-slip',
    before: null,
    after: { ordinal, reason },
  })
}

/** Which of the counted slips this is. Two people who register at once get one each, and never more than there are. */
async function takeNext(tx: EntityManager, communityId: string, openingId: string): Promise<number> {
  const [[taken]] = (await tx.query(
    `UPDATE box_openings SET registered = registered + 1, version = version + 1
     WHERE community_id = $1 AND id = $2 AND registered < slips RETURNING registered`,
    [communityId, openingId],
  )) as [{ registered: number }[]]
  if (taken) return taken.registered
  const [opening] = (await tx.query('SELECT slips FROM box_openings WHERE community_id = $1 AND id = $2', [
    communityId,
    openingId,
  ])) as { slips: number }[]
  throw opening ? new ProblemError('SLIPS_COMPLETE', { slips: opening.slips }) : new ProblemError('NOT_FOUND')
}

async function keep(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  openingId: string,
  ordinal: number,
  { caseId, unreadableBecause }: { caseId: string | null; unreadableBecause: string | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO box_slips (community_id, id, opening_id, ordinal, case_id, unreadable_because, registered_by, registered_by_name,
       registered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [communityId, newId(act.now), openingId, ordinal, caseId, unreadableBecause, act.actor.id, act.actor.name, act.now],
  )
}
