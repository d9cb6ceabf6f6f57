import type { MyPost, PostRow, Responsibility } from '@yinuo/contracts'
import { areasOfWork, codesOf, type AreaOfWork } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { postsOf } from './staff-post.sql.ts'

/** Holders are counted in the communities the caller works in. */
const LIST_POSTS = {
  name: 'list-posts',
  text: `
    SELECT p.id, p.code, p.name, p.duties, p.work, p.authority, p.responsibility, p.qualification, p.certificates,
      p.answers_for AS "answersFor", p.permissions, p.version,
      (SELECT count(DISTINCT h.staff_id)::int FROM held_posts h JOIN staff s ON s.id = h.staff_id AND s.active
       WHERE h.company_id = p.company_id AND h.post_id = p.id) AS holders
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

const RESPONSIBLE_POSTS = {
  name: 'responsible-posts',
  text: `
    SELECT p.id, p.name, p.answers_for AS "answersFor",
      coalesce((
        SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'onDuty', EXISTS (
            SELECT 1 FROM duty_periods d WHERE d.community_id = $2 AND d.staff_id = s.id AND d.until IS NULL)) ORDER BY s.name, s.id)
        FROM staff s WHERE s.company_id = p.company_id AND s.active AND EXISTS (
          SELECT 1 FROM held_posts h WHERE h.company_id = p.company_id AND h.post_id = p.id AND h.community_id = $2 AND h.staff_id = s.id)
      ), '[]') AS holders
    FROM posts p WHERE p.company_id = $1 AND p.answers_for <> '{}' ORDER BY p.name`,
}

type Responsible = Responsibility['posts'][number] & { answersFor: AreaOfWork[] }

/** Every area of work with the posts that answer for it and who holds them here (PER-01). */
export async function listResponsibilities(database: Database, act: CallerAct, communityId: string): Promise<Responsibility[]> {
  const posts = await database.read<Responsible>(act.reach, RESPONSIBLE_POSTS, [act.caller.staff!.companyId, communityId])
  return codesOf(areasOfWork).map((area) => ({
    area,
    posts: posts.filter(({ answersFor }) => answersFor.includes(area)).map(({ id, name, holders }) => ({ id, name, holders })),
  }))
}

const MY_POSTS = {
  name: 'my-posts',
  text: `
    SELECT ${postsOf(
      's.id',
      `, 'description', json_build_object('name', p.name, 'duties', p.duties, 'work', p.work, 'authority', p.authority,
        'responsibility', p.responsibility, 'qualification', p.qualification, 'certificates', p.certificates,
        'answersFor', p.answers_for)`,
    )} AS posts
    FROM staff s WHERE s.company_id = $1 AND s.id = $2`,
}

export async function listMyPosts(database: Database, act: CallerAct): Promise<MyPost[]> {
  const { companyId, id } = act.caller.staff!
  const [row] = await database.read<{ posts: MyPost[] }>(act.reach, MY_POSTS, [companyId, id])
  return row?.posts ?? []
}
