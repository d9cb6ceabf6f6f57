/** The columns of a repair in a list, as one JSON object over `cases c`, `communities m`, `staff t`; `$2` is now. */
export const REPAIR_ROW = `json_build_object(
  'id', c.id, 'communityId', c.community_id, 'communityName', m.name, 'number', c.number, 'state', c.state, 'channel', c.channel,
  'category', c.category, 'urgency', c.urgency, 'placeLabel', c.place_label, 'description', c.description,
  'photoUrl', (SELECT 'file:' || c.community_id || '/' || f.file_id FROM case_files f
    WHERE f.community_id = c.community_id AND f.case_id = c.id AND f.purpose = 'report' ORDER BY f.file_id LIMIT 1),
  'reporterName', c.reporter_name, 'reportedAt', c.reported_at, 'dueAt', c.due_at, 'dueClock', c.due_clock,
  'late', c.due_at IS NOT NULL AND c.due_at < $2, 'paused', c.state = 'waiting', 'flaggedNoProgress', c.flagged_no_progress,
  'assignee', CASE WHEN t.id IS NULL THEN NULL ELSE json_build_object('id', t.id, 'name', t.name) END,
  'version', c.version, 'rating', r.rating)`

export const REPAIR_ROW_FROM = `cases c
  JOIN communities m ON m.id = c.community_id
  JOIN repairs r ON r.community_id = c.community_id AND r.case_id = c.id
  LEFT JOIN staff t ON t.id = c.assignee_id`

/** A page of them (`pageSql`). */
export const REPAIR_PAGED = { row: REPAIR_ROW, from: REPAIR_ROW_FROM }

const PHOTO = /"file:([0-9a-f-]{36})\/([0-9a-f-]{36})"/g

/** Turns the places of photos in a page made by PostgreSQL into links; a page without photos is passed on untouched. */
export function withPhotoLinks(page: string, link: (communityId: string, fileId: string) => string): string {
  return page.replace(PHOTO, (_, communityId: string, fileId: string) => JSON.stringify(link(communityId, fileId)))
}
