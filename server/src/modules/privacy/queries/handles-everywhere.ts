import type { IdentityDatabase } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

const EVERYWHERE = {
  name: 'privacy-everywhere',
  text: `
    SELECT NOT EXISTS (
      SELECT 1 FROM communities c WHERE c.company_id = $1 AND NOT EXISTS (
        SELECT 1 FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
        WHERE h.staff_id = $2 AND h.community_id = c.id AND h.building_ids = '{}' AND 'privacy.handle' = ANY (p.permissions))
    ) AS everywhere`,
}

/** Whether the caller handles requests in every community of the company: only then what is kept in all of them is theirs to say. */
export async function handlesEverywhere(identity: IdentityDatabase, act: CallerAct): Promise<boolean> {
  const { companyId, id } = act.caller.staff!
  const [row] = await identity.run<{ everywhere: boolean }>(EVERYWHERE, [companyId, id])
  return row!.everywhere
}
