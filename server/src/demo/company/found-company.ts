import { randomBytes } from 'node:crypto'
import type { CodeKind } from '@yinuo/contracts'
import { calendarFrom } from '../../modules/cases/index.ts'
import { entryToken, TOKEN_BYTES } from '../../modules/organisation/rules/index.ts'
import { figuresInForce } from '../../modules/standards/index.ts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'
import { applyForHomes } from './applications.ts'
import { moveIn } from './households.ts'
import type { DemoCommunity, DemoPlace, DemoStaff } from './model.ts'
import { PhoneNumbers } from './names.ts'
import { employ, type Employed } from './people.ts'
import { centre, garden, plaza, type Site, type SitePlace } from './sites.ts'

const DAY_MS = 86_400_000
/** Codes stand at the doors of these buildings' homes; elsewhere residents scan those of the entrance. */
const buildingsWithUnitCodes = new Set(['1号楼', '2号楼', '3号楼', 'A座'])

/** 一诺物业: three communities and sixty people. */
export async function foundCompany(rows: Rows, random: Random, now: Date): Promise<DemoCommunity[]> {
  const companyId = random.id(now)
  rows.add('companies', { id: companyId, name: '一诺物业' })
  const sites = [garden, plaza, centre].map((site) => ({ id: random.id(now), site }))
  const numbers = new PhoneNumbers(random)
  for (const { id, site } of sites) rows.add('communities', communityRow(id, companyId, site))
  const staff = await employ(rows, random, numbers, { id: companyId, communityIds: sites.map(({ id }) => id) }, now)
  return sites.map(({ id, site }, index) => {
    const here = staff.filter(({ at }) => at.includes(index))
    return settle(rows, random, numbers, { id, companyId, site }, here, now)
  })
}

function communityRow(id: string, companyId: string, { name, propertyType, address, hotline }: Site) {
  return { id, company_id: companyId, name, property_type: propertyType, address, hotline, time_zone: 'Asia/Shanghai' }
}

function settle(
  rows: Rows,
  random: Random,
  numbers: PhoneNumbers,
  { id, companyId, site }: { id: string; companyId: string; site: Site },
  staff: readonly Employed[],
  now: Date,
): DemoCommunity {
  const adoptionId = adopt(rows, random, id, site, now)
  const buildings = site.buildings.map(({ name, x, y }, index): DemoPlace => {
    const building = random.id(now)
    rows.add('buildings', { community_id: id, id: building, name, ordinal: index + 1, plan_x: x, plan_y: y })
    return { kind: 'building', id: building, label: name, buildingId: building }
  })
  const units = site.buildings.flatMap((building, index) =>
    moveIn({ rows, random, numbers, communityId: id, site, now }, building, buildings[index]!.id!),
  )
  const place = (kind: 'area' | 'asset') => (from: SitePlace) => addPlace(rows, random, id, kind, from, buildings, now)
  const areas = site.areas.map(place('area'))
  const assets = site.assets.map(place('asset'))
  const everywhere = { kind: 'community', id: null, label: site.name, buildingId: null } as const
  const coded = units.filter(({ label }) => [...buildingsWithUnitCodes].some((name) => label.startsWith(name)))
  for (const [kind, places] of Object.entries({
    community: [everywhere],
    building: buildings,
    place: areas,
    asset: assets,
    unit: coded,
  }))
    for (const each of places) rows.add('entry_codes', codeRow(random, id, kind as CodeKind, each, now))
  // Hung up for the opening of the community and forgotten: there is always such a one.
  rows.add('entry_codes', {
    ...codeRow(random, id, 'community', everywhere, now),
    expires_at: new Date(now.getTime() - 30 * DAY_MS),
  })
  if (site.propertyType === 'residential') applyForHomes(rows, random, numbers, { id, units }, now)
  const holding = (post: Employed['post']): DemoStaff[] => staff.filter((each) => each.post === post)
  return {
    id,
    companyId,
    site,
    adoptionId,
    figures: figuresInForce(site.preset, {}).repairs,
    calendar: calendarFrom({
      timeZone: 'Asia/Shanghai',
      slots: site.slots,
      observesPublicHolidays: site.observesPublicHolidays,
      days: {},
    }),
    units,
    buildings,
    areas,
    assets,
    engineers: holding('engineer'),
    frontDesk: holding('front-desk'),
    supervisor: holding('engineering-supervisor')[0]!,
  }
}

function adopt(rows: Rows, random: Random, communityId: string, site: Site, now: Date): string {
  const at = new Date(now.getTime() - 180 * DAY_MS)
  const id = random.id(at)
  rows.add('standard_adoptions', {
    community_id: communityId,
    id,
    preset: site.preset,
    overrides: {},
    figures: figuresInForce(site.preset, {}),
    effective_from: at,
    reason: '按公司年度服务标准采用',
    adopted_by_name: '孙慧',
    created_at: at,
  })
  rows.add('work_calendars', {
    community_id: communityId,
    observes_public_holidays: site.observesPublicHolidays,
    slots: site.slots,
  })
  return id
}

function addPlace(
  rows: Rows,
  random: Random,
  communityId: string,
  kind: 'area' | 'asset',
  { label, building, x, y }: SitePlace,
  buildings: readonly DemoPlace[],
  now: Date,
): DemoPlace {
  const id = random.id(now)
  const buildingId = buildings.find((each) => each.label === building)?.id ?? null
  rows.add('places', { community_id: communityId, id, kind, building_id: buildingId, label, plan_x: x, plan_y: y })
  return { kind, id, label, buildingId }
}

/** The token alone is not repeated by the seed: a code that everybody can work out is no code. */
function codeRow(random: Random, communityId: string, kind: CodeKind, place: DemoPlace, now: Date) {
  const at = new Date(now.getTime() - 120 * DAY_MS)
  return {
    community_id: communityId,
    id: random.id(at),
    token: entryToken(kind, randomBytes(TOKEN_BYTES)),
    kind,
    place_id: place.id,
    place_label: place.label,
    created_at: at,
    expires_at: null,
  }
}
