import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { Pipeline, tookTooLong } from './pipeline.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

describe('a pipeline', () => {
  it('gives up a statement that takes too long, and answers those that waited behind it', async () => {
    const pipeline = new Pipeline(database.appUrl, 1, 100)
    const endless = pipeline.run('BEGIN READ ONLY', { name: 'endless', text: 'SELECT pg_sleep(600)' }, [])
    const behind = pipeline.run('BEGIN READ ONLY', { name: 'behind', text: 'SELECT 1 AS one' }, [])
    expect(tookTooLong(await endless.catch((error: unknown) => error))).toBe(true)
    expect(await behind).toEqual([{ one: 1 }])
    await pipeline.end()
  })
})
