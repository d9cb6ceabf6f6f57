import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { InboxMessage, Page } from '@yinuo/contracts'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { searchEverywhere, type Hit } from '../../../test/privacy/full-search.ts'
import { Neighbourhood, type Life } from '../../../test/privacy/life.ts'
import type { Person } from '../../../test/person.ts'
import type { ExportLinks, MyPrivacy, PrivacyAsked } from './http/privacy.dto.ts'

const PERSONS = process.env['TEST_LONG'] === '1' ? 200 : 20

interface Copy {
  内容: { table: string; title: string; rows: Record<string, unknown>[] }[]
}

let app: TestApp
let place: Neighbourhood
const lives: Life[] = []

beforeAll(async () => {
  app = await startApp()
  place = await Neighbourhood.begin(app)
  for (let person = 0; person < PERSONS; person++) lives.push(await place.life())
}, 1_800_000)
afterAll(() => app.close())

async function open(url: string) {
  const { pathname, search } = new URL(url)
  return request(app.url).get(`${pathname}${search}`).buffer(true).parse(asBytes)
}

const asBytes = (answer: unknown, done: (error: Error | null, body: Buffer) => void) => {
  const parts: Buffer[] = []
  const stream = answer as NodeJS.ReadableStream
  stream.on('data', (part: Buffer) => parts.push(part))
  stream.on('end', () => done(null, Buffer.concat(parts)))
}

const linksOf = async (person: Person, id: string) =>
  (await person.get(`/me/privacy-requests/${id}/links`).expect(200)).body as ExportLinks

async function exported(person: Person): Promise<{ id: string; copy: Copy; links: ExportLinks }> {
  const { body } = await person.post('/me/privacy-requests', { kind: 'export' }).expect(201)
  const { id } = body as PrivacyAsked
  await app.deliver()
  const links = await linksOf(person, id!)
  const answer = await open(links.jsonUrl)
  return { id: id!, links, copy: JSON.parse(String(answer.body)) as Copy }
}

/** What stands in the database of somebody and not in their copy. */
function missing(copy: Copy, hits: readonly Hit[]): Hit[] {
  return hits.filter(({ column, value }) => {
    const [table, name] = column.split('.') as [string, string]
    const rows = copy.内容.find((section) => section.table === table)?.rows ?? []
    return !rows.some((row) => JSON.stringify(row[name]) === JSON.stringify(value))
  })
}

describe('a copy of one’s personal data', () => {
  it(`[ORG-05] holds everything the whole database knows of each of ${PERSONS} people, and nobody else’s`, async () => {
    const seen: unknown[] = []
    for (const { person, words, name } of lives) {
      const hits = await searchEverywhere(app.owner, [...words, person.accountId!, person.residentId])
      expect(hits.length).toBeGreaterThan(20)
      const { copy } = await exported(person)
      const others = lives.filter((other) => other.person !== person)
      const text = JSON.stringify(copy)
      // The search would notice: a copy without its repairs lacks something.
      expect(missing({ 内容: copy.内容.filter(({ table }) => table !== 'cases') }, hits).length).toBeGreaterThan(1)
      seen.push(...missing(copy, hits).map((hit) => ({ name, ...hit })))
      seen.push(...others.filter((other) => text.includes(other.name) || text.includes(other.phone)).map((other) => other.name))
    }
    expect(seen).toEqual([])
  }, 1_800_000)

  it('[ORG-05] is told of, opens on paper and for machines, for its owner, for seven days', async () => {
    const [life, neighbour] = [lives[0]!, lives[1]!]
    const before = (await life.person.get('/me/privacy').expect(200)).body as MyPrivacy
    expect(before.holdings.find(({ group }) => group === 'repairs')).toMatchObject({ count: 1 })
    expect(before.holdings[0]!.shown).toContain(`${life.phone.slice(0, 3)}****${life.phone.slice(-4)}`)
    expect(JSON.stringify(before)).not.toContain(life.phone)
    const { id, links } = await exported(life.person)
    const pdf = await open(links.pdfUrl)
    expect(pdf.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
    const inbox = (await life.person.get('/me/messages').expect(200)).body as Page<InboxMessage>
    expect(inbox.items[0]).toMatchObject({ kind: 'privacy.export-ready' })
    expect((await neighbour.person.get(`/me/privacy-requests/${id}/links`)).body).toMatchObject({ code: 'NOT_FOUND' })
    expect((await open(links.pdfUrl.replace('form=pdf', 'form=json'))).status).toBe(404)
    app.clock.advance({ minutes: 16 })
    expect((await open(links.pdfUrl)).status).toBe(410)
    app.clock.advance({ days: 6, hours: 23 })
    const later = await linksOf(life.person, id)
    expect((await open(later.jsonUrl)).status).toBe(200)
    app.clock.advance({ hours: 1 })
    expect((await life.person.get(`/me/privacy-requests/${id}/links`)).body).toMatchObject({ code: 'PRIVACY_NOT_READY' })
  })

  it('[ORG-05] asked for twice at once is one, and again when it is there', async () => {
    const { person } = lives[2]!
    const answers = await Promise.all([1, 2, 3].map(() => person.post('/me/privacy-requests', { kind: 'export' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'DUPLICATE' })
    await app.deliver()
    await person.post('/me/privacy-requests', { kind: 'export' }).expect(201)
    await app.deliver()
  })

  it('[ORG-05] of who works here holds their work and none of their secrets', async () => {
    const engineer = await app.world.staff(place.community)
    await app.owner.query(`UPDATE staff SET password_hash = 'argon-of-mine', totp_secret = 'sealed-of-mine' WHERE id = $1`, [
      engineer.staffId,
    ])
    await app.owner.query('UPDATE sessions SET account_id = $1, staff_id = NULL WHERE staff_id = $2', [
      engineer.accountId,
      engineer.staffId,
    ])
    const { copy } = await exported(engineer)
    const tables = copy.内容.map(({ table }) => table)
    expect(tables).toEqual(expect.arrayContaining(['staff', 'staff_posts', 'duty_periods', 'sessions', 'accounts']))
    expect(JSON.stringify(copy)).not.toMatch(/of-mine|token_hash/)
  })

  it('[ORG-05] of a stranger is the page itself', async () => {
    const stranger = await app.world.stranger()
    expect((await stranger.get('/me/privacy').expect(200)).body).toMatchObject({ atOnce: true, requests: [] })
    expect((await stranger.post('/me/privacy-requests', { kind: 'export' })).body).toMatchObject({
      code: 'PRIVACY_NOTHING_TO_EXPORT',
    })
  })
})
