import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DisclosureView, OwnDisclosureLine, PostedDisclosure } from '@yinuo/contracts'
import {
  readFile,
  verifyBundle,
  verifyPayment,
  type Bundle,
  type Inclusion,
  type Known,
  type Verdict,
} from '@yinuo/disclosure-proof'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { draft, here, openDesk, pay, publish, spend, type Desk } from '../../../test/disclosure-desk.ts'
import type { Person } from '../../../test/person.ts'

let app: TestApp
let desk: Desk
let resident: Person
let neighbour: Person
let first: DisclosureView
let second: DisclosureView

beforeAll(async () => {
  app = await startApp()
  app.clock.set('2026-07-02T02:00:00Z')
  desk = await openDesk(app)
  resident = await app.world.resident(desk.community)
  neighbour = await app.world.resident(desk.community)
  const { community } = desk
  for (let at = 0; at < 300; at++) {
    const unitId = at % 50 === 7 ? resident.unitId : neighbour.unitId
    await pay(app, community, { unitId, day: `2026-0${1 + (at % 6)}-1${at % 10}`, amountFen: 100_00 + at })
  }
  await spend(app, community, { day: '2026-05-05', amountFen: 77_00 })
  const [newer, older] = await draft(app, desk, { since: '2026-01-01' })
  first = await publish(app, desk, older!.id)
  second = await publish(app, desk, newer!.id)
}, 120_000)
afterAll(() => app.close())

const failing = ({ checks }: Verdict) => checks.filter(({ holds }) => !holds).map(({ name }) => name)
/** Somebody without a session, as a third party is. */
const anybody = (path: string) => request(app.url).get(`/api/disclosures/${path}`)
const fetched = async (path: string) => readFile(JSON.parse((await anybody(path)).text))
const bundle = async (id: string) => (await fetched(`${id}/bundle`)) as Bundle & { kind: string }
const check = async (id: string, known: Known = {}) => failing(verifyBundle(await bundle(id), known))

/** What the phone of a payer does: own payments with their salts, against the signed head. */
async function checkOwn(person: Person, id: string): Promise<string[][]> {
  const { signed } = (await person.get(`/me/disclosures/${id}`)).body as PostedDisclosure
  const own = (await person.get(`/me/disclosures/${id}/own`)).body as OwnDisclosureLine[]
  return own.map(({ secret, inclusion, amountFen }) => {
    if (!secret || !inclusion) return ['missing']
    return failing(verifyPayment({ disclosure: signed, ...inclusion } as Inclusion, { secret, amountFen }))
  })
}

/** Somebody with the database in their hands, past the program and its locks. */
async function tampered(change: string, undo: string, look: () => Promise<void>): Promise<void> {
  expect((await app.owner.query(change, [desk.community.id, second.id])).rowCount).toBeGreaterThan(0)
  try {
    await look()
  } finally {
    await app.owner.query(undo, [desk.community.id, second.id])
  }
  expect(await check(second.id)).toEqual([])
}

describe('a posted disclosure', () => {
  it('[FIN-06] is checked by anybody without a session, whole and with all that was posted before', async () => {
    const file = await bundle(second.id)
    expect(file.lines).toHaveLength(151)
    expect(file.chain.map(({ head }) => head.sequence)).toEqual([1, 2])
    expect(failing(verifyBundle(file, { publicKey: second.publicKey!, headHash: second.headHash! }))).toEqual([])
    expect(await check(first.id)).toEqual([])
    expect(failing(verifyBundle(file, { headHash: first.headHash! }))).toEqual(['paper'])
    expect(JSON.stringify(file)).not.toContain(resident.unitId)
  })

  it('[FIN-06] proves any line with a few hashes, and none that is not there', async () => {
    for (const line of [1, 77, 151]) {
      const proof = (await fetched(`${second.id}/proof?line=${line}`)) as Inclusion
      expect(failing(verifyPayment(proof))).toEqual([])
      expect(proof.line.number).toBe(line)
    }
    expect((await anybody(`${second.id}/proof?line=152`)).status).toBe(404)
    expect((await anybody(`${second.id}/proof?line=0`)).status).toBe(400)
    expect((await anybody(`${second.id}/proof`)).status).toBe(400)
  })

  it('[FIN-06] shows a payer their own payments inside, and those of nobody else', async () => {
    expect(await checkOwn(resident, first.id)).toEqual([[], []])
    expect(await checkOwn(resident, second.id)).toEqual([[], [], [], []])
    expect((await checkOwn(neighbour, second.id)).every((each) => each.length === 0)).toBe(true)
    const mine = (await resident.get(`/me/disclosures/${second.id}/own`)).body as OwnDisclosureLine[]
    const theirs = (await neighbour.get(`/me/disclosures/${second.id}/own`)).body as OwnDisclosureLine[]
    const salts = new Set(theirs.map(({ secret }) => secret!.salt))
    expect(mine.filter(({ secret }) => salts.has(secret!.salt))).toEqual([])
    expect(await checkOwn(desk.checker, second.id)).toEqual([])
  })

  it('[FIN-06] is found out when an amount, a text, a day or a line is changed in the database', async () => {
    const set = (column: string, value: string) =>
      `UPDATE disclosure_lines SET ${column} = ${value} WHERE community_id = $1 AND disclosure_id = $2 AND number = 5`
    await tampered(set('amount_fen', 'amount_fen + 1'), set('amount_fen', 'amount_fen - 1'), async () => {
      expect(await check(second.id)).toEqual(['root', 'totals', 'balance'])
      expect(await checkOwn(neighbour, second.id)).toContainEqual(['amount', 'inside'])
    })
    await tampered(set('text', `'别的'`), set('text', `''`), async () => expect(await check(second.id)).toEqual(['root']))
    await tampered(set('day', `day + 1`), set('day', `day - 1`), async () => expect(await check(second.id)).toEqual(['root']))
    await tampered(set('number', '999'), `UPDATE disclosure_lines SET number = 5 WHERE community_id = $1 AND disclosure_id = $2 AND number = 999`, async () =>
      expect(await check(second.id)).toEqual(['lines', 'root']),
    ) // prettier-ignore
  })

  it('[FIN-06] is found out when a payment is taken out, or what was signed is changed', async () => {
    const head = (path: string, value: string) =>
      `UPDATE disclosures SET head = jsonb_set(head, '${path}', '${value}') WHERE community_id = $1 AND id = $2`
    const { signed } = (await resident.get(`/me/disclosures/${second.id}`)).body as PostedDisclosure
    await tampered(head('{closingFen}', '1'), head('{closingFen}', String(signed.head.closingFen)), async () => {
      expect(await check(second.id)).toEqual(['signature', 'balance', 'chain'])
      expect(await checkOwn(resident, second.id)).toEqual([['signature'], ['signature'], ['signature'], ['signature']])
    })
    const [own] = (await resident.get(`/me/disclosures/${second.id}/own`)).body as OwnDisclosureLine[]
    const { number } = own!.inclusion!.line
    const entry = (at: string, to: string) =>
      `UPDATE disclosure_lines SET entry_line = ${to} WHERE community_id = $1 AND disclosure_id = $2 AND number = ${number} AND entry_line = ${at}`
    await tampered(entry('2', '9'), entry('9', '2'), async () => {
      expect(await checkOwn(resident, second.id)).toContainEqual(['missing'])
    })
  })

  it('[FIN-06] is found out when an earlier one is changed after the fact', async () => {
    const reroot = (from: string, to: string) =>
      `UPDATE disclosures SET head = jsonb_set(head, '{notes}', '"${to}"') WHERE community_id = $1 AND fund = 'property-fee' AND sequence = 1
       AND id <> $2 AND head ->> 'notes' = '${from}'`
    await tampered(reroot('', '后来写的'), reroot('后来写的', ''), async () => {
      expect(await check(second.id)).toEqual(['chain'])
      expect(await check(first.id)).toEqual(['signature', 'chain'])
    })
  })

  it('[FIN-05] cannot be changed by the program, whatever it is told to do', async () => {
    const run = (role: string, statement: string) =>
      app.owner.query(`BEGIN; SET LOCAL ROLE ${role}; SET LOCAL app.communities = '${desk.community.id}'; SET LOCAL app.buildings = 'all'; ${statement}; COMMIT`)
        .then((results) => (results as unknown as { rowCount: number }[])[4]!.rowCount)
        .catch(async (error: Error) => (await app.owner.query('ROLLBACK'), error.message)) // prettier-ignore
    const where = `community_id = '${desk.community.id}' AND`
    expect(await run('yinuo_app', `UPDATE disclosures SET notes = 'x' WHERE ${where} id = '${second.id}'`)).toBe(0)
    expect(await run('yinuo_worker', `UPDATE disclosures SET notes = 'x' WHERE ${where} id = '${second.id}'`)).toBe(0)
    expect(await run('yinuo_app', `DELETE FROM disclosure_lines WHERE ${where} disclosure_id = '${second.id}'`)).toBe(0)
    expect(
      await run('yinuo_app', `UPDATE disclosure_lines SET number = 1 WHERE ${where} disclosure_id = '${second.id}'`),
    ).toMatch(/permission/)
    expect(await check(second.id)).toEqual([])
  })

  it('[FIN-06] is signed by a key that lies sealed, one for the company', async () => {
    const other = await app.world.community({ companyId: desk.community.companyId })
    const finance = await app.world.staff(other, {
      post: 'finance',
      permissions: ['disclosures.read', 'disclosures.edit', 'disclosures.post'],
    })
    const checker = await app.world.staff(other, { post: 'project-manager' })
    const there: Desk = { community: other, finance, checker }
    const [empty] = await draft(app, there, { since: '2026-04-01' })
    const posted = await publish(app, there, empty!.id)
    expect(posted).toMatchObject({ lines: 0, publicKey: second.publicKey })
    expect(await check(posted.id, { publicKey: second.publicKey! })).toEqual([])
    const { rows } = await app.owner.query<{ sealed_key: string; public_key: string }>('SELECT * FROM signing_keys')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ public_key: second.publicKey })
    expect(rows[0]!.sealed_key).toMatch(/^[\w-]{100,}$/)
  })

  it('[FIN-06] takes its place in the chain also when two are posted at once', async () => {
    const { community, finance, checker } = desk
    await draft(app, desk, { fund: 'parking', since: '2026-01-01', cycle: 'month' })
    const list = await finance.get(`${here(community)}/disclosures?fund=parking`)
    const ids = (list.body as { items: DisclosureView[] }).items.map(({ id }) => id)
    expect(ids).toHaveLength(6)
    for (const id of ids) await checker.post(`${here(community)}/disclosures/${id}/check`, { version: 1 })
    const answers = await Promise.all(ids.map((id) => finance.post(`${here(community)}/disclosures/${id}/post`, { version: 2 })))
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200))
    const { rows } = await app.owner.query<{ id: string }>(
      `SELECT id FROM disclosures WHERE community_id = $1 AND fund = 'parking' ORDER BY sequence DESC LIMIT 1`, [community.id]) // prettier-ignore
    const file = await bundle(rows[0]!.id)
    expect(file.chain).toHaveLength(6)
    expect(failing(verifyBundle(file))).toEqual([])
  })
})
