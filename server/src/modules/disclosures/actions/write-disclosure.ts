import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { copyLines, openingBefore } from '../queries/copy.sql.ts'
import { auditDisclosure, loadDisclosure, type DisclosureRef } from './load-disclosure.ts'

export interface DisclosureWish {
  notes: string
  bankFen?: number | null
  version: number
}

export async function editDisclosure(tx: EntityManager, act: CallerAct, ref: DisclosureRef, wish: DisclosureWish): Promise<void> {
  const found = await loadDisclosure(tx, ref, 'edit', wish.version)
  const after = { notes: wish.notes, bankFen: wish.bankFen ?? null }
  await tx.query(
    `UPDATE disclosures SET notes = $3, bank_fen = $4, edited_by = $5, edited_by_name = $6, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [ref.communityId, ref.id, after.notes, after.bankFen, act.actor.id, act.actor.name],
  )
  const before = { notes: found.notes, bankFen: found.bank_fen }
  await auditDisclosure(tx, act, found, { action: 'disclosures.edit', before, after })
}

/** Takes the lines out of the books anew; vouchers stay with the lines they belong to. */
export async function copyDisclosure(
  tx: EntityManager,
  act: CallerAct,
  ref: DisclosureRef,
  { version }: { version: number },
): Promise<void> {
  const found = await loadDisclosure(tx, ref, 'copy', version)
  await tx.query('DELETE FROM disclosure_lines WHERE community_id = $1 AND disclosure_id = $2', [ref.communityId, ref.id])
  const { lines, openingFen } = await takeLines(tx, ref)
  await tx.query(
    `UPDATE disclosures d SET opening_fen = $3, copied_at = $4, edited_by = $5, edited_by_name = $6, version = version + 1
     WHERE d.community_id = $1 AND d.id = $2`,
    [ref.communityId, ref.id, openingFen, act.now, act.actor.id, act.actor.name],
  )
  await auditDisclosure(tx, act, found, {
    action: 'disclosures.copy',
    before: { openingFen: found.opening_fen },
    after: { openingFen, lines },
  })
}

async function takeLines(tx: EntityManager, { communityId, id }: DisclosureRef): Promise<{ lines: number; openingFen: number }> {
  const [taken] = (await tx.query(
    `WITH d AS (SELECT * FROM disclosures WHERE community_id = $1 AND id = $2), taken AS (${copyLines('d')} RETURNING 1)
     SELECT (SELECT count(*)::int FROM taken) AS lines,
       ${openingBefore('d.community_id', 'd.fund', 'd.period_from')}::float8 AS "openingFen" FROM d`,
    [communityId, id],
  )) as { lines: number; openingFen: number }[]
  return taken!
}

/** A correction is a new edition beside the one that stands: same period, lines of the books as they are now, vouchers taken over. */
export async function correctDisclosure(
  tx: EntityManager,
  act: CallerAct,
  ref: DisclosureRef,
  { reason }: { reason: string },
): Promise<string> {
  const found = await loadDisclosure(tx, ref, 'correct')
  const id = newId(act.now)
  const made = (await tx.query(
    `INSERT INTO disclosures (community_id, id, fund, period_from, period_to, edition, due_on, notes, reason, opening_fen, bank_fen, copied_at,
       edited_by, edited_by_name, created_at)
     SELECT d.community_id, $3, d.fund, d.period_from, d.period_to, d.edition + 1, d.due_on, d.notes, $4, d.opening_fen, d.bank_fen, $5, $6,
       $7, $5
     FROM disclosures d WHERE d.community_id = $1 AND d.id = $2
       AND d.edition = (SELECT max(x.edition) FROM disclosures x WHERE x.community_id = d.community_id AND x.fund = d.fund
         AND x.period_from = d.period_from)
     ON CONFLICT DO NOTHING RETURNING id`,
    [ref.communityId, ref.id, id, reason, act.now, act.actor.id, act.actor.name],
  )) as unknown[]
  if (made.length === 0) throw new ProblemError('DISCLOSURE_CORRECTION_OPEN')
  const { openingFen } = await takeLines(tx, { communityId: ref.communityId, id })
  await tx.query('UPDATE disclosures SET opening_fen = $3 WHERE community_id = $1 AND id = $2', [ref.communityId, id, openingFen])
  await tx.query(
    `INSERT INTO disclosure_vouchers (community_id, disclosure_id, entry_id, entry_line, file_id, ordinal, sha256)
     SELECT community_id, $3, entry_id, entry_line, file_id, ordinal, sha256 FROM disclosure_vouchers
     WHERE community_id = $1 AND disclosure_id = $2`,
    [ref.communityId, ref.id, id],
  )
  await auditDisclosure(
    tx,
    act,
    { ...found, id },
    { action: 'disclosures.correct', before: { edition: found.edition }, after: { edition: found.edition + 1, reason } },
  )
  return id
}
