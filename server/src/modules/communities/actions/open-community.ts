import type { PropertyType, StandardPresetCode } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { orDuplicate } from './duplicate.ts'
import { knownRegion } from './region-of.ts'
import { writeCommunity } from './write-community.ts'

export interface OpeningWish {
  name: string
  propertyType: PropertyType
  address: string
  hotline: string
  regionId?: string
  preset?: StandardPresetCode
  observesPublicHolidays?: boolean
}

/** A community of the caller's company, in which the caller works from the first moment by the posts that let them open it. */
export async function openCommunity(tx: EntityManager, act: CallerAct, id: string, wish: OpeningWish): Promise<{ id: string }> {
  const { companyId, id: staffId, name } = act.caller.staff!
  const regionId = await knownRegion(tx, companyId, wish.regionId)
  await writeCommunity((text, values) => tx.query(text, values), { ...wish, id, companyId, regionId }, name, act.now).catch(
    orDuplicate,
  )
  await tx.query(
    `INSERT INTO staff_posts (company_id, community_id, staff_id, post_id)
     SELECT DISTINCT sp.company_id, $3::uuid, sp.staff_id, sp.post_id
     FROM staff_posts sp JOIN posts p ON p.company_id = sp.company_id AND p.id = sp.post_id
     WHERE sp.company_id = $1 AND sp.staff_id = $2 AND sp.building_ids = '{}' AND 'communities.edit' = ANY (p.permissions)
       AND NOT EXISTS (SELECT 1 FROM held_posts h WHERE h.staff_id = $2 AND h.community_id = $3 AND h.post_id = sp.post_id)`,
    [companyId, staffId, id],
  )
  await recordAudit(tx, act, {
    companyId,
    communityId: id,
    action: 'communities.open',
    subjectKind: 'community',
    subjectId: id,
    before: null,
    after: wish,
  })
  return { id }
}
