import type { SessionClient, SessionRow } from '@yinuo/contracts'
import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { MINE, whose } from '../actions/end-sessions.ts'
import type { CallerAct } from '../caller-act.ts'
import { deviceInWords, maskAddress } from '../rules/device.ts'

const LIST_SESSIONS = {
  name: 'list-my-sessions',
  text: `
    SELECT s.id, s.client, s.device, s.address, s.created_at AS since, s.last_seen_at AS "lastSeenAt"
    FROM sessions s WHERE ${MINE} AND s.revoked_at IS NULL AND s.expires_at > $3
    ORDER BY s.last_seen_at DESC NULLS LAST, s.id DESC LIMIT 100`,
}

interface Row {
  id: string
  client: SessionClient | null
  device: string | null
  address: string | null
  since: Date
  lastSeenAt: Date | null
}

/** Where somebody is signed in, the one in use first. */
export async function listSessions(identity: IdentityDatabase, act: CallerAct): Promise<SessionRow[]> {
  const rows = await identity.run<Row>(LIST_SESSIONS, [...whose(act.caller), act.now])
  return rows
    .map(({ id, client, device, address, since, lastSeenAt }) => ({
      id,
      client: client ?? 'console',
      device: deviceInWords(device),
      addressMasked: address && maskAddress(address),
      since: since.toISOString(),
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      current: id === act.caller.sessionId,
    }))
    .sort((one, other) => Number(other.current) - Number(one.current))
}
