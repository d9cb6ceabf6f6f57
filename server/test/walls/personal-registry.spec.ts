import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { personalRegistry } from '../../src/modules/privacy/index.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'

let databases: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  databases = await openTestDatabase()
  owner = new pg.Client(databases.ownerUrl)
  await owner.connect()
}, 60_000)
afterAll(async () => {
  await owner.end()
  await databases.close()
})

const columns = async (more = '') =>
  (
    await owner.query<{ name: string }>(
      `SELECT c.relname || '.' || a.attname AS name FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ${more} ORDER BY 1`,
    )
  ).rows.map(({ name }) => name)

describe('the registry of personal data', () => {
  it('[ORG-05] knows every column of every table: declare a new one in server/src/modules/privacy/registry', async () => {
    const declared = personalRegistry.declaredColumns
    expect((await columns()).filter((name) => !declared.has(name))).toEqual([])
  })

  it('[ORG-05] names no table and no column that is not there', async () => {
    const there = new Set(await columns())
    const structural = /\.(id|community_id|company_id|version)$/
    expect([...personalRegistry.declaredColumns].filter((name) => !structural.test(name) && !there.has(name))).toEqual([])
  })

  it('[ORG-05] knows every place that may name an uploaded file, so that none in use is swept away', async () => {
    const naming = await columns(`AND a.attname ~ '(^|_)file_ids?$'`)
    expect(naming.filter((name) => !personalRegistry.fileReferences.has(name))).toEqual([])
  })

  it('[ORG-05] says for everything that stays after a deletion by what law and how long', () => {
    expect(personalRegistry.withoutGround).toEqual([])
  })
})
