import type { EntityManager } from 'typeorm'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { Figures, Period } from '../rules/index.ts'
import { refusePeriod } from './refuse-period.ts'

/** The figures of the complaints that came in from `$2` to `$3`; a promise is judged by its clock. */
const FIGURES = `
  WITH told AS (
    SELECT c.id, c.community_id, c.category, c.open, k.sort, k.rating
    FROM communities m
    JOIN cases c ON c.community_id = m.id AND c.kind = 'complaint' AND c.state <> 'withdrawn'
      AND c.reported_at >= $2::date::timestamp AT TIME ZONE m.time_zone
      AND c.reported_at < ($3::date + 1)::timestamp AT TIME ZONE m.time_zone
    JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id
    WHERE m.id = $1
  ), promises AS (
    SELECT q.name, count(*) FILTER (WHERE q.breached_at IS NOT NULL)::int AS broken,
      count(*) FILTER (WHERE q.breached_at IS NULL AND q.stopped_at IS NOT NULL)::int AS kept,
      count(*) FILTER (WHERE q.breached_at IS NULL AND q.stopped_at IS NULL)::int AS running
    FROM told t JOIN case_clocks q ON q.community_id = t.community_id AND q.case_id = t.id AND q.name IN ('respond', 'resolve')
    GROUP BY q.name
  )
  SELECT json_build_object(
    'total', (SELECT count(*)::int FROM told),
    'open', (SELECT count(*)::int FROM told WHERE open),
    'closed', (SELECT count(*)::int FROM told WHERE NOT open),
    'rated', (SELECT count(rating)::int FROM told),
    'averageRating', (SELECT round(avg(rating), 1)::float8 FROM told),
    'bySort', (SELECT json_agg(json_build_object('sort', s.sort, 'count', (SELECT count(*)::int FROM told t WHERE t.sort = s.sort)) ORDER BY s.n)
      FROM (VALUES ('complaint', 1), ('suggestion', 2), ('praise', 3)) AS s (sort, n)),
    'byCategory', coalesce((SELECT json_agg(json_build_object('category', g.category, 'complaint', g.complaint,
        'suggestion', g.suggestion, 'praise', g.praise) ORDER BY g.total DESC, g.category)
      FROM (SELECT category, count(*) AS total, count(*) FILTER (WHERE sort = 'complaint')::int AS complaint,
          count(*) FILTER (WHERE sort = 'suggestion')::int AS suggestion, count(*) FILTER (WHERE sort = 'praise')::int AS praise
        FROM told GROUP BY category) g), '[]'),
    'firstReply', coalesce((SELECT json_build_object('kept', kept, 'broken', broken, 'running', running) FROM promises
      WHERE name = 'respond'), '{"kept": 0, "broken": 0, "running": 0}'),
    'result', coalesce((SELECT json_build_object('kept', kept, 'broken', broken, 'running', running) FROM promises
      WHERE name = 'resolve'), '{"kept": 0, "broken": 0, "running": 0}')) AS figures`

export async function complaintFigures(
  database: Database,
  act: CallerAct,
  communityId: string,
  period: Period,
): Promise<Figures> {
  refusePeriod(period)
  const statement = { name: 'complaint-figures', text: FIGURES }
  const [row] = await database.read<{ figures: Figures }>(act.reach, statement, [communityId, period.firstDay, period.lastDay])
  return row!.figures
}

export async function figuresIn(tx: EntityManager, communityId: string, { firstDay, lastDay }: Period): Promise<Figures> {
  const [row] = (await tx.query(FIGURES, [communityId, firstDay, lastDay])) as { figures: Figures }[]
  return row!.figures
}
