import type { HandOver } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import { communitiesWith, type CallerAct } from '../../access/index.ts'

/** The latest first, with the work of the communities the reader keeps an eye on; nothing at all of who is not seen in the list of staff. */
const LIST_HAND_OVERS = {
  name: 'list-hand-overs',
  text: `
    SELECT s.id AS seen, h.id, h.staff_id AS "staffId", h.staff_name AS "staffName", h.left_on::text AS "leftOn", h.reason, h.note, h.posts,
      h.done_by_name AS "doneByName", h.done_at AS "doneAt",
      coalesce((
        SELECT json_agg(json_build_object('number', w.number, 'communityName', c.name, 'category', w.category,
          'placeLabel', w.place_label, 'toName', w.to_name) ORDER BY w.to_name NULLS LAST, c.name, w.number)
        FROM handed_work w JOIN communities c ON c.id = w.community_id
        WHERE w.hand_over_id = h.id AND w.community_id = ANY ($3::uuid[])), '[]') AS work
    FROM staff s
    LEFT JOIN hand_overs h ON h.company_id = $1 AND h.staff_id = $2 AND (h.community_ids && $3::uuid[] OR h.community_ids = '{}')
    WHERE s.company_id = $1 AND s.id = $2 AND (h.id IS NOT NULL
      OR EXISTS (SELECT 1 FROM held_posts p WHERE p.staff_id = s.id AND p.community_id = ANY ($3::uuid[])))
    ORDER BY h.done_at DESC, h.id DESC`,
}

type Row = Omit<HandOver, 'doneAt'> & { seen: string; doneAt: Date }
type Nothing = { seen: string; id: null }

export async function listHandOvers(database: Database, act: CallerAct, staffId: string): Promise<HandOver[]> {
  const rows = await database.read<Row | Nothing>(act.reach, LIST_HAND_OVERS, [
    act.caller.staff!.companyId,
    staffId,
    communitiesWith(act.caller, 'people.read'),
  ])
  if (rows.length === 0) throw new ProblemError('NOT_FOUND')
  return rows.flatMap(({ seen: _, ...row }) => (row.id === null ? [] : [{ ...row, doneAt: row.doneAt.toISOString() }]))
}
