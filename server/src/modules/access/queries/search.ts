import { plainPlate, type SearchHit } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { maskPhone } from '../../../platform/privacy/index.ts'
import type { CallerAct } from '../caller-act.ts'
import { communitiesWith } from '../rules/caller.ts'
import { groundsWith } from '../rules/grounds.ts'

const EACH = 8

/** A post may show archives and repairs of different buildings: which, is said for each. */
const UNIT_HERE = `(u.community_id = ANY ($7::uuid[]) OR u.building_id = ANY ($7::uuid[]))`
const CASE_HERE = `(k.community_id = ANY ($8::uuid[]) OR k.building_id = ANY ($8::uuid[]))`
const COMPLAINT_HERE = `(k.community_id = ANY ($11::uuid[]) OR k.building_id = ANY ($11::uuid[]))`

/**
 * Units by label, resident, telephone number or plate, repairs and complaints by number or description, notices by title, staff
 * by name: each kind only in the communities where the caller may read it. A number is found by its whole, so that masked ones
 * cannot be guessed digit by digit. Open cases are found by any part, closed ones by their whole number.
 */
const SEARCH = {
  name: 'search',
  text: `
    (SELECT 'unit' AS kind, u.id, u.community_id AS "communityId", u.label AS title, c.name AS subtitle, NULL AS phone
     FROM units u JOIN communities c ON c.id = u.community_id
     WHERE u.community_id = ANY ($3::uuid[]) AND ${UNIT_HERE} AND u.label LIKE $2
     ORDER BY length(u.label), u.label LIMIT ${EACH})
    UNION ALL
    (SELECT 'unit', u.id, u.community_id, u.label, r.name, r.phone
     FROM residents r
     JOIN residencies h ON h.community_id = r.community_id AND h.resident_id = r.id
     JOIN units u ON u.community_id = h.community_id AND u.id = h.unit_id
     WHERE r.community_id = ANY ($3::uuid[]) AND ${UNIT_HERE} AND (r.phone = $1 OR r.name LIKE $2)
       AND h.valid_from <= $6::date AND (h.valid_until IS NULL OR h.valid_until >= $6::date)
     ORDER BY length(r.name), r.name, u.label LIMIT ${EACH})
    UNION ALL
    (SELECT 'unit', u.id, u.community_id, u.label, v.plate, NULL
     FROM vehicles v JOIN units u ON u.community_id = v.community_id AND u.id = v.unit_id
     WHERE v.community_id = ANY ($3::uuid[]) AND ${UNIT_HERE} AND (v.plate = $9 OR v.plate_tail = $9 OR v.plate_serial = $9)
       AND (v.valid_until IS NULL OR v.valid_until >= $6::date)
     ORDER BY v.plate, u.label LIMIT ${EACH})
    UNION ALL
    (SELECT 'repair', k.id, k.community_id, k.number || ' ' || left(k.description, 30), k.place_label, NULL
     FROM cases k WHERE k.community_id = ANY ($4::uuid[]) AND ${CASE_HERE} AND k.number = upper($1) AND k.kind = 'repair')
    UNION ALL
    (SELECT 'repair', k.id, k.community_id, k.number || ' ' || left(k.description, 30), k.place_label, NULL
     FROM cases k
     WHERE k.community_id = ANY ($4::uuid[]) AND ${CASE_HERE} AND k.open AND k.kind = 'repair'
       AND (k.description LIKE $2 OR k.number LIKE upper($2))
     ORDER BY k.id DESC LIMIT ${EACH})
    UNION ALL
    (SELECT 'complaint', k.id, k.community_id, k.number || ' ' || left(k.description, 30), k.place_label, NULL
     FROM cases k WHERE k.community_id = ANY ($10::uuid[]) AND ${COMPLAINT_HERE} AND k.number = upper($1) AND k.kind = 'complaint')
    UNION ALL
    (SELECT 'complaint', k.id, k.community_id, k.number || ' ' || left(k.description, 30), k.place_label, NULL
     FROM cases k
     WHERE k.community_id = ANY ($10::uuid[]) AND ${COMPLAINT_HERE} AND k.open AND k.kind = 'complaint'
       AND (k.description LIKE $2 OR k.number LIKE upper($2))
     ORDER BY k.id DESC LIMIT ${EACH})
    UNION ALL
    (SELECT 'notice', n.id, n.community_id, n.title, c.name, NULL
     FROM notices n JOIN communities c ON c.id = n.community_id
     WHERE n.community_id = ANY ($12::uuid[]) AND n.title LIKE $2
     ORDER BY n.id DESC LIMIT ${EACH})
    UNION ALL
    (SELECT 'staff', t.id, NULL, t.name, string_agg(DISTINCT p.name, '、'), NULL
     FROM staff t
     JOIN held_posts hp ON hp.staff_id = t.id AND hp.community_id = ANY ($5::uuid[])
     JOIN posts p ON p.company_id = hp.company_id AND p.id = hp.post_id
     WHERE t.active AND t.name LIKE $2
     GROUP BY t.id, t.name ORDER BY length(t.name), t.name LIMIT ${EACH})`,
}

export async function search(database: Database, act: CallerAct, query: string): Promise<SearchHit[]> {
  const rows = await database.read<SearchHit & { phone: string | null }>(act.reach, SEARCH, [
    query,
    `%${query.replace(/[\\%_]/g, '\\$&')}%`,
    communitiesWith(act.caller, 'archive.read'),
    communitiesWith(act.caller, 'repairs.read'),
    communitiesWith(act.caller, 'people.read'),
    act.now,
    groundsWith(act.caller, 'archive.read'),
    groundsWith(act.caller, 'repairs.read'),
    plainPlate(query),
    communitiesWith(act.caller, 'complaints.read'),
    groundsWith(act.caller, 'complaints.read'),
    communitiesWith(act.caller, 'notices.read'),
  ])
  const hits = rows.map(({ phone, ...hit }) => (phone ? { ...hit, subtitle: `${hit.subtitle} ${maskPhone(phone)}` } : hit))
  return hits.filter((hit, at) => hits.findIndex((other) => other.kind === hit.kind && other.id === hit.id) === at)
}
