import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { Database, type Act, type Reach } from '../../src/platform/database/index.ts'
import { startApp, type TestApp } from '../app.ts'
import type { TestCommunity } from '../world.ts'

const REUSES = process.env.TEST_LONG === '1' ? 10_000 : 1_000

let app: TestApp
let database: Database
let communities: TestCommunity[]
beforeAll(async () => {
  app = await startApp()
  database = app.nest.get(Database)
  communities = []
  for (let count = 0; count < 5; count++) communities.push(await app.world.community({ companyId: await app.world.company() }))
}, 60_000)
afterAll(() => app.close())

const SEEN = {
  name: 'seen',
  text: 'SELECT id FROM communities UNION ALL SELECT id FROM companies UNION ALL SELECT id FROM buildings',
}
const FAILS = { name: 'fails', text: 'SELECT 1 / (SELECT count(*) - count(*) FROM communities)' }

/** Every fourth turn sees no building, another one only the one it is limited to. */
function reachOf({ id, companyId, buildingId }: TestCommunity, turn: number): Reach {
  const limits = [[], [buildingId]] as const
  return { communities: [id], companies: [companyId], buildings: limits[turn % 4] }
}
const nobody: Reach = { communities: [], companies: [] }

function actWithin(reach: Reach): Act {
  const actor = { kind: 'system', id: null, name: '系统' } as const
  return { actor, reach, now: app.clock.now(), traceId: 'walls', address: null, idempotency: null }
}

/** What is seen within a reach, by each of the ways to the data, among statements that fail. */
async function seen(turn: number, reach: Reach): Promise<string[]> {
  if (turn % 7 === 0) await database.read(reach, FAILS, []).catch(() => undefined)
  if (turn % 5 === 0)
    return (await database.write(actWithin(reach), (tx) => tx.query<{ id: string }[]>(SEEN.text))).map(({ id }) => id)
  if (turn % 11 === 0) await database.write(actWithin(reach), (tx) => tx.query(FAILS.text)).catch(() => undefined)
  const way = turn % 3 === 0 ? 'writeAtOnce' : 'read'
  return (await database[way]<{ id: string }>(reach, SEEN, [])).map(({ id }) => id)
}

describe('connections used again and again', () => {
  it(`show each of ${REUSES} callers what is in their own reach, whoever was there before or beside them`, async () => {
    const leaks: string[] = []
    const source = app.nest.get(DataSource)
    for (let begun = 0; begun < REUSES; begun += 100) {
      const turns = Array.from({ length: 100 }, (_, at) => begun + at)
      await Promise.all(
        turns.map(async (turn) => {
          if (turn % 13 === 0) {
            const bare = await source.query<unknown[]>(SEEN.text)
            if (bare.length > 0) leaks.push(`${turn}: ${bare.length} rows without a reach`)
          }
          const community = turn % 17 === 0 ? null : communities[turn % communities.length]!
          const expected = community ? [community.id, community.companyId, ...(turn % 4 === 0 ? [] : [community.buildingId])] : []
          const found = await seen(turn, community ? reachOf(community, turn) : nobody)
          if (found.toString() !== expected.toString()) leaks.push(`${turn}: ${found.join(' ')}`)
        }),
      )
    }
    expect(leaks).toEqual([])
  }, 120_000)
})
