import type { EntityManager } from 'typeorm'
import type { Done, Known, Period, SlipsFacts } from '../rules/index.ts'

/** Openings of the period with what their slips said and what came of it. */
const SLIPS = `
  WITH opened AS (
    SELECT o.community_id, o.id, o.slips FROM communities m
    JOIN box_openings o ON o.community_id = m.id
      AND o.opened_at >= $2::date::timestamp AT TIME ZONE m.time_zone AND o.opened_at < ($3::date + 1)::timestamp AT TIME ZONE m.time_zone
    WHERE m.id = $1
  )
  SELECT (SELECT count(*)::int FROM opened) AS openings, (SELECT coalesce(sum(slips), 0)::int FROM opened) AS slips,
    (SELECT count(*)::int FROM opened o JOIN box_slips l ON l.community_id = o.community_id AND l.opening_id = o.id
     WHERE l.unreadable_because IS NOT NULL) AS unreadable,
    coalesce((SELECT json_agg(json_build_object('sort', k.sort, 'category', c.category, 'description', c.description, 'state', c.state,
        'outcome', coalesce(k.result, k.solution)) ORDER BY c.category, c.reported_at, c.id)
      FROM opened o JOIN box_slips l ON l.community_id = o.community_id AND l.opening_id = o.id
      JOIN cases c ON c.community_id = l.community_id AND c.id = l.case_id AND c.state <> 'withdrawn'
      JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id), '[]') AS said`

export async function slipsOf(tx: EntityManager, communityId: string, { firstDay, lastDay }: Period): Promise<SlipsFacts> {
  const [facts] = (await tx.query(SLIPS, [communityId, firstDay, lastDay])) as SlipsFacts[]
  return facts!
}

const MOST_DONE = 30

/** What was carried out of the complaints of the period, the newest first; nothing of an unnamed one. */
const DONE = `
  SELECT c.category, k.result FROM communities m
  JOIN cases c ON c.community_id = m.id AND c.kind = 'complaint' AND c.state <> 'withdrawn'
    AND c.reported_at >= $2::date::timestamp AT TIME ZONE m.time_zone AND c.reported_at < ($3::date + 1)::timestamp AT TIME ZONE m.time_zone
  JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id AND k.result IS NOT NULL AND NOT k.anonymous
  WHERE m.id = $1 ORDER BY k.done_at DESC NULLS LAST, c.id LIMIT ${MOST_DONE}`

export async function doneIn(tx: EntityManager, communityId: string, { firstDay, lastDay }: Period): Promise<Done[]> {
  return (await tx.query(DONE, [communityId, firstDay, lastDay])) as Done[]
}

/** The names of the archive and the office, and those written down with complaints, that stand in these words. */
const NAMED = `
  SELECT
    ARRAY(SELECT DISTINCT r.name FROM residents r WHERE r.community_id = $1 AND strpos($2, r.name) > 0
      UNION SELECT DISTINCT c.reporter_name FROM cases c WHERE c.community_id = $1 AND c.kind = 'complaint' AND strpos($2, c.reporter_name) > 0)
      AS residents,
    ARRAY(SELECT DISTINCT s.name FROM staff s JOIN communities m ON m.company_id = s.company_id
      WHERE m.id = $1 AND strpos($2, s.name) > 0) AS staff`

export async function namesIn(tx: EntityManager, communityId: string, words: readonly (string | null)[]): Promise<Known> {
  const [known] = (await tx.query(NAMED, [communityId, words.filter(Boolean).join('\n')])) as Known[]
  return known!
}
