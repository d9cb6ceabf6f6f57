import type { Page, RepairSample, SampleResult } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { pageOf, readCursor } from '../../../platform/http/index.ts'

interface SampleFilters {
  result?: SampleResult
  ids?: string[]
  cursor?: string
  limit: number
}

const SAMPLES = {
  name: 'repair-samples',
  text: `
    SELECT s.id, s.case_id AS "repairId", c.number AS "repairNumber", c.place_label AS "placeLabel", coalesce(t.name, '') AS "assigneeName",
      c.closed_at AS "closedAt", s.result, s.inspector_name AS "inspectorName", s.finding, s.drawn_at AS "drawnAt",
      s.inspected_at AS "inspectedAt", s.drawn_at::text AS "drawnKey"
    FROM repair_samples s
    JOIN cases c ON c.community_id = s.community_id AND c.id = s.case_id
    LEFT JOIN staff t ON t.id = c.assignee_id
    WHERE s.community_id = $1 AND ($2::text IS NULL OR s.result = $2) AND ($3::uuid[] IS NULL OR s.id = ANY ($3))
      AND ($4::timestamptz IS NULL OR (s.drawn_at, s.id) < ($4, $5::uuid))
    ORDER BY s.drawn_at DESC, s.id DESC LIMIT $6`,
}

/** Samples drawn, the newest first. */
export async function listSamples(
  database: Database,
  act: Act,
  communityId: string,
  filters: SampleFilters,
): Promise<Page<RepairSample>> {
  const [after, afterId] = readCursor(filters.cursor, 2) ?? [null, null]
  const rows = await database.read<RepairSample & { drawnKey: string }>(act.reach, SAMPLES, [
    communityId,
    filters.result ?? null,
    filters.ids ?? null,
    after,
    afterId,
    filters.limit + 1,
  ])
  return pageOf(
    rows,
    filters.limit,
    (row) => [row.drawnKey, row.id],
    ({ drawnKey: _, ...sample }) => sample,
  )
}
