import type { WorkerDatabase } from '../../../platform/database/index.ts'

/**
 * Climbs the next step of every clock that is due: the step is marked, the timeline says so and the outbox tells it.
 * One statement; it looks at due clocks only (partial index on next_step_at), and any number of servers may run it at
 * once: it waits for nobody, so nobody waits for it in a circle. A case somebody is working on has its turn at the next scan.
 */
const SCAN = `
  WITH due AS (
    SELECT k.community_id, k.case_id, k.name, c.kind FROM case_clocks k
    JOIN cases c ON c.community_id = k.community_id AND c.id = k.case_id
    WHERE k.next_step_at <= $1
    FOR NO KEY UPDATE SKIP LOCKED
  ), climbed AS (
    UPDATE case_clocks k SET
      reached = reached + 1,
      next_step_at = steps[reached + 2],
      warned_at = CASE WHEN ladder[reached + 1] = 'warned' THEN $1 ELSE warned_at END,
      breached_at = CASE WHEN breached_at IS NULL AND steps[reached + 1] >= due_at THEN due_at ELSE breached_at END
    FROM due WHERE k.community_id = due.community_id AND k.case_id = due.case_id AND k.name = due.name
    RETURNING k.community_id, k.case_id, k.name, ladder[reached] AS step, due_at, due.kind
  ), flagged AS (
    UPDATE cases SET flagged_no_progress = true FROM climbed
    WHERE climbed.name = 'progress' AND cases.community_id = climbed.community_id AND cases.id = climbed.case_id
  ), noted AS (
    INSERT INTO case_events (community_id, case_id, id, kind, at, actor_kind, actor_name, content)
    SELECT community_id, case_id, uuidv7(), 'clock-step', $1, 'system', '系统',
      jsonb_build_object('clock', name, 'step', step, 'dueAt', due_at) FROM climbed
  )
  INSERT INTO outbox (id, topic, community_id, payload, created_at, available_at)
  SELECT uuidv7(), 'case.clock-step', community_id,
    jsonb_build_object('caseId', case_id, 'kind', kind, 'clock', name, 'step', step, 'dueAt', due_at), $1, $1 FROM climbed
  RETURNING id`

/** Scans until nothing is due: after a standstill a clock may have several steps behind it, and each is recorded. */
export async function scanClocks(database: WorkerDatabase, now: Date): Promise<number> {
  let climbed = 0
  for (;;) {
    const rows = await database.run(SCAN, [now])
    if (rows.length === 0) return climbed
    climbed += rows.length
  }
}
