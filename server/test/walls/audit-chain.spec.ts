import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { ENTRY_CONTENT, hashOf, signatureOf } from '../../src/platform/audit/rules/chain.ts'
import { sealEntries } from '../../src/platform/audit/seal-entries.ts'
import { verifyChain, type Ask } from '../../src/platform/audit/verify-chain.ts'
import { newId } from '../../src/platform/clock/index.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { drawFrom, tamper } from './tampering.ts'

const LONG = process.env.TEST_LONG === '1'
const TAMPERS = LONG ? 1000 : 104
const ENTRIES = 120
const signingKey = 'a key the database does not have'
const seed = Number(process.env.TEST_SEED ?? 20260701)

let databases: TestDatabase
let owner: pg.Client
let worker: pg.Client
let ask: Ask

beforeAll(async () => {
  databases = await openTestDatabase()
  owner = new pg.Client(databases.ownerUrl)
  worker = new pg.Client(databases.workerUrl)
  await Promise.all([owner.connect(), worker.connect()])
  ask = asked(worker)
}, 60_000)
afterAll(async () => {
  await Promise.all([owner.end(), worker.end()])
  await databases.close()
})

const asked = (client: pg.Client) =>
  (async (text: string, values: unknown[]) => (await client.query(text, values)).rows as never) as Ask

/** Entries as the application writes them, their ids even numbers in order. */
async function write(companyId: string, count: number, from = new Date('2026-07-01T01:00:00Z')): Promise<void> {
  await owner.query(
    `INSERT INTO audit_entries (company_id, id, community_id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
       before, after, trace_id, address)
     SELECT $1, overlay($2::text PLACING lpad(to_hex(2 * n), 12, '0') FROM 25)::uuid, gen_random_uuid(), $3::timestamptz + n * interval '1 second',
       'staff', gen_random_uuid(), '员工' || n, 'repairs.dispatch', 'case', gen_random_uuid(), jsonb_build_object('amount', n * 1000, '负责人', '张' || n),
       jsonb_build_object('b', n, 'amount', 7 + n), md5(n::text), '10.0.0.1'
     FROM generate_series(1, $4::int) AS n`,
    [companyId, newId(from), from, count],
  )
}

async function seal(companyId: string, now = new Date('2026-07-01T03:00:00Z')): Promise<number> {
  let all = 0
  for (;;) {
    await worker.query('BEGIN')
    const sealed = await sealEntries(ask, companyId, now, signingKey)
    await worker.query('COMMIT')
    if (sealed === 0) return all
    all += sealed
  }
}

async function chainOf(count: number): Promise<string> {
  const companyId = newId(new Date())
  await write(companyId, count)
  await seal(companyId)
  return companyId
}

const verify = (companyId: string, by: Ask = ask) => verifyChain(by, companyId, { signingKey, pageSize: 1000 })

describe('the audit log', () => {
  it('is a chain without a fault, over days, in any time zone of a session', async () => {
    const companyId = await chainOf(ENTRIES)
    await write(companyId, 30, new Date('2026-07-02T01:00:00Z'))
    await seal(companyId, new Date('2026-07-02T02:00:00Z'))
    await owner.query(`SET TIME ZONE 'America/New_York'`)
    expect(await verify(companyId)).toMatchObject({ last: { seq: ENTRIES + 30 }, fault: null })
    expect(await verify(companyId, asked(owner))).toMatchObject({ last: { seq: ENTRIES + 30 }, fault: null })
    const { rows } = await owner.query('SELECT day::text, seq::int FROM audit_heads WHERE company_id = $1 ORDER BY day', [
      companyId,
    ])
    expect(rows).toEqual([
      { day: '2026-07-01', seq: ENTRIES },
      { day: '2026-07-02', seq: ENTRIES + 30 },
    ])
  })

  it(`shows each of ${TAMPERS} changes of its owner at its place, and none when there is none`, async () => {
    const companyId = await chainOf(ENTRIES)
    const draw = drawFrom(seed)
    const overlooked: string[] = []
    for (let count = 0; count < TAMPERS; count++) {
      await owner.query('BEGIN')
      const planted = await tamper(owner, { companyId, length: ENTRIES }, count, draw)
      const { fault } = await verify(companyId, asked(owner))
      await owner.query('ROLLBACK')
      if (fault?.seq !== planted.seq) overlooked.push(`${planted.what} at ${planted.seq}: found ${JSON.stringify(fault)}`)
    }
    expect(overlooked).toEqual([])
    expect(await verify(companyId)).toMatchObject({ last: { seq: ENTRIES }, fault: null })
  }, 120_000)

  it('shows that it was rewritten from some entry on, even with a head made for it, by the head kept elsewhere', async () => {
    const companyId = await chainOf(20)
    const { last: kept } = await verify(companyId)
    await owner.query('BEGIN')
    await owner.query(`UPDATE audit_entries SET actor_name = '别人' WHERE company_id = $1 AND seq = 12`, [companyId])
    await rewrite(companyId, 12)
    const heads = [{ ...kept, day: '2026-07-01' }]
    expect((await verifyChain(asked(owner), companyId, { heads })).fault).toMatchObject({ kind: 'rewritten', seq: 20 })
    expect((await verify(companyId, asked(owner))).fault).toMatchObject({ kind: 'forged-head', seq: 20 })
    await owner.query('ROLLBACK')
  })

  it('goes on from its head, so what was cut off stays missing', async () => {
    const companyId = await chainOf(20)
    await owner.query('DELETE FROM audit_entries WHERE company_id = $1 AND seq > 15', [companyId])
    await write(companyId, 5, new Date('2026-07-01T02:30:00Z'))
    await seal(companyId)
    expect((await verify(companyId)).fault).toMatchObject({ kind: 'missing', seq: 16 })
  })

  it('is sealed once by whoever seals: the worker may not touch a sealed entry, nor write one that is', async () => {
    const companyId = await chainOf(3)
    const touched = await worker.query('UPDATE audit_entries SET seq = seq + 100 WHERE company_id = $1', [companyId])
    expect(touched.rowCount).toBe(0)
    await expect(worker.query(`UPDATE audit_entries SET actor_name = 'x'`)).rejects.toThrow('permission denied')
    await expect(worker.query('DELETE FROM audit_entries')).rejects.toThrow('permission denied')
    await expect(worker.query('INSERT INTO audit_entries (company_id, seq) VALUES (gen_random_uuid(), 1)')).rejects.toThrow(
      'permission denied',
    )
  })
})

/** As somebody would who knows how chains are made, and has the database but not the key. */
async function rewrite(companyId: string, from: number): Promise<void> {
  const { rows } = await owner.query<{ seq: string; sealed_at: Date; prev_hash: Buffer; content: string }>(
    `SELECT seq, sealed_at, prev_hash, ${ENTRY_CONTENT} AS content FROM audit_entries WHERE company_id = $1 AND seq >= $2 ORDER BY seq`,
    [companyId, from],
  )
  let last = rows[0]!.prev_hash
  for (const row of rows) {
    const previous = last
    last = hashOf(previous, Number(row.seq), `${row.sealed_at.getTime()}000`, row.content)
    await owner.query('UPDATE audit_entries SET prev_hash = $3, hash = $4 WHERE company_id = $1 AND seq = $2', [
      companyId,
      row.seq,
      previous,
      last,
    ])
  }
  const head = { seq: Number(rows.at(-1)!.seq), hash: last }
  const signature = signatureOf('another key', companyId, '2026-07-01', head)
  await owner.query('UPDATE audit_heads SET hash = $2, signature = $3 WHERE company_id = $1', [companyId, last, signature])
}

;(LONG ? describe : describe.skip)('a long audit log', () => {
  it('of 1,000,000 entries is read through within a minute', async () => {
    const companyId = newId(new Date())
    await write(companyId, 1_000_000, new Date('2026-06-01T00:00:00Z'))
    expect(await seal(companyId, new Date('2026-07-01T03:00:00Z'))).toBe(1_000_000)
    const begun = performance.now()
    expect(await verifyChain(ask, companyId, { signingKey })).toMatchObject({ last: { seq: 1_000_000 }, fault: null })
    const seconds = (performance.now() - begun) / 1000
    console.log(`1,000,000 entries verified in ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThan(60)
  }, 900_000)
})
