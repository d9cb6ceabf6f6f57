import { randomBytes } from 'node:crypto'
import type { CodeKind, EntryCode, IssueCodes } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { codeView, type CodeRow } from '../queries/list-codes.ts'
import { todayIn } from '../queries/today.ts'
import { entryToken, TOKEN_BYTES } from '../rules/entry-token.ts'

interface CodedPlace {
  id: string | null
  label: string
}

const placesOfKind: Readonly<Record<CodeKind, string>> = {
  community: `SELECT NULL::uuid AS id, name AS label FROM communities WHERE id = $1 AND cardinality($2::uuid[]) = 0`,
  building: `SELECT id, name AS label FROM buildings WHERE community_id = $1 AND id = ANY ($2::uuid[]) ORDER BY ordinal, name`,
  unit: `SELECT id, label FROM units WHERE community_id = $1 AND id = ANY ($2::uuid[]) ORDER BY label`,
  asset: `SELECT id, label FROM places WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'asset' ORDER BY label`,
  place: `SELECT id, label FROM places WHERE community_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'area' ORDER BY label`,
}

/** Makes a code for each place; a place whose code is still valid keeps that one, so issuing twice puts up no second code. */
export async function issueCodes(tx: EntityManager, act: CallerAct, communityId: string, wish: IssueCodes): Promise<EntryCode[]> {
  const expiresAt = expiryOf(wish, act)
  // Two who issue at once must see each other's codes.
  await tx.query('SELECT 1 FROM communities WHERE id = $1 FOR NO KEY UPDATE', [communityId])
  const places = (await tx.query(placesOfKind[wish.kind], [communityId, wish.placeIds])) as CodedPlace[]
  const wanted = wish.kind === 'community' ? 1 : wish.placeIds.length
  if (places.length !== wanted || wanted === 0)
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'placeIds', message: '请选择要制作二维码的位置。' }])
  const codes = places.map((place) => ({
    id: newId(act.now),
    token: entryToken(wish.kind, randomBytes(TOKEN_BYTES)),
    place_id: place.id,
    place_label: place.label,
  }))
  const rows = (await tx.query(
    `WITH wanted AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, token text, place_id uuid, place_label text)
     ), kept AS (
       SELECT DISTINCT ON (w.id) w.id AS wanted_id, e.id, e.kind, e.place_label, e.token, e.created_at, e.expires_at, e.revoked_at
       FROM wanted w JOIN entry_codes e ON e.community_id = $2 AND e.kind = $3 AND e.place_id IS NOT DISTINCT FROM w.place_id
         AND e.revoked_at IS NULL AND e.expires_at IS NOT DISTINCT FROM $4::timestamptz AND (e.expires_at IS NULL OR e.expires_at > $5)
       ORDER BY w.id, e.created_at DESC
     ), made AS (
       INSERT INTO entry_codes (community_id, id, token, kind, place_id, place_label, created_at, expires_at)
       SELECT $2, w.id, w.token, $3, w.place_id, w.place_label, $5, $4 FROM wanted w
       WHERE NOT EXISTS (SELECT 1 FROM kept WHERE kept.wanted_id = w.id)
       RETURNING id, kind, place_label, token, created_at, expires_at, revoked_at
     )
     SELECT id, kind, place_label, token, created_at, expires_at, revoked_at, true AS made FROM made
     UNION ALL SELECT id, kind, place_label, token, created_at, expires_at, revoked_at, false FROM kept`,
    [JSON.stringify(codes), communityId, wish.kind, expiresAt, act.now],
  )) as (CodeRow & { made: boolean })[]
  for (const made of rows.filter((row) => row.made))
    await auditCode(tx, act, communityId, 'codes.issue', made.id, { placeLabel: made.place_label })
  const place = new Map(codes.map((code, order) => [code.place_label, order]))
  return rows.sort((a, b) => place.get(a.place_label)! - place.get(b.place_label)!).map((row) => codeView(row, act.now))
}

/** A code that expires on a day works through that day. */
function expiryOf(wish: IssueCodes, act: CallerAct): Date | null {
  if (wish.expiresOn === undefined) return null
  if (wish.expiresOn < todayIn(act))
    throw new ProblemError('VALIDATION_FAILED', {}, [{ field: 'expiresOn', message: '失效日期已经过去，请重新选择。' }])
  return DateTime.fromISO(wish.expiresOn, { zone: 'Asia/Shanghai' }).plus({ days: 1 }).toJSDate()
}

/** Ends a code's life; ending it again changes nothing. */
export async function revokeCode(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<void> {
  const code = await lockCode(tx, communityId, id)
  if (code.revoked_at) return
  await tx.query('UPDATE entry_codes SET revoked_at = $3 WHERE community_id = $1 AND id = $2', [communityId, id, act.now])
  await auditCode(tx, act, communityId, 'codes.revoke', id, { placeLabel: code.place_label })
}

/** Gives the same place a new code and ends the old one, e.g. when a sticker was photographed or torn off. */
export async function replaceCode(tx: EntityManager, act: CallerAct, communityId: string, id: string): Promise<EntryCode> {
  const old = await lockCode(tx, communityId, id)
  await revokeCode(tx, act, communityId, id)
  const expiresAt = old.expires_at && old.expires_at > act.now ? old.expires_at : null
  const [row] = (await tx.query(
    `INSERT INTO entry_codes (community_id, id, token, kind, place_id, place_label, created_at, expires_at)
     SELECT community_id, $3, $4, kind, place_id, place_label, $5, $6 FROM entry_codes WHERE community_id = $1 AND id = $2
     RETURNING id, kind, place_label, token, created_at, expires_at, revoked_at`,
    [communityId, id, newId(act.now), entryToken(old.kind, randomBytes(TOKEN_BYTES)), act.now, expiresAt],
  )) as CodeRow[]
  await auditCode(tx, act, communityId, 'codes.replace', row!.id, { placeLabel: old.place_label, replaces: id })
  return codeView(row!, act.now)
}

async function lockCode(tx: EntityManager, communityId: string, id: string): Promise<CodeRow> {
  const [code] = (await tx.query(
    `SELECT id, kind, place_label, token, created_at, expires_at, revoked_at FROM entry_codes
     WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [communityId, id],
  )) as CodeRow[]
  if (!code) throw new ProblemError('NOT_FOUND')
  return code
}

function auditCode(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  action: string,
  id: string,
  after: object,
): Promise<void> {
  const companyId = act.caller.staff!.companyId
  return recordAudit(tx, act, { companyId, communityId, action, subjectKind: 'entry-code', subjectId: id, before: null, after })
}
