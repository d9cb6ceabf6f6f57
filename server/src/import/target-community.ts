import { propertyTypes, type PropertyType, type StandardPresetCode } from '@yinuo/contracts'
import type pg from 'pg'
import { figuresInForce } from '../modules/standards/index.ts'
import { newId } from '../platform/clock/index.ts'

export interface Target {
  id: string
  companyId: string
  propertyType: PropertyType
}

/** What the operator got wrong; the message is for people. */
export class ImportRefused extends Error {}

/** Finds the community by its name. @throws ImportRefused where there is none, or more than one. */
export async function findCommunity(client: pg.ClientBase, name: string): Promise<Target> {
  const { rows } = await client.query<Target>(
    'SELECT id, company_id AS "companyId", property_type AS "propertyType" FROM communities WHERE name = $1',
    [name],
  )
  if (rows.length === 1) return rows[0]!
  if (rows.length > 1) throw new ImportRefused(`有多家公司都有名为“${name}”的小区，请先改名再导入。`)
  const known = await client.query<{ name: string }>('SELECT name FROM communities ORDER BY name LIMIT 20')
  const names = known.rows.map((row) => row.name).join('、') || '（还没有小区）'
  throw new ImportRefused(
    `没有名为“${name}”的小区。已有：${names}。要新建请加 --create ${Object.keys(propertyTypes).join('|')}。`,
  )
}

const presetOf: Readonly<Record<PropertyType, StandardPresetCode>> = { residential: 'A', commercial: 'B', office: 'C' }

export interface NewCommunity {
  name: string
  propertyType: PropertyType
  address: string
  hotline: string
}

/** Founds a community with the standard usual for its kind, so that it can be worked in at once. */
export async function createCommunity(client: pg.ClientBase, wish: NewCommunity, now: Date): Promise<Target> {
  const { rows: companies } = await client.query<{ id: string }>('SELECT id FROM companies ORDER BY id LIMIT 2')
  if (companies.length !== 1)
    throw new ImportRefused(companies.length === 0 ? '数据库里还没有公司。' : '数据库里有多家公司，请先在系统里新建小区。')
  const companyId = companies[0]!.id
  const id = newId(now)
  const made = await client.query(
    `INSERT INTO communities (id, company_id, name, property_type, address, hotline) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (company_id, name) DO NOTHING`,
    [id, companyId, wish.name, wish.propertyType, wish.address, wish.hotline],
  )
  if (made.rowCount === 0) throw new ImportRefused(`“${wish.name}”已经存在，导入时不要再加 --create。`)
  const preset = presetOf[wish.propertyType]
  await client.query(
    `INSERT INTO standard_adoptions (community_id, id, preset, figures, effective_from, reason, adopted_by_name, created_at)
     VALUES ($1, $2, $3, $4, $5, '新建小区时采用', '导入', $5)`,
    [id, newId(now), preset, JSON.stringify(figuresInForce(preset, {})), now],
  )
  const slots = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', until: '20:00' }))
  await client.query('INSERT INTO work_calendars (community_id, observes_public_holidays, slots) VALUES ($1, false, $2)', [
    id,
    JSON.stringify(slots),
  ])
  return { id, companyId, propertyType: wish.propertyType }
}
