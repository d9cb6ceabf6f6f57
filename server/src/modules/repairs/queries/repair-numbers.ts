import { repairStates, type RepairNumbers, type RepairState } from '@yinuo/contracts'
import { DateTime } from 'luxon'
import type { Act, Database } from '../../../platform/database/index.ts'

const NUMBERS = {
  name: 'repair-numbers',
  text: `
    WITH now_open AS (
      SELECT c.state, c.due_at, c.flagged_no_progress, k.steps[1] AS warn_at
      FROM cases c LEFT JOIN case_clocks k ON k.community_id = c.community_id AND k.case_id = c.id AND k.round = c.round AND k.name = c.due_clock
      WHERE c.community_id = $1 AND c.kind = 'repair' AND c.open
    ), closed AS (
      SELECT c.id, c.closed_at, r.rating, EXISTS (SELECT 1 FROM case_clocks k WHERE k.community_id = c.community_id AND k.case_id = c.id
        AND k.name IN ('respond', 'answer', 'resolve') AND k.breached_at IS NOT NULL) AS late
      FROM cases c JOIN repairs r ON r.community_id = c.community_id AND r.case_id = c.id
      WHERE c.community_id = $1 AND c.kind = 'repair' AND c.closed_at >= least($3::timestamptz, $4::timestamptz) AND c.state IN ('closed', 'archived')
    ), days AS (
      SELECT d::date AS day FROM generate_series(($4::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, '1 day') d
    ), came AS (
      SELECT (c.reported_at AT TIME ZONE 'Asia/Shanghai')::date AS day, c.category
      FROM cases c WHERE c.community_id = $1 AND c.kind = 'repair' AND c.reported_at >= $4
    )
    SELECT json_build_object(
      'byState', (SELECT coalesce(json_object_agg(state, n), '{}') FROM (SELECT state, count(*) AS n FROM now_open GROUP BY state) s),
      'late', (SELECT count(*) FROM now_open WHERE due_at < $2),
      'soon', (SELECT count(*) FROM now_open WHERE due_at >= $2 AND warn_at <= $2),
      'flaggedNoProgress', (SELECT count(*) FROM now_open WHERE flagged_no_progress),
      'undispatched', (SELECT count(*) FROM now_open WHERE state = 'reported'),
      'closedThisMonth', (SELECT count(*) FROM closed WHERE closed_at >= $3),
      'onTimeThisMonth', (SELECT count(*) FROM closed WHERE closed_at >= $3 AND NOT late),
      'ratingThisMonth', (SELECT round(avg(rating), 2) FROM closed WHERE closed_at >= $3),
      'byDay', (SELECT json_agg(json_build_object('on', day, 'reported', (SELECT count(*) FROM came WHERE came.day = days.day),
          'closed', (SELECT count(*) FROM closed WHERE (closed_at AT TIME ZONE 'Asia/Shanghai')::date = days.day),
          'late', (SELECT count(*) FROM closed WHERE late AND (closed_at AT TIME ZONE 'Asia/Shanghai')::date = days.day)) ORDER BY day) FROM days),
      'byCategory', (SELECT coalesce(json_agg(json_build_object('category', category, 'count', n) ORDER BY n DESC), '[]')
        FROM (SELECT category, count(*) AS n FROM came GROUP BY category) s)
    ) AS numbers`,
}

/** REP-09 (numbers): the state of the queue, this month's promises, the last 30 days by day and by category. */
export async function repairNumbers(database: Database, act: Act, communityId: string): Promise<RepairNumbers> {
  const today = DateTime.fromJSDate(act.now, { zone: 'Asia/Shanghai' }).startOf('day')
  const [row] = await database.read<{ numbers: RepairNumbers }>(act.reach, NUMBERS, [
    communityId,
    act.now,
    today.startOf('month').toJSDate(),
    today.minus({ days: 29 }).toJSDate(),
  ])
  const none = Object.fromEntries(Object.keys(repairStates).map((state) => [state, 0])) as Record<RepairState, number>
  return { ...row!.numbers, byState: { ...none, ...row!.numbers.byState } }
}
