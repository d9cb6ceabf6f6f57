import type { EntityManager } from 'typeorm'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { CallerAct } from '../../access/index.ts'
import { orDuplicate } from './duplicate.ts'
import { lockCommunity } from './lock-community.ts'
import { knownRegion } from './region-of.ts'

export interface CommunityDraft {
  name: string
  address: string
  hotline: string
  regionId?: string
  version: number
}

/**
 * Changes what a community is called and how it is reached.
 * @param mayMove whether it may be moved to another region: asked only when it is
 */
export async function editCommunity(
  tx: EntityManager,
  act: CallerAct,
  communityId: string,
  draft: CommunityDraft,
  mayMove: () => Promise<unknown>,
): Promise<void> {
  const { companyId } = act.caller.staff!
  const before = await lockCommunity(tx, communityId, draft.version)
  const regionId = await knownRegion(tx, companyId, draft.regionId)
  if (regionId !== before.region_id) await mayMove()
  await tx
    .query(`UPDATE communities SET name = $2, address = $3, hotline = $4, region_id = $5, version = version + 1 WHERE id = $1`, [
      communityId,
      draft.name,
      draft.address,
      draft.hotline,
      regionId,
    ])
    .catch(orDuplicate)
  const { region_id, version: _, ...was } = before
  await recordAudit(tx, act, {
    companyId,
    communityId,
    action: 'communities.edit',
    subjectKind: 'community',
    subjectId: communityId,
    before: { ...was, regionId: region_id },
    after: { name: draft.name, address: draft.address, hotline: draft.hotline, regionId },
  })
}
