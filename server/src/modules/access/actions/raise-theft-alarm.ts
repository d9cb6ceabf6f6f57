import { Logger } from '@nestjs/common'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Act, Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { tell } from '../../../platform/outbox/index.ts'
import { callerOfSession } from '../queries/find-caller.ts'
import type { Caller } from '../rules/caller.ts'

const END_STOLEN = {
  name: 'end-stolen-session',
  text: `UPDATE sessions SET revoked_at = $2, revoked_because = 'stolen' WHERE id = $1 AND revoked_at IS NULL RETURNING client, device`,
}

/** To be told to the holder: messages hear of it (`access.session-stolen`), which themselves need this module. */
export const SESSION_STOLEN = 'access.session-stolen'

/**
 * Ends a session two people hold, and says so: in the log, in the record of changes, and to its holder. A person who belongs
 * to no community can only be told by being signed out.
 */
export async function raiseTheftAlarm(
  identity: IdentityDatabase,
  database: Database,
  act: Act,
  sessionId: string,
): Promise<void> {
  const caller = await callerOfSession(identity, sessionId, act.now)
  const [ended] = await identity.run<{ client: string; device: string | null }>(END_STOLEN, [sessionId, act.now])
  if (!ended) return
  new Logger('access').error(`a refresh token was used twice: session ${sessionId} was ended (${act.traceId})`)
  const holder = caller && holderOf(caller)
  if (!holder) return
  const { companyId, communityId, person } = holder
  const alarm: Act = {
    ...act,
    actor: { kind: 'system', id: null, name: '系统' },
    reach: { communities: [communityId], companies: [companyId] },
    idempotency: null,
  }
  await database.write(alarm, async (tx) => {
    const change = { action: SESSION_STOLEN, subjectKind: 'session', subjectId: sessionId, before: null, after: ended }
    await recordAudit(tx, alarm, { ...change, companyId, communityId: null })
    await tell(tx, alarm, SESSION_STOLEN, communityId, { sessionId, client: ended.client, ...person })
  })
}

interface Holder {
  companyId: string
  communityId: string
  person: { name: string; staffId: string | null; accountId: string | null }
}

function holderOf({ staff, account, homes }: Caller): Holder | null {
  const post = staff?.posts[0]
  if (staff && post) {
    return {
      companyId: staff.companyId,
      communityId: post.communityId,
      person: { name: staff.name, staffId: staff.id, accountId: null },
    }
  }
  const home = homes[0]
  if (!home || !account) return null
  return {
    companyId: home.companyId,
    communityId: home.communityId,
    person: { name: home.residentName, staffId: null, accountId: account.id },
  }
}
