import type { CallerAct } from '../../access/index.ts'
import type { Database } from '../../../platform/database/index.ts'

const COUNT_UNREAD = {
  name: 'count-unread-messages',
  text: `SELECT count(*)::int AS unread FROM messages WHERE (account_id = $1 OR staff_id = $2) AND read_at IS NULL`,
}

/** How many messages the caller has not opened yet, in all communities of their reach. */
export async function countUnread(database: Database, act: CallerAct): Promise<number> {
  const { account, staff } = act.caller
  const [row] = await database.read<{ unread: number }>(act.reach, COUNT_UNREAD, [account?.id ?? null, staff?.id ?? null])
  return row?.unread ?? 0
}
