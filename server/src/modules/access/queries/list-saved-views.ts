import type { SavedView } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../caller-act.ts'

const LIST_SAVED_VIEWS = { name: 'list-saved-views', text: `SELECT views FROM saved_views WHERE staff_id = $1 AND page = $2` }

export async function listSavedViews(database: Database, act: CallerAct, page: string): Promise<SavedView[]> {
  const [row] = await database.read<{ views: SavedView[] }>(act.reach, LIST_SAVED_VIEWS, [act.caller.staff!.id, page])
  return row?.views ?? []
}
