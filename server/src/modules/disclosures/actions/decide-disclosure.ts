import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { LEDGER_CHANGED } from '../queries/copy.sql.ts'
import { auditDisclosure, loadDisclosure, refuseSame, type DisclosureRef } from './load-disclosure.ts'

interface Seen {
  version: number
}

/** Somebody who did not write it has looked at it; from now on nothing of it is changed. */
export async function checkDisclosure(tx: EntityManager, act: CallerAct, ref: DisclosureRef, { version }: Seen): Promise<void> {
  const found = await loadDisclosure(tx, ref, 'check', version)
  refuseSame(act, found.edited_by, { name: found.edited_by_name, done: '编制', action: '审核' })
  await refuseChangedLedger(tx, ref, '审核')
  await tx.query(
    `UPDATE disclosures SET state = 'checked', checked_by = $3, checked_by_name = $4, checked_at = $5, returned_because = NULL,
       version = version + 1 WHERE community_id = $1 AND id = $2`,
    [ref.communityId, ref.id, act.actor.id, act.actor.name, act.now],
  )
  await auditDisclosure(tx, act, found, { action: 'disclosures.check', before: { state: 'draft' }, after: { state: 'checked' } })
}

export async function returnDisclosure(
  tx: EntityManager,
  act: CallerAct,
  ref: DisclosureRef,
  { reason, version }: Seen & { reason: string },
): Promise<void> {
  const found = await loadDisclosure(tx, ref, 'return', version)
  await tx.query(
    `UPDATE disclosures SET state = 'draft', checked_by = NULL, checked_by_name = NULL, checked_at = NULL, returned_because = $3,
       version = version + 1 WHERE community_id = $1 AND id = $2`,
    [ref.communityId, ref.id, reason],
  )
  const after = { state: 'draft', reason }
  await auditDisclosure(tx, act, found, { action: 'disclosures.return', before: { state: 'checked' }, after })
}

/** What residents are shown is what stands in the books at that moment. */
export async function refuseChangedLedger(tx: EntityManager, { communityId, id }: DisclosureRef, action: string): Promise<void> {
  const [books] = (await tx.query(
    `SELECT ${LEDGER_CHANGED} AS changed FROM disclosures d WHERE d.community_id = $1 AND d.id = $2`,
    [communityId, id],
  )) as { changed: boolean }[]
  if (books!.changed) throw new ProblemError('DISCLOSURE_LEDGER_CHANGED', { action })
}
