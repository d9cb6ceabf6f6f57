import type { IdentityDatabase, Statement } from '../../../platform/database/index.ts'
import type { Caller } from '../rules/caller.ts'

const callerWhere = (condition: string) => `
    SELECT json_build_object(
      'sessionId', s.id,
      'account', (SELECT json_build_object('id', a.id, 'openid', a.openid, 'name', a.name, 'phone', a.phone, 'elderMode', a.elder_mode)
                  FROM accounts a WHERE a.id = s.account_id),
      'homes', coalesce((
        SELECT json_agg(json_build_object('communityId', c.id, 'communityName', c.name, 'companyId', c.company_id,
          'propertyType', c.property_type, 'hotline', c.hotline, 'unitId', u.id, 'unitLabel', u.label,
          'residentId', r.id, 'residentName', r.name, 'role', h.role, 'validUntil', h.valid_until) ORDER BY h.valid_from, u.label)
        FROM residents r
        JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id
        JOIN units u ON u.community_id = h.community_id AND u.id = h.unit_id
        JOIN communities c ON c.id = r.community_id
        WHERE r.account_id = s.account_id AND h.valid_from <= $2::date AND (h.valid_until IS NULL OR h.valid_until >= $2::date)
      ), '[]'),
      'staff', CASE WHEN t.id IS NULL THEN NULL ELSE json_build_object('id', t.id, 'companyId', t.company_id, 'companyName', k.name,
        'name', t.name, 'accountId', t.account_id, 'totpEnrolled', t.totp_confirmed_at IS NOT NULL,
        'onDutyIn', coalesce((SELECT json_agg(d.community_id) FROM duty_periods d WHERE d.staff_id = t.id AND d.until IS NULL), '[]'),
        'posts', coalesce((
          SELECT json_agg(json_build_object('communityId', c.id, 'communityName', c.name, 'propertyType', c.property_type,
            'code', p.code, 'name', p.name, 'permissions', p.permissions) ORDER BY c.name, p.name)
          FROM staff_posts sp
          JOIN posts p ON p.company_id = sp.company_id AND p.id = sp.post_id
          JOIN communities c ON c.id = sp.community_id
          WHERE sp.staff_id = t.id), '[]')) END,
      'applied', coalesce((SELECT json_agg(DISTINCT ra.community_id) FROM residence_applications ra WHERE ra.account_id = s.account_id), '[]')
    ) AS caller
    FROM sessions s
    LEFT JOIN staff t ON (t.id = s.staff_id OR t.account_id = s.account_id) AND t.active
    LEFT JOIN companies k ON k.id = t.company_id
    WHERE ${condition} AND s.revoked_at IS NULL AND s.expires_at > $3
      AND (s.staff_id IS NULL OR t.id IS NOT NULL)`

const FIND_CALLER = { name: 'find-caller', text: callerWhere('s.token_hash = $1') }
const CALLER_OF_SESSION = { name: 'caller-of-session', text: callerWhere('s.id = $1') }

/** Who holds this session at this moment; nobody once it is revoked, expired, or its staff account disabled. */
export function findCaller(database: IdentityDatabase, tokenHash: Buffer, now: Date): Promise<Caller | null> {
  return found(database, FIND_CALLER, [tokenHash, dayInShanghai(now), now])
}

/** The same by the session's id, after a change of what its holder is or may do. */
export function callerOfSession(database: IdentityDatabase, sessionId: string, now: Date): Promise<Caller | null> {
  return found(database, CALLER_OF_SESSION, [sessionId, dayInShanghai(now), now])
}

async function found(database: IdentityDatabase, statement: Statement, values: unknown[]): Promise<Caller | null> {
  const [row] = await database.run<{ caller: Omit<Caller, 'reach'> & { applied: string[] } }>(statement, values)
  if (!row) return null
  const { applied, ...caller } = row.caller
  const reach = new Set([
    ...caller.homes.map((home) => home.communityId),
    ...(caller.staff?.posts.map((post) => post.communityId) ?? []),
    ...applied,
  ])
  return { ...caller, reach: [...reach] }
}

const AHEAD_OF_UTC_MS = 8 * 3_600_000

/** China knows one time and no daylight saving, so no calendar need be asked on every request. */
function dayInShanghai(now: Date): string {
  return new Date(now.getTime() + AHEAD_OF_UTC_MS).toISOString().slice(0, 10)
}
