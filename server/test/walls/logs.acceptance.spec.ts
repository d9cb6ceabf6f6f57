import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Logger, PinoLogger } from 'nestjs-pino'
import { pino } from 'pino'
import { startApp, type TestApp } from '../app.ts'
import { draftOf } from '../notice-desk.ts'
import type { Person } from '../person.ts'
import type { TestCommunity } from '../world.ts'

const NAME = '欧阳晓丹'
const PHONES = ['13812345678', '17700001111', '15900002222']
/** As people write them: after a line break, with a country code, with a word before it, between brackets. */
const TEXT = `${NAME}\n${PHONES[0]}，+86${PHONES[1]} tel${PHONES[2]}_`

let app: TestApp
let community: TestCommunity
let office: Person
let resident: Person
const lines: string[] = []

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'info' })
  app.nest.useLogger(app.nest.get(Logger))
  const root = PinoLogger.root as unknown as Record<symbol, unknown>
  root[pino.symbols.streamSym] = { write: (line: string) => lines.push(line) }
  community = await app.world.community()
  office = await app.world.staff(community, { post: 'project-manager' })
  resident = await app.world.resident(community, { phone: PHONES[0] })
  lines.length = 0
}, 60_000)
afterAll(async () => {
  app.nest.useLogger(false)
  await app.close()
})

const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)|86(1[3-9]\d{9})/

function leaks(): string[] {
  return lines.filter((line) => mobile.test(line) || line.includes(NAME) || PHONES.some((phone) => line.includes(phone)))
}

/** Everything the office and a resident may send a name and a number with. */
async function ask(): Promise<number[]> {
  const here = `/communities/${community.id}`
  const home = `${here}/households/${resident.unitId}`
  const person = { name: NAME, phone: PHONES[1], role: 'family', validFrom: '2026-01-01' }
  const place = { kind: 'unit', id: resident.unitId }
  const answers = [
    await office.post(`${home}/people`, person),
    await office.post(`${home}/notes`, { text: TEXT, pinned: false }),
    await office.post(`${home}/events`, { kind: 'other', title: NAME, detail: TEXT, begunOn: '2026-01-01', fileIds: [] }),
    await office.post(`${home}/invitations`, { role: 'owner', name: NAME, phone: PHONES[2] }),
    await office.get(`${here}/households?query=${encodeURIComponent(NAME)}`),
    await office.get(`/search?query=${PHONES[1]}`),
    await office.get(`/codes/${PHONES[1]}`),
    await resident.get(`/invitations/${encodeURIComponent(TEXT)}`),
    await resident.post(`${here}/repairs`, { place, category: 'taps', urgency: 'routine', description: TEXT, fileIds: [] }),
    await resident.post(`${here}/complaints`, { sort: 'complaint', category: 'parking', urgency: 'routine', description: TEXT, fileIds: [], anonymous: true }), // prettier-ignore
    await resident.post(`${here}/conversations`, { unitId: resident.unitId, text: TEXT, fileIds: [] }),
    await office.post(`${here}/notices`, draftOf({ title: NAME, body: TEXT })),
    await resident.post('/me/message-preferences/email', { email: `${PHONES[1]}@example.com` }),
    await office.get(`${here}/deliveries?query=${PHONES[1]}`),
    await office.post('/staff', { name: NAME, phone: PHONES[2], login: `x${PHONES[2]}`, active: true, posts: [], skills: [] }),
    await office.post('/sessions/password', { login: PHONES[1], password: TEXT }),
    await office.put(`/me/saved-views/${PHONES[1]}`, []),
  ]
  return answers.map(({ status }) => status)
}

describe('the log', () => {
  it('[ORG-05] names nobody and shows no number, whatever is asked', async () => {
    const statuses = await ask()
    await app.deliver()
    expect(statuses.filter((status) => status < 300).length).toBeGreaterThan(5)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    expect(lines.length).toBeGreaterThanOrEqual(statuses.length)
    expect(leaks()).toEqual([])
  })

  it('[ORG-05] tells of what went wrong, and not what was being written', async () => {
    lines.length = 0
    const tables = [
      'household_notes',
      'household_events',
      'residence_invitations',
      'residents',
      'cases',
      'staff',
      'notices',
      'messages',
    ]
    for (const table of tables) await app.owner.query(`ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (false) NOT VALID`)
    const statuses = await ask()
    for (const table of tables) await app.owner.query(`ALTER TABLE ${table} DROP CONSTRAINT broken`)
    expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(3)
    const told = lines.filter((line) => line.includes('"err"'))
    expect(told.length).toBeGreaterThan(3)
    for (const line of told) expect(JSON.parse(line)).toMatchObject({ err: { code: '23514', stack: expect.any(String) } })
    expect(leaks()).toEqual([])
  })
})
