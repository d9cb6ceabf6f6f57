/** The day it is here, at an instant. */
export const dayAt = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`

/** Residencies of the resident `r`, with their units, that make them one of an audience on a day. */
export const HOMES = (audience: string, day: string) => `
  residencies h JOIN units u ON u.community_id = h.community_id AND u.id = h.unit_id
  WHERE h.community_id = r.community_id AND h.resident_id = r.id AND h.valid_from <= ${day}
    AND (h.valid_until IS NULL OR h.valid_until >= ${day})
    AND in_audience(${audience}, u.building_id, u.entrance, u.id, h.role)`

/** Whether the resident `r` belongs to an audience on a day. */
export const belongs = (audience: string, day: string) => `EXISTS (SELECT 1 FROM ${HOMES(audience, day)})`

/** Whether the account of the resident `r` has read what notice `n` last told. */
export const hasRead = `EXISTS (SELECT 1 FROM notice_reads x WHERE x.community_id = n.community_id AND x.notice_id = n.id
  AND x.account_id = r.account_id AND x.edition >= n.told_edition)`

const toldOf = (table: string, condition: string) =>
  `EXISTS (SELECT 1 FROM ${table} n WHERE n.community_id = b.community_id AND n.id = b.about_id AND ${condition})`
const today = dayAt('b.created_at')

/** What `Audiences` is told: conditions over the resident `r` and the broadcast `b`. */
export const audiences = {
  'notice.all': toldOf('notices', `n.state = 'published' AND ${belongs('n.audience', today)}`),
  'notice.unread': toldOf('notices', `n.state = 'published' AND ${belongs('n.audience', today)} AND NOT ${hasRead}`),
  'outage.affected': toldOf('outages', belongs('n.audience', today)),
} as const
export type AudienceName = keyof typeof audiences

export const FILES = (of: string) => `
  (SELECT coalesce(json_agg(json_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
      'hasThumbnail', f.thumbnail_key IS NOT NULL) ORDER BY array_position(${of}.file_ids, f.id)), '[]')
   FROM files f WHERE f.community_id = ${of}.community_id AND f.id = ANY (${of}.file_ids))`
