import type { EntityManager } from 'typeorm'
import { ProblemError } from '../../../platform/http/index.ts'

export interface CommunityRecord {
  name: string
  address: string
  hotline: string
  region_id: string | null
  version: number
}

/** @throws ProblemError STALE_VERSION when it has been changed since it was seen. */
export async function lockCommunity(tx: EntityManager, communityId: string, version: number): Promise<CommunityRecord> {
  const [community] = (await tx.query(
    `SELECT name, address, hotline, region_id, version FROM communities WHERE id = $1 FOR UPDATE`,
    [communityId],
  )) as CommunityRecord[]
  if (!community) throw new ProblemError('NOT_FOUND')
  if (community.version !== version) throw new ProblemError('STALE_VERSION')
  return community
}
