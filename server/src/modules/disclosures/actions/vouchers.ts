import { disclosureLimits } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { refuseForeignFiles } from '../../repairs/index.ts'
import { auditDisclosure, loadDisclosure, type DisclosureRef } from './load-disclosure.ts'

interface LineRef {
  entry_id: string
  entry_line: number
}

/** Puts masked photos beside a line. They are pinned by their hash when the disclosure is posted. */
export async function addVouchers(
  tx: EntityManager,
  act: CallerAct,
  ref: DisclosureRef,
  number: number,
  { fileIds }: { fileIds: string[] },
): Promise<void> {
  const found = await loadDisclosure(tx, ref, 'edit')
  const line = await lineOf(tx, ref, number)
  await refuseForeignFiles(tx, act, ref.communityId, fileIds)
  const [kept] = (await tx.query(
    `SELECT count(*)::int AS count FROM disclosure_vouchers
     WHERE community_id = $1 AND disclosure_id = $2 AND entry_id = $3 AND entry_line = $4`,
    [ref.communityId, ref.id, line.entry_id, line.entry_line],
  )) as { count: number }[]
  const most = disclosureLimits.vouchersOfLine
  if (kept!.count + fileIds.length > most) throw new ProblemError('DISCLOSURE_VOUCHERS_FULL', { most })
  await tx.query(
    `INSERT INTO disclosure_vouchers (community_id, disclosure_id, entry_id, entry_line, file_id, ordinal, sha256)
     SELECT f.community_id, $2, $3, $4, f.id, $5 + array_position($6::uuid[], f.id), encode(f.sha256, 'hex')
     FROM files f WHERE f.community_id = $1 AND f.id = ANY ($6) ON CONFLICT DO NOTHING`,
    [ref.communityId, ref.id, line.entry_id, line.entry_line, kept!.count, fileIds],
  )
  await touch(tx, ref)
  await auditDisclosure(tx, act, found, { action: 'disclosures.add-voucher', before: null, after: { line: number, fileIds } })
}

export async function removeVoucher(
  tx: EntityManager,
  act: CallerAct,
  ref: DisclosureRef,
  number: number,
  fileId: string,
): Promise<void> {
  const found = await loadDisclosure(tx, ref, 'edit')
  const line = await lineOf(tx, ref, number)
  const [, removed] = (await tx.query(
    `DELETE FROM disclosure_vouchers WHERE community_id = $1 AND disclosure_id = $2 AND entry_id = $3 AND entry_line = $4 AND file_id = $5`,
    [ref.communityId, ref.id, line.entry_id, line.entry_line, fileId],
  )) as [unknown, number]
  if (removed === 0) throw new ProblemError('NOT_FOUND')
  await touch(tx, ref)
  await auditDisclosure(tx, act, found, { action: 'disclosures.remove-voucher', before: { line: number, fileId }, after: null })
}

async function lineOf(tx: EntityManager, { communityId, id }: DisclosureRef, number: number): Promise<LineRef> {
  const [line] = (await tx.query(
    'SELECT entry_id, entry_line FROM disclosure_lines WHERE community_id = $1 AND disclosure_id = $2 AND number = $3',
    [communityId, id, number],
  )) as LineRef[]
  if (!line) throw new ProblemError('NOT_FOUND')
  return line
}

/** Who is about to check it is told that it is no longer what they saw. */
async function touch(tx: EntityManager, { communityId, id }: DisclosureRef): Promise<void> {
  await tx.query('UPDATE disclosures SET version = version + 1 WHERE community_id = $1 AND id = $2', [communityId, id])
}
