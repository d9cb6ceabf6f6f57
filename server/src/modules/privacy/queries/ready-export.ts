import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

const READY = {
  name: 'ready-export',
  text: `
    SELECT community_id AS "communityId", state, effective_at AS until FROM privacy_requests
    WHERE id = $1 AND kind = 'export' AND account_id = $2 LIMIT 1`,
}

/** Where somebody's own copy is, while it can be fetched. */
export async function readyExport(database: Database, act: Act, id: string, accountId: string) {
  const [found] = await database.read<{ communityId: string; state: string; until: Date }>(act.reach, READY, [id, accountId])
  if (!found) throw new ProblemError('NOT_FOUND')
  if (found.state !== 'ready' || found.until <= act.now) throw new ProblemError('PRIVACY_NOT_READY')
  return found
}
