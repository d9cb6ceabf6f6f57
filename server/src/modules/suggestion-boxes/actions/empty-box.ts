import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const CLOCKS_DIFFER_MS = 5 * 60_000

export interface OpeningWish {
  openedAt: string
  witness: string
  slips: number
  note?: string
  fileIds: string[]
}

/** A box is opened before a witness, and the slips in it are counted. */
export async function emptyBox(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  boxId: string,
  { openedAt, witness, slips, note = '', fileIds }: OpeningWish,
): Promise<string> {
  const [box] = (await tx.query(
    'SELECT retired_at, building_id FROM suggestion_boxes WHERE community_id = $1 AND id = $2 FOR SHARE',
    [communityId, boxId],
  )) as { retired_at: Date | null; building_id: string | null }[]
  if (!box) throw new ProblemError('NOT_FOUND')
  if (box.retired_at) throw new ProblemError('BOX_RETIRED')
  const opened = instantOf(openedAt, act.now)
  await refuseForeignFiles(tx, act, communityId, fileIds)
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO box_openings (community_id, id, box_id, building_id, opened_at, opened_by, opened_by_name, witness, slips, note, file_ids,
       created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [communityId, id, boxId, box.building_id, opened, act.actor.id, act.actor.name, witness, slips, note, fileIds, act.now],
  )
  const after = { boxId, openedAt, witness, slips, note, photos: fileIds.length }
  await auditOpening(tx, act, communityId, id, { action: 'boxes.empty', before: null, after })
  return id
}

/** Clocks of phones go a little before ours: what is a few minutes away is now. */
function instantOf(openedAt: string, now: Date): Date {
  const opened = new Date(openedAt)
  if (opened.getTime() - now.getTime() > CLOCKS_DIFFER_MS) throw new ProblemError('OPENING_IN_FUTURE')
  return opened > now ? now : opened
}

/** A miscount is set right; what is registered already stays. */
export async function correctCount(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  { version, slips, reason }: { version: number; slips: number; reason: string },
): Promise<void> {
  const [opening] = (await tx.query(
    'SELECT slips, registered, version FROM box_openings WHERE community_id = $1 AND id = $2 FOR UPDATE',
    [communityId, id],
  )) as { slips: number; registered: number; version: number }[]
  if (!opening) throw new ProblemError('NOT_FOUND')
  if (opening.version !== version) throw new ProblemError('STALE_VERSION')
  if (slips < opening.registered) throw new ProblemError('SLIPS_FEWER', { registered: opening.registered })
  await tx.query('UPDATE box_openings SET slips = $3, version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    id,
    slips,
  ])
  const change = { action: 'boxes.correct-count', before: { slips: opening.slips }, after: { slips, reason } }
  await auditOpening(tx, act, communityId, id, change)
}

/** Only what the caller uploaded, and that nothing holds yet. */
async function refuseForeignFiles(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return
  const [row] = (await tx.query(
    'SELECT count(*)::int AS own FROM files WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND uploaded_by = ANY ($3::uuid[])',
    [communityId, fileIds, [act.caller.staff?.id, act.caller.account?.id].filter(Boolean)],
  )) as { own: number }[]
  if (row!.own !== fileIds.length) throw new ProblemError('NOT_FOUND')
}

export async function auditOpening(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  subjectId: string,
  change: { action: string; before: unknown; after: unknown },
): Promise<void> {
  const { companyId } = act.caller.staff!
  await recordAudit(tx, act, { companyId, communityId, subjectKind: 'box-opening', subjectId, ...change })
}
