import { REPAIR_ROW, REPAIR_ROW_FROM } from './repair-row.ts'

const OF_CASE = 'x.community_id = c.community_id AND x.case_id = c.id'

/** One repair with all that hangs on it, as one JSON value. `$1` community, `$2` now, `$3` id. */
export const READ_REPAIR = {
  name: 'read-repair',
  text: `
    SELECT (${REPAIR_ROW})::jsonb || jsonb_build_object(
      'kind', c.kind,
      'place', jsonb_build_object('kind', c.place_kind, 'id', c.place_id, 'label', c.place_label),
      'x', coalesce(pl.plan_x, b.plan_x), 'y', coalesce(pl.plan_y, b.plan_y),
      'reporterAccountId', c.reporter_account_id, 'buildingId', c.building_id, 'reporterPhone', c.reporter_phone,
      'preferredFrom', c.preferred_from, 'preferredUntil', c.preferred_until,
      'assignedBecause', c.assigned_because, 'assigneePhone', t.phone,
      'closedAt', c.closed_at, 'closeReason', r.close_reason, 'ratingComment', r.rating_comment, 'labourMinutes', r.labour_minutes,
      'waiting', CASE WHEN r.waiting_for IS NULL THEN NULL ELSE jsonb_build_object('for', r.waiting_for, 'reason', r.waiting_because,
        'since', r.waiting_since, 'until', r.waiting_until) END,
      'charge', jsonb_build_object('state', r.charge_state, 'amountFen', r.charge_fen, 'lines', r.charge_lines,
        'offeredAt', r.charge_offered_at, 'answeredAt', r.charge_answered_at),
      'preset', a.preset,
      'contentVerdict', (SELECT k.verdict FROM content_checks k WHERE k.community_id = c.community_id AND k.subject_id = c.id
        ORDER BY array_position(ARRAY['risky', 'review', 'pending', 'pass'], k.verdict) LIMIT 1),
      'clocks', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', x.name, 'targetMinutes', x.target_minutes,
          'roundTheClock', x.round_the_clock, 'startedAt', x.started_at, 'dueAt', x.due_at, 'ladder', x.ladder, 'steps', x.steps,
          'reached', x.reached, 'nextStepAt', x.next_step_at, 'pausedAt', x.paused_at, 'pausedBecause', x.paused_because,
          'pausedMinutes', x.paused_minutes, 'warnedAt', x.warned_at, 'breachedAt', x.breached_at, 'stoppedAt', x.stopped_at)
          ORDER BY x.due_at), '[]') FROM case_clocks x WHERE ${OF_CASE} AND x.round = c.round)
    ) || jsonb_build_object(
      'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'at', x.at, 'actorName', x.actor_name,
          'actorRole', x.actor_kind, 'content', x.content) ORDER BY x.at, x.id), '[]') FROM case_events x WHERE ${OF_CASE}),
      'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('communityId', f.community_id, 'id', f.id, 'kind', f.kind,
          'hasThumbnail', f.thumbnail_key IS NOT NULL, 'purpose', x.purpose, 'eventId', x.event_id) ORDER BY f.id), '[]')
        FROM case_files x JOIN files f ON f.community_id = x.community_id AND f.id = x.file_id WHERE ${OF_CASE}),
      'materials', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'quantity', x.quantity, 'unit', x.unit,
          'unitPriceFen', x.unit_price_fen) ORDER BY x.id), '[]') FROM repair_materials x WHERE ${OF_CASE}),
      'visits', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', x.at, 'method', x.method, 'visitorName', x.visitor_name,
          'satisfied', x.satisfied, 'finding', x.finding) ORDER BY x.at), '[]') FROM repair_visits x WHERE ${OF_CASE}),
      'samples', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', coalesce(x.inspected_at, x.drawn_at), 'result', x.result,
          'inspectorName', x.inspector_name, 'finding', x.finding)), '[]') FROM repair_samples x WHERE ${OF_CASE})
    ) AS repair
    FROM ${REPAIR_ROW_FROM}
    JOIN standard_adoptions a ON a.community_id = c.community_id AND a.id = c.standard_adoption_id
    LEFT JOIN buildings b ON b.community_id = c.community_id AND b.id = c.building_id
    LEFT JOIN places pl ON pl.community_id = c.community_id AND pl.id = c.place_id
    WHERE c.community_id = $1 AND c.id = $3 AND c.kind = 'repair'`,
}
