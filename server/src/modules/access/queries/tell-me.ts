import type { Me } from '@yinuo/contracts'
import type { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { Caller } from '../rules/caller.ts'
import { meOf } from '../rules/me-of.ts'
import { callerOfSession } from './find-caller.ts'

/** Counted here and not asked of messages, which itself needs to know its caller from this module. */
const COUNT_UNREAD = {
  name: 'count-unread-messages',
  text: `SELECT count(*)::int AS unread FROM messages WHERE read_at IS NULL AND (account_id = $1 OR staff_id = $2)`,
}

export async function tellMe(database: Database, caller: Caller): Promise<Me> {
  const reach = { communities: caller.reach, companies: [] }
  const [row] = await database.read<{ unread: number }>(reach, COUNT_UNREAD, [
    caller.account?.id ?? null,
    caller.staff?.id ?? null,
  ])
  return meOf(caller, row?.unread ?? 0)
}

/** The same, read anew after a change of what the caller is. */
export async function tellMeAgain(database: Database, identity: IdentityDatabase, sessionId: string, now: Date): Promise<Me> {
  const caller = await callerOfSession(identity, sessionId, now)
  if (!caller) throw new ProblemError('NOT_SIGNED_IN')
  return tellMe(database, caller)
}
