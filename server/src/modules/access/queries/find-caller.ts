import type { IdentityDatabase, Statement } from '../../../platform/database/index.ts'
import type { Caller, CallerPost } from '../rules/caller.ts'
import { givenBy } from '../rules/grounds.ts'

/** How fresh "last seen" is kept: writing it down on every request would cost more than the request. */
const SEEN_EVERY = `interval '5 minutes'`

/**
 * Values: tokens or sessions, days, instants and perhaps communities, one of each for every caller that is asked for.
 * A post is told once, with the communities it is held in: somebody of head office holds it in hundreds.
 */
const callersBy = (key: Key, here: boolean) => `
    SELECT asked.place::int, json_build_object(
      'sessionId', s.id,
      'seenLately', coalesce(s.last_seen_at > asked.now - ${SEEN_EVERY}, false),
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
        WHERE r.account_id = s.account_id AND h.valid_from <= asked.today AND (h.valid_until IS NULL OR h.valid_until >= asked.today)
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
            WHERE hp.staff_id = t.id${here ? ' AND hp.community_id = asked.community_id' : ''} GROUP BY hp.company_id, hp.post_id, hp.building_ids) h
          JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id), '[]')) END,
      'applied', coalesce((SELECT json_agg(DISTINCT ra.community_id) FROM residence_applications ra
        WHERE ra.account_id = s.account_id AND (ra.state = 'pending' OR ra.state = 'rejected' AND NOT EXISTS (
          SELECT 1 FROM residents r WHERE r.community_id = ra.community_id AND r.account_id = s.account_id))), '[]')
    ) AS caller
    FROM unnest($1::${key === 'token_hash' ? 'bytea' : 'uuid'}[], $2::date[], $3::timestamptz[]${here ? ', $4::uuid[]' : ''})
      WITH ORDINALITY AS asked (${key}, today, now${here ? ', community_id' : ''}, place)
    JOIN sessions s ON ${sessionBy[key]} AND s.revoked_at IS NULL AND s.expires_at > asked.now
    LEFT JOIN staff t ON (t.id = s.staff_id OR t.account_id = s.account_id) AND t.active
    LEFT JOIN companies k ON k.id = t.company_id
    WHERE s.staff_id IS NULL OR t.id IS NOT NULL`

type Key = keyof typeof sessionBy
const sessionBy = {
  // Sessions from before there were refresh tokens have a token that lives as long as they do.
  token_hash: 's.token_hash = asked.token_hash AND coalesce(s.token_expires_at, s.expires_at) > asked.now',
  session_id: 's.id = asked.session_id',
}

const FIND_CALLERS = { name: 'find-callers', text: callersBy('token_hash', false) }
const FIND_CALLERS_HERE = { name: 'find-callers-here', text: callersBy('token_hash', true) }
const CALLERS_OF_SESSIONS = { name: 'callers-of-sessions', text: callersBy('session_id', false) }
const CALLERS_OF_SESSIONS_HERE = { name: 'callers-of-sessions-here', text: callersBy('session_id', true) }

interface CallerRow extends Omit<Caller, 'reach' | 'staff'> {
  applied: string[]
  staff: (Omit<NonNullable<Caller['staff']>, 'posts'> & { posts: PostRow[] }) | null
}

interface PostRow extends Pick<CallerPost, 'code' | 'name' | 'permissions'> {
  buildingIds: string[]
  communities: [id: string, name: string, propertyType: CallerPost['propertyType']][]
}

/** One who is asked for: by their token or session, at an instant, perhaps only with the posts held in one community. */
export interface CallerWish<By extends Buffer | string = Buffer> {
  by: By
  now: Date
  communityId: string | null
}

/**
 * Who holds each of these tokens at this moment; nobody once its session is ended or expired, or its staff account disabled.
 * All of the wishes name a community, or none does.
 */
export function findCallers(database: IdentityDatabase, wishes: readonly CallerWish[]): Promise<(Caller | null)[]> {
  return found(database, FIND_CALLERS, FIND_CALLERS_HERE, wishes)
}

/** The same of one session by its id, after a change of what its holder is or may do. */
export async function callerOfSession(
  database: IdentityDatabase,
  sessionId: string,
  now: Date,
  communityId: string | null = null,
): Promise<Caller | null> {
  const [caller] = await found(database, CALLERS_OF_SESSIONS, CALLERS_OF_SESSIONS_HERE, [{ by: sessionId, now, communityId }])
  return caller!
}

async function found(
  database: IdentityDatabase,
  anywhere: Statement,
  here: Statement,
  wishes: readonly CallerWish<Buffer | string>[],
): Promise<(Caller | null)[]> {
  const isHere = wishes[0]!.communityId !== null
  const values = [wishes.map(({ by }) => by), wishes.map(({ now }) => dayInShanghai(now)), wishes.map(({ now }) => now)]
  const communities = isHere ? [wishes.map(({ communityId }) => communityId)] : []
  const rows = await database.run<{ place: number; caller: CallerRow }>(isHere ? here : anywhere, [...values, ...communities])
  const callers = new Array<Caller | null>(wishes.length).fill(null)
  for (const { place, caller } of rows) callers[place - 1] = callerIn(caller)
  return callers
}

function callerIn({ applied, staff, ...caller }: CallerRow): Caller {
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
