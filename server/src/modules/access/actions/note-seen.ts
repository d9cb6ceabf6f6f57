import { Logger } from '@nestjs/common'
import type { Act, IdentityDatabase } from '../../../platform/database/index.ts'

const NOTE_SEEN = {
  name: 'note-session-seen',
  text: `UPDATE sessions SET last_seen_at = $2, address = $3, device = coalesce($4, device) WHERE id = $1`,
}

/** Writes down that a session is in use and from where. The request does not wait for it, nor fail with it. */
export function noteSeen(identity: IdentityDatabase, sessionId: string, { now, address, device }: Act): void {
  identity.noteDown(NOTE_SEEN, [sessionId, now, address, device ?? null]).catch((error: unknown) => {
    new Logger('access').warn(`a session's last use was not written down: ${(error as Error).message}`)
  })
}
