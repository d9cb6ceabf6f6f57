import type { SavedView } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { CallerAct } from '../caller-act.ts'

/** Replaces the whole list of one page. */
export async function keepSavedViews(tx: EntityManager, act: CallerAct, page: string, views: SavedView[]): Promise<SavedView[]> {
  await tx.query(
    `INSERT INTO saved_views (staff_id, page, views) VALUES ($1, $2, $3)
     ON CONFLICT (staff_id, page) DO UPDATE SET views = excluded.views`,
    [act.caller.staff!.id, page, JSON.stringify(views)],
  )
  return views
}
