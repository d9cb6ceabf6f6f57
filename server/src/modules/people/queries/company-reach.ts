import type { IdentityDatabase } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

const COMMUNITIES_OF_COMPANY = { name: 'communities-of-company', text: `SELECT id FROM communities WHERE company_id = $1` }

/**
 * The act with every community of the caller's company in its reach: whether somebody may be changed is judged by all
 * the posts they hold, also those the changer does not see.
 */
export async function withCompanyReach(identity: IdentityDatabase, act: CallerAct): Promise<CallerAct> {
  const { companyId } = act.caller.staff!
  const rows = await identity.run<{ id: string }>(COMMUNITIES_OF_COMPANY, [companyId])
  return { ...act, reach: { communities: rows.map((row) => row.id), companies: [companyId] } }
}
