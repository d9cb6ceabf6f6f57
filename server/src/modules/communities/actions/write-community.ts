import { serviceDefaults, type PropertyType, type StandardPresetCode } from '@yinuo/contracts'
import { newId } from '../../../platform/clock/index.ts'
import { figuresInForce } from '../../standards/index.ts'

export interface NewCommunity {
  id: string
  companyId: string
  name: string
  propertyType: PropertyType
  address: string
  hotline: string
  regionId?: string | null
  /** left out: the one usual for its type */
  preset?: StandardPresetCode
  observesPublicHolidays?: boolean
}

/** Runs one statement, in whosever transaction. */
type Query = (text: string, values: unknown[]) => Promise<unknown>

const usualPreset: Readonly<Record<PropertyType, StandardPresetCode>> = { residential: 'A', commercial: 'B', office: 'C' }
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', until: '20:00' }))

/** Writes a community with its standard, hours, services and usual quick replies, so that it can be worked in at once. */
export async function writeCommunity(query: Query, wish: NewCommunity, openedBy: string, now: Date): Promise<void> {
  const { id, propertyType } = wish
  const preset = wish.preset ?? usualPreset[propertyType]
  await query(
    `INSERT INTO communities (id, company_id, name, property_type, address, hotline, region_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, wish.companyId, wish.name, propertyType, wish.address, wish.hotline, wish.regionId ?? null],
  )
  await query(
    `INSERT INTO standard_adoptions (community_id, id, preset, figures, effective_from, reason, adopted_by_name, created_at)
     VALUES ($1, $2, $3, $4, $5, '新建小区时采用', $6, $5)`,
    [id, newId(now), preset, JSON.stringify(figuresInForce(preset, {})), now, openedBy],
  )
  await query('INSERT INTO work_calendars (community_id, observes_public_holidays, slots) VALUES ($1, $2, $3)', [
    id,
    wish.observesPublicHolidays ?? false,
    JSON.stringify(everyDay),
  ])
  const services = serviceDefaults[propertyType].map((service, index) => ({ id: newId(now), ...service, ordinal: index + 1 }))
  await query(
    `INSERT INTO community_services (community_id, id, code, name, detail, ordinal)
     SELECT $1, s.* FROM jsonb_to_recordset($2::jsonb) AS s (id uuid, code text, name text, detail text, ordinal int)`,
    [id, JSON.stringify(services)],
  )
  await query('CALL lay_quick_replies($1)', [id])
}
