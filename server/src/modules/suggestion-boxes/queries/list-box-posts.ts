import type { BoxPost } from '@yinuo/contracts'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

const POSTS = {
  name: 'list-box-posts',
  text: `
    SELECT p.id, p.name, coalesce((SELECT json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.name, s.id) FROM staff s
      WHERE s.active AND EXISTS (SELECT 1 FROM held_posts h
        WHERE h.community_id = $1 AND h.post_id = p.id AND h.staff_id = s.id AND h.building_ids = '{}')), '[]') AS people
    FROM communities m
    JOIN posts p ON p.company_id = m.company_id AND 'complaints.assign' = ANY (p.permissions)
    WHERE m.id = $1 ORDER BY p.name, p.id`,
}

/** Who may be made responsible for a box: the posts that may register what is in it, with those who hold them here. */
export function listBoxPosts(database: Database, act: CallerAct, communityId: string): Promise<BoxPost[]> {
  return database.read<BoxPost>(act.reach, POSTS, [communityId])
}
