/** As many of each as anyone reads on one page; older ones stand in their own lists. */
const MOST_CASES_CLOSED = 10
const MOST_ASKED = 30
const MOST_WRITTEN = 300

const list = (object: string, rest: string, order: string) => `coalesce((SELECT json_agg(${object} ${order}) ${rest}), '[]')`

const PEOPLE = list(
  `json_build_object('residencyId', h.id, 'residentId', r.id, 'name', r.name, 'phone', r.phone, 'role', h.role,
    'sharePercent', h.share_percent, 'validFrom', h.valid_from, 'validUntil', h.valid_until, 'endedBecause', h.ended_because,
    'standing', CASE WHEN h.valid_until < $3::date OR h.valid_until < h.valid_from THEN 'gone' WHEN h.valid_from > $3::date THEN 'coming' ELSE 'here' END,
    'isJoined', r.account_id IS NOT NULL, 'version', h.version, 'residentVersion', r.version)`,
  `FROM residencies h JOIN residents r ON r.community_id = h.community_id AND r.id = h.resident_id
   WHERE h.community_id = u.community_id AND h.unit_id = u.id`,
  `ORDER BY array_position(ARRAY['owner', 'family', 'tenant'], h.role), h.valid_until DESC NULLS FIRST, h.valid_from, r.name, h.id`,
)

const VEHICLES = list(
  `json_build_object('id', v.id, 'kind', v.kind, 'plate', v.plate, 'description', v.description, 'holderName', r.name,
    'spaceLabel', nullif(concat_ws(' ', nullif(s.zone, ''), s.number), ''), 'validFrom', v.valid_from, 'validUntil', v.valid_until)`,
  `FROM vehicles v LEFT JOIN residents r ON r.community_id = v.community_id AND r.id = v.resident_id
   LEFT JOIN parking_spaces s ON s.community_id = v.community_id AND s.id = v.space_id
   WHERE v.community_id = u.community_id AND v.unit_id = u.id`,
  `ORDER BY v.valid_until DESC NULLS FIRST, v.plate, v.id`,
)

const SPACES = list(
  `json_build_object('id', s.id, 'number', s.number, 'zone', s.zone, 'tenure', s.tenure, 'validFrom', s.valid_from,
    'validUntil', s.valid_until, 'note', s.note)`,
  `FROM parking_spaces s WHERE s.community_id = u.community_id AND s.unit_id = u.id AND s.withdrawn_at IS NULL`,
  `ORDER BY s.zone, s.number, s.id`,
)

const FILES = list(
  `json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind, 'hasThumbnail', f.thumbnail_key IS NOT NULL)`,
  `FROM files f WHERE f.community_id = e.community_id AND f.id = ANY (e.file_ids)`,
  `ORDER BY f.id`,
)

const EVENTS = list(
  `json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'detail', e.detail, 'residentName', r.name, 'begunOn', e.begun_on,
    'endedOn', e.ended_on, 'files', ${FILES}, 'recordedByName', e.recorded_by_name, 'recordedAt', e.recorded_at, 'version', e.version)`,
  `FROM (SELECT * FROM household_events WHERE community_id = u.community_id AND unit_id = u.id
         ORDER BY begun_on DESC, recorded_at DESC, id DESC LIMIT ${MOST_WRITTEN}) e
   LEFT JOIN residents r ON r.community_id = e.community_id AND r.id = e.resident_id`,
  `ORDER BY e.begun_on DESC, e.recorded_at DESC, e.id DESC`,
)

const NOTES = list(
  `json_build_object('id', n.id, 'text', n.text, 'pinned', n.pinned, 'writtenByName', n.written_by_name, 'writtenAt', n.written_at)`,
  `FROM (SELECT * FROM household_notes WHERE community_id = u.community_id AND unit_id = u.id AND withdrawn_at IS NULL
         ORDER BY pinned DESC, written_at DESC, id DESC LIMIT ${MOST_WRITTEN}) n`,
  `ORDER BY n.pinned DESC, n.written_at DESC, n.id DESC`,
)

const CASE = `json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'category', c.category, 'state', c.state, 'isOpen', c.open,
  'reportedAt', c.reported_at, 'closedAt', c.closed_at)`
// Who reads the archive may not read what somebody complained of.
const HERE = `c.community_id = u.community_id AND c.place_id = u.id AND c.place_kind = 'unit' AND c.kind = 'repair'`

const OPEN_CASES = list(CASE, `FROM cases c WHERE ${HERE} AND c.open`, `ORDER BY c.reported_at DESC, c.id DESC`)

const CLOSED_CASES = list(
  CASE,
  `FROM (SELECT c.* FROM cases c WHERE ${HERE} AND c.closed_at IS NOT NULL AND NOT c.open
         ORDER BY c.closed_at DESC, c.id DESC LIMIT ${MOST_CASES_CLOSED}) c`,
  `ORDER BY c.closed_at DESC, c.id DESC`,
)

const APPLICATIONS = list(
  `json_build_object('id', a.id, 'name', a.name, 'phone', a.phone, 'role', a.role, 'state', a.state, 'createdAt', a.created_at,
    'decidedAt', a.decided_at)`,
  `FROM (SELECT * FROM residence_applications WHERE community_id = u.community_id AND unit_id = u.id
         ORDER BY created_at DESC, id DESC LIMIT ${MOST_ASKED}) a`,
  `ORDER BY a.created_at DESC, a.id DESC`,
)

const INVITATIONS = list(
  `json_build_object('id', i.id, 'name', i.name, 'phone', i.phone, 'role', i.role, 'validUntil', i.valid_until,
    'inviterName', i.inviter_name, 'isFromOffice', i.invited_by_staff IS NOT NULL,
    'state', CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.revoked_at IS NOT NULL THEN 'revoked'
                  WHEN i.expires_at <= $4 THEN 'expired' ELSE 'open' END,
    'createdAt', i.created_at, 'expiresAt', i.expires_at, 'acceptedAt', i.accepted_at)`,
  `FROM (SELECT * FROM residence_invitations WHERE community_id = u.community_id AND unit_id = u.id
         ORDER BY created_at DESC, id DESC LIMIT ${MOST_ASKED}) i`,
  `ORDER BY i.created_at DESC, i.id DESC`,
)

/** A household with everything that touches it, in one round trip. */
export const READ_HOUSEHOLD = {
  name: 'read-household',
  text: `
    SELECT u.id, u.label, b.id AS building_id, b.name AS building_name, u.entrance, u.floor, u.number, u.use, u.state,
      u.area_square_centimetres / 10000.0::float8 AS area, u.delivered_on::text, u.version,
      ${PEOPLE} AS people, ${VEHICLES} AS vehicles, ${SPACES} AS spaces, ${EVENTS} AS events, ${NOTES} AS notes,
      ${OPEN_CASES} AS open_cases, ${CLOSED_CASES} AS closed_cases, ${APPLICATIONS} AS applications, ${INVITATIONS} AS invitations,
      (SELECT count(*)::int FROM cases c WHERE ${HERE} AND c.closed_at IS NOT NULL AND NOT c.open) AS closed_count
    FROM units u JOIN buildings b ON b.community_id = u.community_id AND b.id = u.building_id
    WHERE u.community_id = $1 AND u.id = $2`,
}
