import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** A caller on a route of one community holds the posts of that one; here all of them count. */
const KEPT_COMMUNITIES = {
  name: 'kept-communities',
  text: `
    SELECT c.id, EXISTS (
      SELECT 1 FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
      WHERE h.staff_id = $2 AND h.community_id = c.id AND h.building_ids = '{}' AND 'communities.edit' = ANY (p.permissions)) AS kept
    FROM communities c WHERE c.company_id = $1`,
}

/**
 * The act with the whole company in its reach.
 * @throws ProblemError WHOLE_COMPANY_NEEDED for who does not keep the data of every community of it.
 */
export async function overWholeCompany(identity: IdentityDatabase, act: CallerAct): Promise<CallerAct> {
  const { companyId, id } = act.caller.staff!
  const communities = await identity.run<{ id: string; kept: boolean }>(KEPT_COMMUNITIES, [companyId, id])
  if (communities.some(({ kept }) => !kept)) throw new ProblemError('WHOLE_COMPANY_NEEDED')
  return { ...act, reach: { communities: communities.map((each) => each.id), companies: [companyId] } }
}
