import { propertyTypes, type PropertyType } from '@yinuo/contracts'
import type pg from 'pg'
import { writeCommunity } from '../modules/communities/index.ts'
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

export interface WantedCommunity {
  name: string
  propertyType: PropertyType
  address: string
  hotline: string
}

/** Founds a community with the standard usual for its kind, so that it can be worked in at once. */
export async function createCommunity(client: pg.ClientBase, wish: WantedCommunity, now: Date): Promise<Target> {
  const { rows: companies } = await client.query<{ id: string }>('SELECT id FROM companies ORDER BY id LIMIT 2')
  if (companies.length !== 1)
    throw new ImportRefused(companies.length === 0 ? '数据库里还没有公司。' : '数据库里有多家公司，请先在系统里新建小区。')
  const target: Target = { id: newId(now), companyId: companies[0]!.id, propertyType: wish.propertyType }
  const community = { ...wish, ...target }
  await writeCommunity((text, values) => client.query(text, values), community, '导入', now).catch((error: pg.DatabaseError) => {
    if (error.constraint !== 'communities_company_id_name_key') throw error
    throw new ImportRefused(`“${wish.name}”已经存在，导入时不要再加 --create。`)
  })
  return target
}
