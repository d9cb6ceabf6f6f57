import type { PrivacyRequestKind, PrivacyRequestState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Wanted } from './find-person.ts'

/** A request as the worker takes it up: all its rows as one. */
export interface RequestToDo {
  id: string
  kind: PrivacyRequestKind
  state: PrivacyRequestState
  name: string
  accountId: string | null
  residentId: string | null
  communities: string[]
  companies: string[]
  effectiveAt: Date | null
  wanted: Wanted
}

interface Row extends Omit<RequestToDo, 'wanted' | 'communities' | 'companies'> {
  communityId: string
  companyId: string
}

const LOAD = `
  SELECT q.id, q.kind, q.state, q.person_name AS name, q.account_id AS "accountId", q.resident_id AS "residentId",
    q.effective_at AS "effectiveAt", q.community_id AS "communityId", c.company_id AS "companyId"
  FROM privacy_requests q JOIN communities c ON c.id = q.community_id WHERE q.id = $1 ORDER BY q.community_id`

export async function loadRequest(tx: EntityManager, id: string, { locked = false } = {}): Promise<RequestToDo | null> {
  const rows = (await tx.query(locked ? `${LOAD} FOR UPDATE OF q SKIP LOCKED` : LOAD, [id])) as Row[]
  const [first] = rows
  if (!first) return null
  const companyId = first.residentId ? first.companyId : null
  return {
    ...first,
    communities: rows.map((row) => row.communityId),
    companies: [...new Set(rows.map((row) => row.companyId))],
    wanted: { accountId: first.accountId, residentId: first.residentId, companyId },
  }
}
