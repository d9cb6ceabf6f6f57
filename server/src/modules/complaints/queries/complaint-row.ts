/** The columns of a complaint in a list, as one JSON object; `$2` is now. */
export const COMPLAINT_ROW = `json_build_object(
  'id', c.id, 'communityId', c.community_id, 'communityName', m.name, 'number', c.number, 'sort', k.sort, 'state', c.state,
  'channel', c.channel, 'category', c.category, 'department', k.department, 'urgency', c.urgency, 'placeLabel', c.place_label,
  'description', c.description, 'reporterName', c.reporter_name, 'anonymous', k.anonymous, 'level', k.level,
  'complex', k.complex_because IS NOT NULL, 'reportedAt', c.reported_at, 'dueAt', c.due_at, 'dueClock', c.due_clock,
  'late', c.due_at IS NOT NULL AND c.due_at < $2,
  'assignee', CASE WHEN t.id IS NULL THEN NULL ELSE json_build_object('id', t.id, 'name', t.name) END,
  'rating', k.rating, 'version', c.version)`

export const COMPLAINT_PAGED = {
  row: COMPLAINT_ROW,
  from: `cases c
    JOIN communities m ON m.id = c.community_id
    JOIN complaints k ON k.community_id = c.community_id AND k.case_id = c.id
    LEFT JOIN staff t ON t.id = c.assignee_id`,
}
