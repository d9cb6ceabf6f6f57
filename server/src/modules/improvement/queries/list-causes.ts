import type { Cause, CauseKind } from '@yinuo/contracts'
import type { Database, IdentityDatabase } from '../../../platform/database/index.ts'
import type { CallerAct } from '../../access/index.ts'

const LIST = {
  name: 'list-causes',
  text: `
    SELECT u.id, u.kind, u.category, u.name, u.community_id IS NULL AS "companyWide", u.retired_at IS NOT NULL AS retired, u.version,
      (SELECT count(*)::int FROM case_causes n WHERE n.community_id = $2 AND n.cause_id = u.id) AS cases
    FROM causes u
    WHERE u.company_id = $1 AND (u.community_id IS NULL OR u.community_id = $2) AND ($3::text IS NULL OR u.kind = $3)
      AND ($4 OR u.retired_at IS NULL) AND ($5::uuid IS NULL OR u.id = $5)
    ORDER BY u.kind DESC, u.category NULLS FIRST, u.name, u.id LIMIT 1000`,
}

export interface CauseWish {
  kind?: CauseKind
  retired?: boolean
  only?: string
}

/** The company's causes and the community's own. */
export function listCauses(
  database: Database,
  act: CallerAct,
  communityId: string,
  { kind, retired = false, only }: CauseWish,
): Promise<Cause[]> {
  const { companyId } = act.caller.staff!
  return database.read<Cause>(act.reach, LIST, [companyId, communityId, kind ?? null, retired, only ?? null])
}

const EVERYWHERE = {
  name: 'improvement-everywhere',
  text: `
    SELECT NOT EXISTS (
      SELECT 1 FROM communities c WHERE c.company_id = $1 AND NOT EXISTS (
        SELECT 1 FROM held_posts h JOIN posts p ON p.company_id = h.company_id AND p.id = h.post_id
        WHERE h.staff_id = $2 AND h.community_id = c.id AND h.building_ids = '{}' AND 'improvement.edit' = ANY (p.permissions))
    ) AS everywhere`,
}

/** Whether the caller sees to improvement in every community of the company: only then to causes all of them share. */
export async function editsCausesCompanyWide(identity: IdentityDatabase, act: CallerAct): Promise<boolean> {
  const { companyId, id } = act.caller.staff!
  const [row] = await identity.run<{ everywhere: boolean }>(EVERYWHERE, [companyId, id])
  return row!.everywhere
}
