import { messageGroupOf, type NoticeReach } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Database } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { decidedFor, usualPolicy, waysTo } from '../../messages/index.ts'
import type { KeptAudience } from '../rules/index.ts'
import { belongs, dayAt } from './audience.sql.ts'

const KIND = 'notice.published'
const by = (channel: string) => `count(*) FILTER (WHERE '${channel}' = ANY (ways))::int AS ${channel}`
const decided = decidedFor({ community: '$1', kind: `'${KIND}'`, urgent: '$4', usual: '$5::text[]', offersMail: '$6' })
const ways = waysTo({
  decided: 'decided',
  account: 'r.account_id',
  phone: `coalesce(r.phone, (SELECT a.phone FROM accounts a WHERE a.id = r.account_id))`,
  template: 'notice',
  group: messageGroupOf(KIND),
})

const REACH = {
  name: 'notice-reach',
  text: `
    WITH decided AS (${decided})
    SELECT count(*)::int AS people, count(account_id)::int AS inbox, ${['subscribe', 'sms', 'email'].map(by).join(', ')},
      count(*) FILTER (WHERE account_id IS NULL)::int AS unreachable
    FROM (
      SELECT r.account_id, CASE WHEN r.account_id IS NOT NULL THEN ${ways} END AS ways FROM residents r, decided
      WHERE r.community_id = $1 AND r.erased_at IS NULL AND ${belongs('$2::jsonb', dayAt('$3::timestamptz'))}
    ) AS told`,
}

/** How many people an audience is, and how many of them a notice published now would reach by which channel. */
export async function countReach(
  database: Database,
  act: CallerAct,
  communityId: string,
  { audience, urgent, offersMail }: { audience: KeptAudience; urgent: boolean; offersMail: boolean },
): Promise<NoticeReach> {
  const usual = usualPolicy(KIND).channels
  const values = [communityId, JSON.stringify(audience), act.now, urgent, usual, offersMail]
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
