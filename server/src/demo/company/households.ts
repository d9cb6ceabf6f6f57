import type { ResidencyRole, UnitState } from '@yinuo/contracts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'
import type { DemoResident, DemoUnit } from './model.ts'
import { personName, type PhoneNumbers } from './names.ts'
import { account } from './people.ts'
import { phones } from './phones.ts'
import type { Site, SiteBuilding, SiteRoom } from './sites.ts'

const DAY_MS = 86_400_000
/** Shares of units; the rest stands empty. */
const occupancy = { residential: 0.9, commercial: 0.93, office: 0.87 }
const SHARE_WITH_ACCOUNT = 0.42
export const DELIVERED_DAYS_AGO = 2600

/** Who moved in under a fixed name. */
const known = [
  { ...phones.lin, joined: true, elderMode: false },
  { ...phones.wang, joined: true, elderMode: true },
  { ...phones.chen, joined: false, elderMode: false },
]

export interface Moving {
  rows: Rows
  random: Random
  numbers: PhoneNumbers
  communityId: string
  site: Site
  now: Date
}

/** Fills a building: its units and everybody who lives or works in them. */
export function moveIn(moving: Moving, building: SiteBuilding, buildingId: string): DemoUnit[] {
  return building.rooms.map((room) => {
    const { rows, random, communityId, site, now } = moving
    const id = random.id(now)
    const label = `${building.name}${room.entrance ?? ''}${room.number}`
    const someone = site.propertyType === 'residential' ? known.find((each) => each.room === label) : undefined
    const state: UnitState = someone ? 'occupied' : stateOf(random, site)
    rows.add('units', {
      community_id: communityId,
      id,
      building_id: buildingId,
      entrance: room.entrance,
      floor: room.floor,
      number: room.number,
      label,
      use: room.use,
      state,
      area_square_centimetres: Math.round(room.squareMetres * 10_000),
      delivered_on: day(now, -DELIVERED_DAYS_AGO),
      version: 1,
    })
    const unit: DemoUnit = { kind: 'unit', id, label, buildingId, residents: [] }
    if (someone) unit.residents.push(addResident(moving, unit, 'owner', someone))
    else if (state !== 'vacant') unit.residents.push(...household(moving, unit, state, room))
    return unit
  })
}

function stateOf(random: Random, site: Site): UnitState {
  if (!random.chance(occupancy[site.propertyType])) return 'vacant'
  if (site.propertyType !== 'residential') return random.chance(0.03) ? 'renovating' : 'let'
  return random.weighted({ occupied: 80, let: 16, renovating: 4 })
}

function household(moving: Moving, unit: DemoUnit, state: UnitState, room: SiteRoom): DemoResident[] {
  const { random } = moving
  const owner = addResident(moving, unit, room.use === 'dwelling' || state !== 'let' ? 'owner' : 'tenant')
  if (room.use !== 'dwelling') return [owner]
  if (state === 'let') return [addResident(moving, unit, 'tenant'), owner]
  return random.chance(0.35) ? [owner, addResident(moving, unit, 'family')] : [owner]
}

function addResident(moving: Moving, unit: DemoUnit, role: ResidencyRole, someone?: (typeof known)[number]): DemoResident {
  const { rows, random, numbers, communityId, now } = moving
  const id = random.id(now)
  const name = someone?.name ?? personName(random)
  const phone = someone?.phone ?? numbers.next()
  const joined = someone ? someone.joined : random.chance(SHARE_WITH_ACCOUNT)
  const accountId = joined ? random.id(now) : null
  if (accountId)
    rows.add('accounts', account(accountId, someone?.openid ?? `oYNdemo_${accountId}`, name, phone, now, someone?.elderMode))
  rows.add('residents', { community_id: communityId, id, name, phone, account_id: accountId })
  rows.add('residencies', {
    community_id: communityId,
    id: random.id(now),
    unit_id: unit.id,
    resident_id: id,
    role,
    valid_from: day(now, -random.int(120, 2500)),
    valid_until: role === 'tenant' ? day(now, random.int(40, 700)) : null,
  })
  return { id, name, phone, accountId, role }
}

export function day(now: Date, plusDays: number): string {
  return new Date(now.getTime() + plusDays * DAY_MS).toISOString().slice(0, 10)
}
