import type { NoticeReach } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import type { KeptAudience } from '../rules/index.ts'
import { belongs, dayAt } from './audience.sql.ts'

const REACH = {
  name: 'notice-reach',
  text: `
    SELECT count(*)::int AS people, count(account_id)::int AS inbox, count(*) FILTER (WHERE granted)::int AS subscribe,
      count(*) FILTER (WHERE $4 AND account_id IS NOT NULL AND phone ~ '^1[3-9][0-9]{9}$')::int AS sms,
      count(*) FILTER (WHERE account_id IS NULL)::int AS unreachable
    FROM (
      SELECT r.account_id, r.phone, EXISTS (SELECT 1 FROM accounts a JOIN message_grants g ON g.openid = a.openid
        WHERE a.id = r.account_id AND g.template = 'notice' AND g.consumed_at IS NULL) AS granted
      FROM residents r WHERE r.community_id = $1 AND r.erased_at IS NULL AND ${belongs('$2::jsonb', dayAt('$3::timestamptz'))}
    ) AS told`,
}

/** How many people an audience is, and by which channels they can be reached now. */
export async function countReach(
  database: Database,
  act: CallerAct,
  communityId: string,
  { audience, urgent }: { audience: KeptAudience; urgent: boolean },
): Promise<NoticeReach> {
  const values = [communityId, JSON.stringify(audience), act.now, urgent]
  const [reach] = await database.read<NoticeReach>(act.reach, REACH, values)
  return reach!
}

/** Whether there is anybody in an audience at all. */
export async function isAnybody(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  audience: KeptAudience,
): Promise<boolean> {
  const [row] = (await tx.query(
    `SELECT EXISTS (SELECT 1 FROM residents r WHERE r.community_id = $1 AND r.erased_at IS NULL
       AND ${belongs('$2::jsonb', dayAt('$3::timestamptz'))}) AS anybody`,
    [communityId, JSON.stringify(audience), act.now],
  )) as { anybody: boolean }[]
  return row!.anybody
}
