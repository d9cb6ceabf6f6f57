import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { openTestDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'

describe('the database of a spec file', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database.close())

  it('is migrated, and the application signs in as nobody special', async () => {
    for (const [url, user] of [
      [database.appUrl, 'yinuo_app'],
      [database.workerUrl, 'yinuo_worker'],
    ]) {
      const { rows } = await ask(url ?? '', 'SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user')
      expect(rows).toEqual([{ rolname: user, rolsuper: false, rolbypassrls: false }])
    }
    const { rows } = await ask(database.ownerUrl, 'SELECT count(*)::int AS applied FROM migrations')
    expect(rows[0].applied).toBeGreaterThan(0)
  })

  it('is not shared with another spec file', async () => {
    const other = await openTestDatabase()
    await ask(other.ownerUrl, 'CREATE TABLE only_here (n int)')
    const { rows } = await ask(database.ownerUrl, `SELECT to_regclass('only_here') AS found`)
    expect(rows).toEqual([{ found: null }])
    await other.close()
    await expect(ask(other.ownerUrl, 'SELECT 1')).rejects.toThrow('does not exist')
  })
})

async function ask(url: string, statement: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}
