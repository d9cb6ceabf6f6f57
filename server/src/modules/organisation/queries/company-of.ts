import type { Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

const COMPANY = { name: 'company-of-community', text: 'SELECT company_id FROM communities WHERE id = $1' }

/** The company a community belongs to, and the same act with that company within its reach: a newcomer has none yet. */
export async function inCompanyOf(
  database: Database,
  act: CallerAct,
  communityId: string,
): Promise<{ act: CallerAct; companyId: string }> {
  const [row] = await database.read<{ company_id: string }>(act.reach, COMPANY, [communityId])
  if (!row) throw new ProblemError('NOT_FOUND')
  return { companyId: row.company_id, act: { ...act, reach: { ...act.reach, companies: [row.company_id] } } }
}
