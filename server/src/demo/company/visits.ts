import type pg from 'pg'
import type { Random } from '../random.ts'

const DAY = 86_400_000
const WEEKS_AGO = 18

/** Of every hundred households whose week has come so many are still to be seen, were not reached, or declined. */
const OUTCOMES = { late: 4, unreached: 10, declined: 14 } as const

const ROUND = `
  INSERT INTO visit_rounds (community_id, id, number, starts_on, ends_on, way, opened_at)
  VALUES ($1, $2, 1, $3, ($3::date + interval '12 months')::date - 1, 'door', $3)`

/** $2 the round, $3 now. What becomes of a household follows from its id, so that the story is the same each time. */
const VISITS = `
  WITH desk AS (
    SELECT st.id, st.name, row_number() OVER (ORDER BY coalesce(st.login, '') = 'frontdesk' DESC, st.id) - 1 AS n, count(*) OVER () AS all_of_them
    FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id AND p.code = 'front-desk'
    JOIN staff st ON st.id = h.staff_id WHERE h.community_id = $1
  ), homes AS (
    SELECT u.community_id, u.id AS unit_id, b.ordinal, r.id AS round_id, r.starts_on, r.ends_on,
      row_number() OVER (ORDER BY md5(u.id::text)) AS turn, count(*) OVER () AS turns, ('x' || substr(md5(u.id::text), 9, 6))::bit(24)::int % 100 AS lot
    FROM units u
    JOIN buildings b ON b.community_id = u.community_id AND b.id = u.building_id
    JOIN visit_rounds r ON r.community_id = u.community_id AND r.id = $2
    WHERE u.community_id = $1 AND EXISTS (SELECT FROM residencies h WHERE h.community_id = u.community_id AND h.unit_id = u.id
      AND h.valid_from <= r.starts_on AND (h.valid_until IS NULL OR h.valid_until >= $3::date))
  ), planned AS (
    SELECT h.*, visit_week(h.starts_on, h.ends_on, h.turn, h.turns) AS due_week FROM homes h
  ), told AS (
    SELECT p.*, CASE WHEN due_week >= date_trunc('week', $3::timestamptz)::date OR lot < $4 THEN 'planned'
      WHEN lot < $5 THEN 'unreached' WHEN lot < $6 THEN 'declined' ELSE 'reached' END AS state,
      CASE WHEN lot % 5 = 0 THEN 'telephone' ELSE 'door' END AS way,
      due_week::timestamptz + make_interval(days => lot % 5, hours => 1 + lot % 9, mins => lot % 60) AS at
    FROM planned p
  )
  INSERT INTO visits (community_id, id, round_id, unit_id, turn, planned_on, due_week, state, way, assignee_id, tries, ended_at, made_by,
    made_by_name, met, satisfaction, notes)
  SELECT t.community_id, md5(t.unit_id::text || ' visit')::uuid, t.round_id, t.unit_id, t.turn, t.starts_on, t.due_week, t.state, t.way,
    CASE WHEN t.due_week < $3::date + 28 THEN s.id END,
    CASE WHEN t.state = 'planned' THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('at', t.at, 'way', t.way, 'byId', s.id, 'byName', s.name,
      'outcome', CASE t.state WHEN 'unreached' THEN 'absent' ELSE t.state END, 'note', '')) END,
    CASE WHEN t.state <> 'planned' THEN t.at END, CASE WHEN t.state <> 'planned' THEN s.id END, CASE WHEN t.state <> 'planned' THEN s.name END,
    CASE WHEN t.state = 'reached' THEN (ARRAY['业主本人', '业主本人', '家属', '租户'])[1 + t.lot % 4] END,
    CASE WHEN t.state = 'reached' THEN (ARRAY[5, 5, 4, 5, 4, 3, 5, 4, 5, 2])[1 + t.lot % 10] END,
    CASE WHEN t.state = 'reached' THEN (ARRAY['对保洁和绿化满意，没有其他意见。', '希望晚上楼道照明再亮一些。', '反映地库入口早高峰排队，建议多开一个道闸。',
      '老人独居，提醒多留意燃气阀门。', '感谢上次水管维修，师傅很准时。', '希望快递柜多放几组。'])[1 + t.lot % 6] END
  FROM told t
  JOIN desk s ON s.n = (t.ordinal - 1) % s.all_of_them`

/** A third of a year into the first round: most were seen, some are late, and this week's wait. */
export async function visitHouseholds(client: pg.ClientBase, random: Random, now: Date): Promise<void> {
  const startsOn = new Date(now.getTime() - WEEKS_AGO * 7 * DAY).toISOString().slice(0, 10)
  const { late, unreached, declined } = OUTCOMES
  const { rows } = await client.query<{ id: string }>('SELECT id FROM communities ORDER BY id')
  for (const community of rows) {
    const id = random.id(now)
    await client.query(ROUND, [community.id, id, startsOn])
    await client.query(VISITS, [community.id, id, now, late, unreached, declined])
  }
}
