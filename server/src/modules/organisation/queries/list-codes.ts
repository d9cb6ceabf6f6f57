import type { CodeKind, EntryCode, Page } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import { stateOfCode } from '../rules/code-state.ts'

const LIST = {
  name: 'list-codes',
  text: `
    SELECT id, kind, place_label, token, created_at, expires_at, revoked_at FROM entry_codes
    WHERE community_id = $1 AND ($2::text IS NULL OR kind = $2)
      AND ($3::timestamptz IS NULL OR (created_at, place_label, id) < ($3, $4, $5::uuid))
    ORDER BY created_at DESC, place_label DESC, id DESC LIMIT $6`,
}

export interface CodeRow {
  id: string
  kind: CodeKind
  place_label: string
  token: string
  created_at: Date
  expires_at: Date | null
  revoked_at: Date | null
}

export interface CodeWish {
  kind?: CodeKind | undefined
  cursor?: string | undefined
  limit: number
}

export async function listCodes(database: Database, act: Act, communityId: string, wish: CodeWish): Promise<Page<EntryCode>> {
  const after = readCursor(wish.cursor, 3) ?? [null, null, null]
  const rows = await database.read<CodeRow>(act.reach, LIST, [communityId, wish.kind ?? null, ...after, wish.limit + 1])
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.created_at.toISOString(), row.place_label, row.id],
    (row) => codeView(row, act.now),
  )
}

export function codeView(row: CodeRow, now: Date): EntryCode {
  return {
    id: row.id,
    kind: row.kind,
    placeLabel: row.place_label,
    state: stateOfCode({ expiresAt: row.expires_at, revokedAt: row.revoked_at }, now),
    expiresAt: row.expires_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    scene: row.token,
  }
}
