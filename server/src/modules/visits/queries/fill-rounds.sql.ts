/** Somebody lives in `u` on a day. */
export const livesThere = (day: string) =>
  `h.community_id = u.community_id AND h.unit_id = u.id AND h.valid_from <= ${day} AND (h.valid_until IS NULL OR h.valid_until >= ${day})`

/**
 * Fills the rounds of the expression `opened` with one visit for each home somebody lives in: first who was not visited the
 * longest, then as the houses stand. Who came after the last visit was never visited. A household that still waits for a
 * visit of another round waits for this one from now on. $1 is now.
 */
export const FILL_ROUNDS = `
  households AS (
    SELECT o.id AS round_id, o.way, o.starts_on, o.ends_on, u.community_id, u.id AS unit_id, u.building_id,
      coalesce(u.entrance, '') AS entrance, u.floor, u.number, min(h.valid_from) AS since
    FROM opened o
    JOIN units u ON u.community_id = o.community_id AND (o.building_ids = '{}' OR u.building_id = ANY (o.building_ids))
    JOIN residencies h ON ${livesThere('o.starts_on')}
    GROUP BY o.id, o.way, o.starts_on, o.ends_on, u.community_id, u.id, u.building_id, u.entrance, u.floor, u.number
  ), turns AS (
    SELECT h.*, count(*) OVER (PARTITION BY h.round_id) AS turns,
      row_number() OVER (PARTITION BY h.round_id
        ORDER BY last.at NULLS FIRST, b.ordinal, b.id, h.entrance, h.floor, h.number, h.unit_id) AS turn
    FROM households h
    JOIN buildings b ON b.community_id = h.community_id AND b.id = h.building_id
    CROSS JOIN LATERAL (SELECT max(v.ended_at) AS at FROM visits v
      WHERE v.community_id = h.community_id AND v.unit_id = h.unit_id AND v.state = 'reached' AND v.ended_at >= h.since) last
  )
  INSERT INTO visits (community_id, id, round_id, unit_id, turn, planned_on, due_week, way)
  SELECT community_id, uuidv7(), round_id, unit_id, turn, starts_on, visit_week(starts_on, ends_on, turn, turns), way FROM turns
  ON CONFLICT (community_id, unit_id) WHERE state = 'planned' DO UPDATE SET round_id = excluded.round_id, turn = excluded.turn,
    due_week = excluded.due_week, way = excluded.way, version = visits.version + 1
  RETURNING id`
