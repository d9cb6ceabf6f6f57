import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import { newId } from '../../../platform/clock/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { orDuplicate } from './duplicate.ts'

interface RegionRecord {
  name: string
  version: number
}

export async function addRegion(tx: EntityManager, act: CallerAct, name: string): Promise<{ id: string }> {
  const id = newId(act.now)
  const { companyId } = act.caller.staff!
  await tx.query(`INSERT INTO regions (company_id, id, name) VALUES ($1, $2, $3)`, [companyId, id, name]).catch(orDuplicate)
  await record(tx, act, 'regions.add', id, null, { name })
  return { id }
}

export async function renameRegion(
  tx: EntityManager,
  act: CallerAct,
  id: string,
  { name, version }: { name: string; version: number },
): Promise<void> {
  const { companyId } = act.caller.staff!
  const before = await lockRegion(tx, companyId, id, version)
  await tx
    .query(`UPDATE regions SET name = $3, version = version + 1 WHERE company_id = $1 AND id = $2`, [companyId, id, name])
    .catch(orDuplicate)
  await record(tx, act, 'regions.rename', id, { name: before.name }, { name })
}

/** @throws ProblemError REGION_IN_USE while communities lie in it or posts reach over it. */
export async function removeRegion(tx: EntityManager, act: CallerAct, id: string, version: number): Promise<void> {
  const { companyId } = act.caller.staff!
  const before = await lockRegion(tx, companyId, id, version)
  const [{ communities, posts }] = (await tx.query(
    `SELECT (SELECT count(*)::int FROM communities WHERE company_id = $1 AND region_id = $2) AS communities,
       (SELECT count(*)::int FROM wide_posts WHERE company_id = $1 AND region_id = $2) AS posts`,
    [companyId, id],
  )) as [{ communities: number; posts: number }]
  if (communities + posts > 0) throw new ProblemError('REGION_IN_USE', { communities, posts })
  await tx.query(`DELETE FROM regions WHERE company_id = $1 AND id = $2`, [companyId, id])
  await record(tx, act, 'regions.remove', id, { name: before.name }, null)
}

async function lockRegion(tx: EntityManager, companyId: string, id: string, version: number): Promise<RegionRecord> {
  const [region] = (await tx.query(`SELECT name, version FROM regions WHERE company_id = $1 AND id = $2 FOR UPDATE`, [
    companyId,
    id,
  ])) as RegionRecord[]
  if (!region) throw new ProblemError('NOT_FOUND')
  if (region.version !== version) throw new ProblemError('STALE_VERSION')
  return region
}

function record(tx: EntityManager, act: CallerAct, action: string, id: string, before: object | null, after: object | null) {
  const { companyId } = act.caller.staff!
  return recordAudit(tx, act, { companyId, communityId: null, action, subjectKind: 'region', subjectId: id, before, after })
}
