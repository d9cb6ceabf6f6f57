import type { Act, Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { CallerAct } from '../caller-act.ts'
import { communitiesWith, type Caller } from '../rules/caller.ts'

/** The sessions that speak for a person: by their WeChat account, and by their office. */
export const MINE = `(s.account_id = $1 OR s.staff_id = $2)`

export function whose({ account, staff }: Caller): [accountId: string | null, staffId: string | null] {
  return [account?.id ?? staff?.accountId ?? null, staff?.id ?? null]
}

const end = (name: string, which: string) => ({
  name,
  text: `UPDATE sessions s SET revoked_at = $3, revoked_because = 'signed-out'
         WHERE ${MINE} AND s.revoked_at IS NULL AND s.expires_at > $3 AND ${which} RETURNING s.id`,
})
const END_ONE = end('end-one-session', 's.id = $4')
const END_OTHERS = end('end-other-sessions', 's.id <> $4')
const END_ALL = end('end-all-sessions', 'true')

export async function endSession(identity: IdentityDatabase, database: Database, act: CallerAct, id: string): Promise<void> {
  const ended = await identity.run(END_ONE, [...whose(act.caller), act.now, id])
  if (ended.length === 0) throw new ProblemError('NOT_FOUND')
  await audit(database, act, 'access.end-session', id, null)
}

export async function endOtherSessions(identity: IdentityDatabase, database: Database, act: CallerAct): Promise<void> {
  const { sessionId } = act.caller
  const ended = await identity.run(END_OTHERS, [...whose(act.caller), act.now, sessionId])
  await audit(database, act, 'access.end-other-sessions', sessionId, { ended: ended.length })
}

export async function endAllSessions(identity: IdentityDatabase, database: Database, act: CallerAct): Promise<void> {
  const ended = await identity.run(END_ALL, [...whose(act.caller), act.now])
  await audit(database, act, 'access.end-all-sessions', act.caller.sessionId, { ended: ended.length })
}

const FIND_STAFF = {
  name: 'find-staff-to-sign-out',
  text: `SELECT t.account_id AS "accountId" FROM staff t WHERE t.company_id = $1 AND t.id = $2
           AND EXISTS (SELECT 1 FROM held_posts hp WHERE hp.staff_id = t.id AND hp.community_id = ANY ($3::uuid[]))`,
}

/**
 * Ends every session of a member of staff of the caller's communities: their phone was lost, their password seen.
 * @param refuse throws where the caller may not do so to them, by the posts of both (people)
 */
export async function signStaffOut(
  identity: IdentityDatabase,
  database: Database,
  act: CallerAct,
  staffId: string,
  refuse: () => Promise<unknown>,
): Promise<void> {
  const { companyId } = act.caller.staff!
  const values = [companyId, staffId, communitiesWith(act.caller, 'people.edit')]
  const [staff] = await identity.run<{ accountId: string | null }>(FIND_STAFF, values)
  if (!staff) throw new ProblemError('NOT_FOUND')
  await refuse()
  const ended = await identity.run(END_ALL, [staff.accountId, staffId, act.now])
  const change = {
    action: 'access.sign-staff-out',
    subjectKind: 'staff',
    subjectId: staffId,
    before: null,
    after: { ended: ended.length },
  }
  await database.write(act, (tx) => recordAudit(tx, act, { ...change, companyId, communityId: null }))
}

/** Written down for the companies the person has to do with: their employer's, or those of their homes. */
async function audit(database: Database, act: CallerAct, action: string, sessionId: string, after: unknown): Promise<void> {
  const { staff, homes } = act.caller
  const companies = new Set(staff ? [staff.companyId] : homes.map(({ companyId }) => companyId))
  const change = { action, subjectKind: 'session', subjectId: sessionId, before: null, after, communityId: null }
  const within: Act = { ...act, reach: { communities: [], companies: [...companies] } }
  await database.write(within, async (tx) => {
    for (const companyId of companies) await recordAudit(tx, within, { ...change, companyId })
  })
}
