import type { EntityManager } from 'typeorm'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { auditArchive } from './audit-archive.ts'
import { lockHousehold } from './load-household.ts'

/** Leaves a note for colleagues; residents never see it. */
export async function writeNote(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  unitId: string,
  note: { text: string; pinned: boolean },
): Promise<{ id: string }> {
  await lockHousehold(tx, communityId, unitId)
  const id = newId(act.now)
  await tx.query(
    `INSERT INTO household_notes (community_id, id, unit_id, text, pinned, written_by, written_by_name, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [communityId, id, unitId, note.text, note.pinned, act.actor.id, act.actor.name, act.now],
  )
  await auditNote(tx, act, { communityId, id, action: 'archive.write-note', before: null, after: { unitId, ...note } })
  return { id }
}

/** Pinned notes stand first. Pinning a pinned one changes nothing. */
export async function pinNote(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  id: string,
  pinned: boolean,
): Promise<void> {
  const note = await lockNote(tx, communityId, id)
  if (note.withdrawn) throw new ProblemError('NOT_FOUND')
  if (note.pinned === pinned) return
  await tx.query('UPDATE household_notes SET pinned = $3 WHERE community_id = $1 AND id = $2', [communityId, id, pinned])
  await auditNote(tx, act, {
    communityId,
    id,
    action: 'archive.pin-note',
    before: { pinned: note.pinned },
    after: { pinned },
  })
}

/** Takes a note back; it is kept, and shown no more. Taking it back again changes nothing. */
export async function withdrawNote(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<void> {
  const { withdrawn, ...note } = await lockNote(tx, communityId, id)
  if (withdrawn) return
  await tx.query('UPDATE household_notes SET withdrawn_at = $3 WHERE community_id = $1 AND id = $2', [communityId, id, act.now])
  await auditNote(tx, act, { communityId, id, action: 'archive.withdraw-note', before: note, after: null })
}

interface Note {
  text: string
  pinned: boolean
  withdrawn: boolean
}

async function lockNote(tx: EntityManager, communityId: string, id: string): Promise<Note> {
  const [note] = (await tx.query(
    `SELECT text, pinned, withdrawn_at IS NOT NULL AS withdrawn FROM household_notes
     WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as Note[]
  if (!note) throw new ProblemError('NOT_FOUND')
  return note
}

interface NoteRecord {
  communityId: string
  id: string
  action: string
  before: object | null
  after: object | null
}

function auditNote(tx: EntityManager, act: CallerAct, { communityId, id, ...entry }: NoteRecord): Promise<void> {
  return auditArchive(tx, act, communityId, { ...entry, subjectKind: 'household-note', subjectId: id })
}
