import type { ApplicationState, Page, ResidenceApplication, ResidencyRole } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Act, Database } from '../../../platform/database/index.ts'
import type { FileFacts, FileLinks } from '../../../platform/files/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

export interface ApplicationRow {
  id: string
  community_id: string
  community_name: string
  unit_label: string
  role: ResidencyRole
  name: string
  phone: string
  note: string | null
  state: ApplicationState
  created_at: Date
  decided_at: Date | null
  decision_reason: string | null
  matches_archive: boolean
  files: FileFacts[]
}

/** `matches_archive` suggests and never decides: name and telephone number are those of somebody on file for the unit. */
const APPLICATION = `
  SELECT a.id, a.community_id, c.name AS community_name, u.label AS unit_label, a.role, a.name, a.phone, a.note, a.state, a.created_at,
    a.decided_at, a.decision_reason,
    EXISTS (
      SELECT 1 FROM residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
      WHERE h.community_id = a.community_id AND h.unit_id = a.unit_id AND r.name = a.name AND r.phone = a.phone) AS matches_archive,
    coalesce((
      SELECT json_agg(json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
        'hasThumbnail', f.thumbnail_key IS NOT NULL) ORDER BY f.id)
      FROM files f WHERE f.community_id = a.community_id AND f.id = ANY (a.file_ids)), '[]') AS files
  FROM residence_applications a
  JOIN communities c ON c.id = a.community_id
  JOIN units u ON u.community_id = a.community_id AND u.id = a.unit_id`

const LIST = {
  name: 'list-applications',
  text: `${APPLICATION}
    WHERE a.community_id = $1 AND ($2::text IS NULL OR a.state = $2)
      AND ($3::timestamptz IS NULL OR (a.created_at, a.id) < ($3, $4::uuid))
    ORDER BY a.created_at DESC, a.id DESC LIMIT $5`,
}

const MINE = {
  name: 'my-applications',
  text: `${APPLICATION} WHERE a.account_id = $1 ORDER BY a.created_at DESC, a.id DESC LIMIT 50`,
}

export interface ApplicationWish {
  state?: ApplicationState | undefined
  cursor?: string | undefined
  limit: number
}

export async function listApplications(
  database: Database,
  links: FileLinks,
  act: Act,
  communityId: string,
  wish: ApplicationWish,
  phone = maskPhone,
): Promise<Page<ResidenceApplication>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const values = [communityId, wish.state ?? null, ...after, wish.limit + 1]
  const rows = await database.read<ApplicationRow>(act.reach, LIST, values)
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.created_at.toISOString(), row.id],
    (row) => applicationView(row, links, act, phone),
  )
}

export async function listMyApplications(database: Database, links: FileLinks, act: CallerAct): Promise<ResidenceApplication[]> {
  if (!act.caller.account) return []
  const rows = await database.read<ApplicationRow>(act.reach, MINE, [act.caller.account.id])
  // Whether somebody is on file is for the office to know.
  return rows.map((row) => applicationView({ ...row, matches_archive: false }, links, act))
}

export async function loadApplicationRow(tx: EntityManager, communityId: string, id: string): Promise<ApplicationRow> {
  const rows = (await tx.query(`${APPLICATION} WHERE a.community_id = $1 AND a.id = $2`, [communityId, id])) as ApplicationRow[]
  return rows[0]!
}

export function applicationView(
  row: ApplicationRow,
  links: FileLinks,
  act: Pick<Act, 'now'>,
  phone = maskPhone,
): ResidenceApplication {
  return {
    id: row.id,
    communityId: row.community_id,
    communityName: row.community_name,
    unitLabel: row.unit_label,
    role: row.role,
    name: row.name,
    phoneMasked: phone(row.phone),
    note: row.note,
    files: row.files.map((file) => links.fileView(file, act)),
    state: row.state,
    matchesArchive: row.matches_archive,
    createdAt: row.created_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
  }
}
