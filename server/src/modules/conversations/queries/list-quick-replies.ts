import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { QuickReply } from '../actions/quick-replies.ts'

const LIST = {
  name: 'list-quick-replies',
  text: `
    SELECT id, title, content, version FROM quick_replies
    WHERE community_id = $1 AND withdrawn_at IS NULL AND ($2::text IS NULL OR title ILIKE $2 OR content ILIKE $2)
    ORDER BY ordinal, title, id LIMIT 200`,
}

export function listQuickReplies(
  database: Database,
  act: CallerAct,
  communityId: string,
  query: string | undefined,
): Promise<QuickReply[]> {
  const like = query ? `%${query.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null
  return database.read<QuickReply>(act.reach, LIST, [communityId, like])
}
