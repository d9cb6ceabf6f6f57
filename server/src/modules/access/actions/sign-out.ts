import type { IdentityDatabase } from '../../../platform/database/index.ts'
import type { CallerAct } from '../caller-act.ts'

const REVOKE_SESSION = {
  name: 'revoke-session',
  text: `UPDATE sessions SET revoked_at = $2, revoked_because = 'signed-out' WHERE id = $1 AND revoked_at IS NULL`,
}

export async function signOut(identity: IdentityDatabase, act: CallerAct): Promise<void> {
  await identity.run(REVOKE_SESSION, [act.caller.sessionId, act.now])
}
