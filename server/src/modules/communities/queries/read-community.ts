import type { CommunityProfile, CommunityService, Region } from '@yinuo/contracts'
import type { Act, Database } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/http/index.ts'

const PROFILE = {
  name: 'community-profile',
  text: `
    SELECT c.id, c.name, c.property_type AS "propertyType", c.address, c.hotline, c.version,
      CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('id', r.id, 'name', r.name) END AS region
    FROM communities c LEFT JOIN regions r ON r.company_id = c.company_id AND r.id = c.region_id WHERE c.id = $1`,
}

const SERVICES = {
  name: 'community-services',
  text: `SELECT id, code, name, detail FROM community_services
         WHERE community_id = $1 AND withdrawn_at IS NULL ORDER BY ordinal, id`,
}

const REGIONS = {
  name: 'regions-of-company',
  text: `
    SELECT r.id, r.name, r.version,
      (SELECT count(*)::int FROM communities c WHERE c.company_id = r.company_id AND c.region_id = r.id) AS communities
    FROM regions r WHERE r.company_id = $1 AND ($2::uuid IS NULL OR r.id = $2) ORDER BY r.name`,
}

export async function readCommunity(database: Database, act: Act, communityId: string): Promise<CommunityProfile> {
  const [profile] = await database.read<CommunityProfile>(act.reach, PROFILE, [communityId])
  if (!profile) throw new ProblemError('NOT_FOUND')
  return profile
}

/** What a community is served with, in its order. */
export function listServices(database: Database, act: Act, communityId: string): Promise<CommunityService[]> {
  return database.read<CommunityService>(act.reach, SERVICES, [communityId])
}

/** The regions of a company; communities are counted where the act reaches. */
export function listRegions(database: Database, act: Act, companyId: string): Promise<Region[]> {
  return database.read<Region>(act.reach, REGIONS, [companyId, null])
}

export async function readRegion(database: Database, act: Act, companyId: string, id: string): Promise<Region> {
  const [region] = await database.read<Region>(act.reach, REGIONS, [companyId, id])
  if (!region) throw new ProblemError('NOT_FOUND')
  return region
}
