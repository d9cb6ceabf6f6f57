import type { Page, PrivacyRequestState } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'
import { maskName } from '../../../platform/privacy/index.ts'
import type { PrivacyRequestRow } from '../http/privacy.dto.ts'
import { isLate } from '../rules/index.ts'

interface Row {
  id: string
  kind: PrivacyRequestRow['kind']
  state: PrivacyRequestState
  person_name: string
  asked_at: Date
  due_at: Date
  effective_at: Date | null
  answered_at: Date | null
  waits_because: string | null
  registered_by_name: string | null
  identity_note: string | null
  account_id: string | null
  handed_over_at: Date | null
}

const LIST = {
  name: 'list-privacy-requests',
  text: `
    SELECT id, kind, state, person_name, asked_at, due_at, effective_at, answered_at, waits_because, registered_by_name,
      identity_note, account_id, handed_over_at
    FROM privacy_requests
    WHERE community_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::timestamptz IS NULL OR (asked_at, id) < ($3, $4::uuid))
    ORDER BY asked_at DESC, id DESC LIMIT $5`,
}

export interface RequestWish {
  state?: PrivacyRequestState | undefined
  cursor?: string | undefined
  limit: number
}

/** What people of a community asked of their data, newest first. */
export async function listPrivacyRequests(
  database: Database,
  act: Act,
  communityId: string,
  wish: RequestWish,
): Promise<Page<PrivacyRequestRow>> {
  const after = readCursor(wish.cursor, 2) ?? [null, null]
  const rows = await database.read<Row>(act.reach, LIST, [communityId, wish.state ?? null, ...after, wish.limit + 1])
  return pageOf(
    rows,
    wish.limit,
    (row) => [row.asked_at.toISOString(), row.id],
    (row) => viewOf(row, act.now),
  )
}

function viewOf(row: Row, now: Date): PrivacyRequestRow {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    nameMasked: row.state === 'done' ? row.person_name : maskName(row.person_name),
    askedAt: row.asked_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    late: isLate(row.state, row.due_at, now),
    effectiveAt: row.effective_at?.toISOString() ?? null,
    answeredAt: row.answered_at?.toISOString() ?? null,
    waitsBecause: row.state === 'cooling' ? row.waits_because : null,
    registeredByName: row.registered_by_name,
    identityNote: row.identity_note,
    toHandOver: row.state === 'ready' && row.account_id === null,
    handedOverAt: row.handed_over_at?.toISOString() ?? null,
  }
}
