import { dayAt } from '../../notices/index.ts'

/** Whether meeting `n` is one of those that keep promise `p`. */
const keeps = `(n.kind = 'reception-day') = (p.promised = 'reception-day')`
const monthsOn = (day: string, months: string) => `(${day} + make_interval(months => ${months}))::date`
const heldBetween = (from: string, until: string) => `EXISTS (
  SELECT 1 FROM meetings n WHERE n.community_id = p.community_id AND ${keeps} AND n.state IN ('held', 'published')
    AND ${dayAt('n.starts_at')} BETWEEN ${from} AND ${until})`

/**
 * What the standard in force promises each community of `communities` (a condition over `c`), at the instant `now`: once in
 * every period of so many months, counted as the calendar has them. A period of the past counts against who promised it from
 * its first day on, until one is held after it.
 */
export const PROMISES = (communities: string, now: string) => `
  SELECT p.*, held, ${heldBetween('p.begins_before', 'p.begins - 1')} IS FALSE AND p.since <= p.begins_before AND NOT held AS missed,
    CASE
      WHEN held THEN ${monthsOn('p.begins', '2 * p.every')} - 1
      WHEN p.since <= p.begins_before AND NOT ${heldBetween('p.begins_before', 'p.begins - 1')} THEN p.begins - 1
      ELSE p.ends END AS due_on
  FROM (
    SELECT k.*, ${monthsOn('k.begins', '-k.every')} AS begins_before, ${monthsOn('k.begins', 'k.every')} - 1 AS ends
    FROM (
      SELECT c.id AS community_id, c.company_id, promise.promised, promise.every, ${dayAt('a.effective_from')} AS since,
        ${dayAt(now)} AS today,
        (date_trunc('month', ${now} AT TIME ZONE 'Asia/Shanghai') - make_interval(months =>
          (extract(year FROM ${now} AT TIME ZONE 'Asia/Shanghai')::int * 12
            + extract(month FROM ${now} AT TIME ZONE 'Asia/Shanghai')::int - 1) % promise.every))::date AS begins
      FROM communities c
      JOIN LATERAL (SELECT figures, effective_from FROM standard_adoptions a WHERE a.community_id = c.id
        AND a.effective_from <= ${now} ORDER BY a.effective_from DESC, a.id DESC LIMIT 1) a ON true
      CROSS JOIN LATERAL (VALUES ('meeting', (a.figures #>> '{outreach,meetingEveryMonths}')::int),
        ('reception-day', (a.figures #>> '{outreach,receptionDayEveryMonths}')::int)) AS promise (promised, every)
      WHERE ${communities} AND promise.every > 0
    ) AS k
  ) AS p
  CROSS JOIN LATERAL (SELECT ${heldBetween('p.begins', 'p.today')} AS held) AS kept`

/** Whether a meeting that keeps the promise stands in the calendar of this period already. */
export const isPlanned = `EXISTS (SELECT 1 FROM meetings n WHERE n.community_id = p.community_id AND ${keeps}
  AND n.state <> 'cancelled' AND ${dayAt('n.starts_at')} BETWEEN p.begins AND p.ends)`

/** The next one that is planned or announced. */
export const NEXT = `(
  SELECT jsonb_build_object('id', n.id, 'title', n.title, 'startsAt', n.starts_at, 'state', n.state) FROM meetings n
  WHERE n.community_id = p.community_id AND ${keeps} AND n.state IN ('planned', 'announced') ORDER BY n.starts_at, n.id LIMIT 1)`

export const LAST_HELD = `(
  SELECT max(n.starts_at) FROM meetings n WHERE n.community_id = p.community_id AND ${keeps} AND n.state IN ('held', 'published'))`
