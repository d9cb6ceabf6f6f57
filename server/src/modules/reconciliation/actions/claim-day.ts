import { reconciliationLimits } from '@yinuo/contracts'
import type { WorkerDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { todayIn } from '../../organisation/index.ts'
import { OF_COMMUNITY } from '../queries/list-statements.ts'
import type { Claim } from './keep-bill.ts'

const RETURNED = `company_id AS "companyId", id, account, day::text, version`

/** The day's statement of each account that takes the community's money; one that is not there yet is begun. */
const CLAIM_DAY = `
  WITH claimed AS (
    INSERT INTO pay_statements AS t (company_id, id, account, day, ask_at, asked, created_at)
    SELECT DISTINCT m.company_id, uuidv7(), concat_ws('/', m.mchid, m.sub_mchid), $2::date, $3::timestamptz, 1, $4::timestamptz
    FROM (SELECT DISTINCT company_id, mchid, sub_mchid FROM pay_merchants
      WHERE company_id = (SELECT company_id FROM communities WHERE id = $1) AND (community_id IS NULL OR community_id = $1)) m
    ON CONFLICT (company_id, account, day) DO UPDATE SET version = t.version + 1, asked = t.asked + 1,
      ask_at = CASE WHEN t.checked_at IS NULL THEN excluded.ask_at END
    RETURNING ${RETURNED})
  SELECT * FROM claimed ORDER BY account`

const CLAIM_ONE = `
  WITH claimed AS (UPDATE pay_statements s SET version = s.version + 1, asked = s.asked + 1 WHERE ${OF_COMMUNITY} AND s.id = $2
    RETURNING ${RETURNED})
  SELECT * FROM claimed`

/** Takes a day's statements from whoever is at them. @throws ProblemError STATEMENT_DAY, PAY_NOT_SET */
export async function claimDay(
  database: WorkerDatabase,
  act: CallerAct,
  { communityId, day, until }: { communityId: string; day: string; until: Date },
): Promise<Claim[]> {
  const today = new Date(todayIn(act)).getTime()
  const daysAgo = Math.round((today - new Date(day).getTime()) / 86_400_000)
  if (daysAgo < 1 || daysAgo > reconciliationLimits.daysBack + 1) throw new ProblemError('STATEMENT_DAY')
  const claims = await database.run<Claim>(CLAIM_DAY, [communityId, day, until, act.now])
  if (claims.length === 0) throw new ProblemError('PAY_NOT_SET')
  return claims
}

export async function claimStatement(database: WorkerDatabase, communityId: string, id: string): Promise<Claim> {
  const [claim] = await database.run<Claim>(CLAIM_ONE, [communityId, id])
  if (!claim) throw new ProblemError('NOT_FOUND')
  return claim
}
