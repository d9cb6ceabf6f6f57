import type { IdentityDatabase } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

const TIES = {
  name: 'ties-of-account',
  text: `
    SELECT DISTINCT c.id, c.company_id AS "companyId" FROM communities c
    WHERE c.id IN (SELECT r.community_id FROM residents r WHERE r.account_id = $1
      UNION SELECT a.community_id FROM residence_applications a WHERE a.account_id = $1
      UNION SELECT h.community_id FROM staff s JOIN held_posts h ON h.staff_id = s.id WHERE s.account_id = $1 AND s.active)
    ORDER BY 1`,
}

/** The communities an account has to do with, also those it has left: their offices answer for what they keep. */
export interface Ties {
  /** one community of each company: the desk that hears of a request */
  desks: { id: string; companyId: string }[]
  /** the same act, reaching all of them */
  act: CallerAct
}

export async function tiesOf(identity: IdentityDatabase, act: CallerAct): Promise<Ties> {
  const ties = await identity.run<{ id: string; companyId: string }>(TIES, [act.caller.account!.id])
  const first = new Map(ties.toReversed().map((tie) => [tie.companyId, tie]))
  const reach = { communities: ties.map(({ id }) => id), companies: [...first.keys()] }
  return { desks: [...first.values()], act: { ...act, reach } }
}
