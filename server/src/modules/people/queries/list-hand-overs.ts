import type { HandOver } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { communitiesWith, type CallerAct } from '../../access/index.ts'

/** The latest first, with the work of the communities the reader keeps an eye on. */
const LIST_HAND_OVERS = {
  name: 'list-hand-overs',
  text: `
    SELECT h.id, h.staff_id AS "staffId", h.staff_name AS "staffName", h.left_on::text AS "leftOn", h.reason, h.note, h.posts,
      h.done_by_name AS "doneByName", h.done_at AS "doneAt",
      coalesce((
        SELECT json_agg(json_build_object('number', w.number, 'communityName', c.name, 'category', w.category,
          'placeLabel', w.place_label, 'toName', w.to_name) ORDER BY w.to_name NULLS LAST, c.name, w.number)
        FROM handed_work w JOIN communities c ON c.id = w.community_id
        WHERE w.hand_over_id = h.id AND w.community_id = ANY ($3::uuid[])), '[]') AS work
    FROM hand_overs h
    WHERE h.company_id = $1 AND h.staff_id = $2 AND (h.community_ids && $3::uuid[] OR h.community_ids = '{}')
    ORDER BY h.done_at DESC, h.id DESC`,
}

export async function listHandOvers(database: Database, act: CallerAct, staffId: string): Promise<HandOver[]> {
  const rows = await database.read<Omit<HandOver, 'doneAt'> & { doneAt: Date }>(act.reach, LIST_HAND_OVERS, [
    act.caller.staff!.companyId,
    staffId,
    communitiesWith(act.caller, 'people.read'),
  ])
  return rows.map((row) => ({ ...row, doneAt: row.doneAt.toISOString() }))
}
