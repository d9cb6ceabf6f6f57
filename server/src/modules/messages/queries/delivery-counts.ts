import type { DeliveryCounts } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'

const COUNT = {
  name: 'count-deliveries',
  text: `
    SELECT to_char(d.at AT TIME ZONE c.time_zone, 'YYYY-MM-DD') AS day, d.channel,
      count(*) FILTER (WHERE d.state = 'sent')::int AS sent, count(*) FILTER (WHERE d.state = 'failed')::int AS failed,
      count(*) FILTER (WHERE d.state = 'pending')::int AS pending
    FROM deliveries d JOIN communities c ON c.id = d.community_id
    WHERE d.community_id = $1 AND d.state <> 'skipped' AND d.at >= $2::timestamptz - interval '14 days'
    GROUP BY 1, 2 ORDER BY 1, 2`,
}

/** What became of the last fourteen days' messages, by day and channel. */
export function deliveryCounts(database: Database, act: Act, communityId: string): Promise<DeliveryCounts[]> {
  return database.read<DeliveryCounts>(act.reach, COUNT, [communityId, act.now])
}
