import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'

/** The region, if it is one of the company; none is a region too. */
export async function knownRegion(
  tx: EntityManager,
  companyId: string,
  regionId: string | null | undefined,
): Promise<string | null> {
  if (!regionId) return null
  const rows = (await tx.query(`SELECT 1 FROM regions WHERE company_id = $1 AND id = $2`, [companyId, regionId])) as unknown[]
  if (rows.length === 0) throw new ProblemError('NOT_FOUND')
  return regionId
}
