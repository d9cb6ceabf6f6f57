import type { IdentityDatabase } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'

/** A caller on a route of one community holds the posts of that one; here all of them count. */
const WITHOUT = {
  name: 'communities-without-merchant-right',
  text: `
    SELECT 1 FROM communities c WHERE c.company_id = $1 AND NOT EXISTS (
      SELECT 1 FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
      WHERE h.staff_id = $2 AND h.community_id = c.id AND h.building_ids = '{}' AND 'payments.merchant' = ANY (p.permissions)) LIMIT 1`,
}

/** @throws ProblemError PAY_WHOLE_COMPANY for who does not answer for the merchants of every community of it. */
export async function needWholeCompany(identity: IdentityDatabase, act: CallerAct): Promise<void> {
  const { companyId, id } = act.caller.staff!
  if ((await identity.run(WITHOUT, [companyId, id])).length > 0) throw new ProblemError('PAY_WHOLE_COMPANY')
}
