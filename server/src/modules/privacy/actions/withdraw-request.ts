import { privacyRequestStates, type PrivacyRequestState } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

interface Found {
  community_id: string
  company_id: string
  state: PrivacyRequestState
  registered_by: string | null
}

const LOCK = `
  SELECT q.community_id, c.company_id, q.state, q.registered_by
  FROM privacy_requests q JOIN communities c ON c.id = q.community_id
  WHERE q.id = $1 AND q.kind = 'deletion' AND ($2::uuid IS NULL OR q.account_id = $2) AND ($3::uuid IS NULL OR q.community_id = $3)
  FOR UPDATE OF q`

const WITHDRAW = `UPDATE privacy_requests SET state = 'withdrawn', answered_at = $2, waits_because = NULL, version = version + 1 WHERE id = $1`

/** Takes a deletion back while it cools off. */
export async function withdrawMine(tx: EntityManager, act: Act, accountId: string, id: string): Promise<void> {
  await withdraw(tx, act, id, (await tx.query(LOCK, [id, accountId, null])) as Found[])
}

/** The same at the desk, of what was registered there; what somebody asked for by themselves only they take back. */
export async function withdrawAtDesk(tx: EntityManager, act: Act, communityId: string, id: string): Promise<void> {
  const rows = (await tx.query(LOCK, [id, null, communityId])) as Found[]
  if (rows[0] && rows[0].registered_by === null) throw new ProblemError('NOT_ALLOWED')
  await withdraw(tx, act, id, rows)
}

async function withdraw(tx: EntityManager, act: Act, id: string, rows: readonly Found[]): Promise<void> {
  if (!rows[0]) throw new ProblemError('NOT_FOUND')
  const other = rows.find(({ state }) => state !== 'cooling')
  if (other) throw new ProblemError('TRANSITION_NOT_ALLOWED', { state: privacyRequestStates[other.state], action: '撤回注销' })
  await tx.query(WITHDRAW, [id, act.now])
  for (const row of rows)
    await recordAudit(tx, act, {
      companyId: row.company_id,
      communityId: row.community_id,
      action: 'privacy.withdraw',
      subjectKind: 'privacy-request',
      subjectId: id,
      before: { state: row.state },
      after: { state: 'withdrawn' },
    })
}
