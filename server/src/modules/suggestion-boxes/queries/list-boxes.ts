import type { SuggestionBox } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { boxState } from '../rules/box-state.ts'
import { DUE_ON, intervalDays, LAST_EMPTIED } from './due-on.ts'

interface Row extends Omit<SuggestionBox, 'state' | 'mine' | 'lastEmptiedAt'> {
  lastEmptiedAt: Date | null
  staffIds: string[]
  today: string
}

/** `$3` narrows to one box, `$4` brings those out of use too. */
const LIST = {
  name: 'list-suggestion-boxes',
  text: `
    SELECT b.id, b.name, b.place, b.building_id AS "buildingId", g.name AS "buildingName", b.post_id AS "postId", p.name AS "postName", s.id AS "staffId", s.name AS "staffName",
      b.every_days AS "everyDays", ${intervalDays('$2')} AS "intervalDays", ${LAST_EMPTIED} AS "lastEmptiedAt",
      ${DUE_ON('$2')}::text AS "dueOn", ($2::timestamptz AT TIME ZONE m.time_zone)::date::text AS today,
      b.retired_at IS NOT NULL AS retired, b.version,
      (SELECT coalesce(sum(o.slips - o.registered), 0)::int FROM box_openings o
       WHERE o.community_id = b.community_id AND o.box_id = b.id) AS "slipsLeft",
      (SELECT o.id FROM box_openings o WHERE o.community_id = b.community_id AND o.box_id = b.id AND o.registered < o.slips
       ORDER BY o.opened_at, o.id LIMIT 1) AS "openingId",
      ARRAY(SELECT hp.staff_id FROM held_posts hp WHERE hp.community_id = b.community_id AND hp.post_id = b.post_id
        AND (b.staff_id IS NULL OR hp.staff_id = b.staff_id) AND hp.building_ids = '{}') AS "staffIds"
    FROM suggestion_boxes b
    JOIN communities m ON m.id = b.community_id
    JOIN posts p ON p.company_id = m.company_id AND p.id = b.post_id
    LEFT JOIN buildings g ON g.community_id = b.community_id AND g.id = b.building_id
    LEFT JOIN staff s ON s.id = b.staff_id AND s.active
    WHERE b.community_id = $1 AND ($3::uuid IS NULL OR b.id = $3) AND ($4 OR b.retired_at IS NULL)
    ORDER BY b.retired_at IS NOT NULL, ${DUE_ON('$2')}, b.name, b.id`,
}

/** The boxes of a community, the one to be emptied first on top. */
export async function listBoxes(
  database: Database,
  act: CallerAct,
  communityId: string,
  { retired = false }: { retired?: boolean | undefined } = {},
): Promise<SuggestionBox[]> {
  const rows = await database.read<Row>(act.reach, LIST, [communityId, act.now, null, retired])
  return rows.map((row) => view(row, act))
}

export async function readBox(database: Database, act: CallerAct, communityId: string, id: string): Promise<SuggestionBox> {
  const [row] = await database.read<Row>(act.reach, LIST, [communityId, act.now, id, true])
  if (!row) throw new ProblemError('NOT_FOUND')
  return view(row, act)
}

const view = ({ staffIds, today, lastEmptiedAt, ...row }: Row, act: CallerAct): SuggestionBox => ({
  ...row,
  lastEmptiedAt: lastEmptiedAt?.toISOString() ?? null,
  state: boxState({ retired: row.retired, dueOn: row.dueOn, today }),
  mine: staffIds.includes(act.caller.staff!.id),
})
