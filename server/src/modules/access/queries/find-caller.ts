import type { IdentityDatabase, Statement } from '../../../platform/database/index.ts'
import type { Caller, CallerPost } from '../rules/caller.ts'
import { givenBy } from '../rules/grounds.ts'

/** How fresh "last seen" is kept: writing it down on every request would cost more than the request. */
const SEEN_EVERY = `interval '5 minutes'`

/** A post is told once, with the communities it is held in: somebody of head office holds it in hundreds. */
const callerWhere = (condition: string, held: string) => `
    SELECT json_build_object(
      'sessionId', s.id,
      'seenLately', coalesce(s.last_seen_at > $3::timestamptz - ${SEEN_EVERY}, false),
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
          SELECT json_agg(json_build_object('code', p.code, 'name', p.name, 'permissions', p.permissions,
            'buildingIds', h.building_ids, 'communities', h.communities) ORDER BY p.name)
          FROM (
            SELECT hp.company_id, hp.post_id, hp.building_ids,
              json_agg(json_build_array(c.id, c.name, c.property_type)) AS communities
            FROM held_posts hp JOIN communities c ON c.id = hp.community_id
            WHERE hp.staff_id = t.id AND ${held} GROUP BY hp.company_id, hp.post_id, hp.building_ids) h
          JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id), '[]')) END,
      'applied', coalesce((SELECT json_agg(DISTINCT ra.community_id) FROM residence_applications ra
        WHERE ra.account_id = s.account_id AND (ra.state = 'pending' OR ra.state = 'rejected' AND NOT EXISTS (
          SELECT 1 FROM residents r WHERE r.community_id = ra.community_id AND r.account_id = s.account_id))), '[]')
    ) AS caller
    FROM sessions s
    LEFT JOIN staff t ON (t.id = s.staff_id OR t.account_id = s.account_id) AND t.active
    LEFT JOIN companies k ON k.id = t.company_id
    WHERE ${condition} AND s.revoked_at IS NULL AND s.expires_at > $3
      AND (s.staff_id IS NULL OR t.id IS NOT NULL)`

/** Sessions from before there were refresh tokens have a token that lives as long as they do. */
const BY_TOKEN = `s.token_hash = $1 AND coalesce(s.token_expires_at, s.expires_at) > $3`
const HERE = 'hp.community_id = $4'

const FIND_CALLER = { name: 'find-caller', text: callerWhere(BY_TOKEN, 'true') }
const FIND_CALLER_HERE = { name: 'find-caller-here', text: callerWhere(BY_TOKEN, HERE) }
const CALLER_OF_SESSION = { name: 'caller-of-session', text: callerWhere('s.id = $1', 'true') }
const CALLER_OF_SESSION_HERE = { name: 'caller-of-session-here', text: callerWhere('s.id = $1', HERE) }

interface CallerRow extends Omit<Caller, 'reach' | 'staff'> {
  applied: string[]
  staff: (Omit<NonNullable<Caller['staff']>, 'posts'> & { posts: PostRow[] }) | null
}

interface PostRow extends Pick<CallerPost, 'code' | 'name' | 'permissions'> {
  buildingIds: string[]
  communities: [id: string, name: string, propertyType: CallerPost['propertyType']][]
}

/**
 * Who holds this token at this moment; nobody once its session is ended or expired, or its staff account disabled.
 * @param communityId asks only for the posts held there
 */
export function findCaller(
  database: IdentityDatabase,
  tokenHash: Buffer,
  now: Date,
  communityId: string | null = null,
): Promise<Caller | null> {
  const values = [tokenHash, dayInShanghai(now), now]
  return communityId ? found(database, FIND_CALLER_HERE, [...values, communityId]) : found(database, FIND_CALLER, values)
}

/** The same by the session's id, after a change of what its holder is or may do. */
export function callerOfSession(
  database: IdentityDatabase,
  sessionId: string,
  now: Date,
  communityId: string | null = null,
): Promise<Caller | null> {
  const values = [sessionId, dayInShanghai(now), now]
  return communityId
    ? found(database, CALLER_OF_SESSION_HERE, [...values, communityId])
    : found(database, CALLER_OF_SESSION, values)
}

async function found(database: IdentityDatabase, statement: Statement, values: unknown[]): Promise<Caller | null> {
  const [row] = await database.run<{ caller: CallerRow }>(statement, values)
  if (!row) return null
  const { applied, staff, ...caller } = row.caller
  const posts = staff?.posts.flatMap(heldIn) ?? []
  const communities = [...caller.homes, ...posts].map(({ communityId }) => communityId)
  return { ...caller, staff: staff && { ...staff, posts }, reach: [...new Set([...communities, ...applied])] }
}

/** One post for each community it is held in. */
function heldIn({ code, name, permissions, buildingIds, communities }: PostRow): CallerPost[] {
  const within = buildingIds.length > 0 ? buildingIds : null
  const post = { code, name, permissions: givenBy(permissions, within), buildingIds: within }
  return communities.map(([communityId, communityName, propertyType]) => ({ communityId, communityName, propertyType, ...post }))
}

const AHEAD_OF_UTC_MS = 8 * 3_600_000

/** China knows one time and no daylight saving, so no calendar need be asked on every request. */
function dayInShanghai(now: Date): string {
  return new Date(now.getTime() + AHEAD_OF_UTC_MS).toISOString().slice(0, 10)
}
