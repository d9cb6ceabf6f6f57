import type { PostRow } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** Holders are counted in the communities the caller works in. */
const LIST_POSTS = {
  name: 'list-posts',
  text: `
    SELECT p.id, p.code, p.name, p.duties, p.permissions, p.version,
      (SELECT count(DISTINCT sp.staff_id)::int FROM staff_posts sp JOIN staff s ON s.id = sp.staff_id AND s.active
       WHERE sp.company_id = p.company_id AND sp.post_id = p.id) AS holders
    FROM posts p WHERE p.company_id = $1 AND ($2::uuid IS NULL OR p.id = $2) ORDER BY p.name`,
}

export function listPosts(database: Database, act: CallerAct): Promise<PostRow[]> {
  return database.read<PostRow>(act.reach, LIST_POSTS, [act.caller.staff!.companyId, null])
}

export async function findPostRow(database: Database, act: CallerAct, postId: string): Promise<PostRow> {
  const [row] = await database.read<PostRow>(act.reach, LIST_POSTS, [act.caller.staff!.companyId, postId])
  if (!row) throw new ProblemError('NOT_FOUND')
  return row
}
