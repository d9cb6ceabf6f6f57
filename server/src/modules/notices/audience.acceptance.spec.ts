import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { codesOf, residencyRoles } from '@yinuo/contracts'
import type {
  BoardNoticeRow,
  NoticeAudience,
  NoticeReach,
  NoticeReceipt,
  Page,
  ReceiptNumbers,
  ResidencyRole,
} from '@yinuo/contracts'
import fc from 'fast-check'
import { startApp, type TestApp } from '../../../test/app.ts'
import { publish } from '../../../test/notice-desk.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let writer: Person
let approver: Person

beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(() => app.close())

const TODAY = '2026-11-21'
const BUILDINGS = 3
const entrances = ['1单元', '2单元', null] as const
const DAYS = ['2019-01-01', '2026-11-20', TODAY, '2026-11-22'] as const

interface Home {
  building: number
  entrance: (typeof entrances)[number]
}
interface Stay {
  home: number
  role: ResidencyRole
  from: (typeof DAYS)[number]
  until: (typeof DAYS)[number] | null
}
interface Someone {
  hasAccount: boolean
  erased: boolean
  stays: Stay[]
}
interface Wish {
  whole: boolean
  buildings: number[]
  entrances: { building: number; entrance: (typeof entrances)[number] }[]
  homes: number[]
  roles: ResidencyRole[]
}

const building = fc.nat(BUILDINGS - 1)
const role = fc.constantFrom(...codesOf(residencyRoles))
const home = fc.record<Home>({ building, entrance: fc.constantFrom(...entrances) })
const HOMES = 6
const homeAt = fc.nat(HOMES - 1)
const stay = fc.record<Stay>({
  home: homeAt,
  role,
  from: fc.constantFrom(...DAYS),
  until: fc.option(fc.constantFrom(...DAYS)),
})
const town = fc.record({
  homes: fc.array(home, { minLength: HOMES, maxLength: HOMES }),
  people: fc.array(
    fc.record<Someone>({
      hasAccount: fc.boolean(),
      erased: fc.constantFrom(false, false, false, true),
      stays: fc.uniqueArray(stay, { maxLength: 3, selector: (each) => each.home }),
    }),
    { minLength: 4, maxLength: 8 },
  ),
})
const wish = fc.record<Wish>({
  whole: fc.constantFrom(false, false, false, true),
  buildings: fc.uniqueArray(building, { maxLength: 2 }),
  entrances: fc.array(home, { maxLength: 2 }),
  homes: fc.uniqueArray(homeAt, { maxLength: 2 }),
  roles: fc.uniqueArray(role, { maxLength: 2 }),
})

/** Who is meant, person by person and home by home, as one would say it. */
function isMeant(
  { whole, buildings, entrances: stairs, homes: units, roles }: Wish,
  homes: Home[],
  { erased, stays }: Someone,
): boolean {
  if (erased) return false
  return stays.some((each) => {
    const there = homes[each.home]!
    const livesThere = each.from <= TODAY && (each.until === null || each.until >= TODAY)
    const named =
      buildings.includes(there.building) ||
      units.includes(each.home) ||
      stairs.some((stair) => stair.building === there.building && stair.entrance === there.entrance)
    return livesThere && (whole || named) && (roles.length === 0 || roles.includes(each.role))
  })
}

interface Built {
  community: TestCommunity
  buildings: string[]
  units: string[]
  people: Person[]
}

async function build({ homes, people }: { homes: Home[]; people: Someone[] }): Promise<Built> {
  app.clock.set(`${TODAY}T04:00:00Z`)
  const community = await app.world.community({ companyId: await app.world.company() })
  writer = await app.world.staff(community, { permissions: ['notices.read', 'notices.edit'] })
  approver = await app.world.staff(community, { permissions: ['notices.read', 'notices.approve'] })
  const buildings = [community.buildingId]
  while (buildings.length < BUILDINGS) buildings.push(await app.world.building(community, `${buildings.length + 1}栋`, 1, 1))
  const units: string[] = []
  for (const { building: at, entrance } of homes) {
    const { id } = await app.world.unit(community, buildings[at])
    await app.owner.query('UPDATE units SET entrance = $2 WHERE id = $1', [id, entrance])
    units.push(id)
  }
  const built: Person[] = []
  for (const { hasAccount, erased, stays } of people) {
    const person = await app.world.resident(community, { unitId: units[0]! })
    await app.owner.query('DELETE FROM residencies WHERE resident_id = $1', [person.residentId])
    for (const each of stays)
      await app.owner.query(
        `INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from, valid_until)
         SELECT $1, $2, $3, $4, $5, least($6::date, $7::date), $7`,
        [community.id, randomUUID(), units[each.home], person.residentId, each.role, each.from, each.until],
      )
    await app.owner.query(
      `UPDATE residents SET account_id = CASE WHEN $2 THEN account_id END, erased_at = CASE WHEN $3 THEN now() END WHERE id = $1`,
      [person.residentId, hasAccount && !erased, erased],
    )
    built.push(person)
  }
  return { community, buildings, units, people: built }
}

const asked = ({ buildings, units }: Built, of: Wish): NoticeAudience => ({
  whole: of.whole,
  buildingIds: of.buildings.map((at) => buildings[at]!),
  entrances: of.entrances.map((each) => ({ buildingId: buildings[each.building]!, entrance: each.entrance ?? '' })),
  unitIds: of.homes.map((at) => units[at]!),
  roles: of.roles,
})

/** Who stands in the list of readers, and its numbers. */
async function receiptsOf(
  communityId: string,
  id: string,
  more = '',
): Promise<{ people: string[]; numbers: ReceiptNumbers; counted: object }> {
  const at = `/communities/${communityId}/notices/${id}`
  const { items } = (await writer.get(`${at}/receipts?limit=100${more && `&${more}`}`).expect(200)).body as Page<NoticeReceipt>
  const numbers = (await writer.get(`${at}/receipt-numbers?${more}`).expect(200)).body as ReceiptNumbers
  const count = (state: string) => items.filter((each) => each.state === state).length
  const counted = { people: items.length, read: count('read'), unread: count('unread'), unreachable: count('unreachable') }
  return { people: items.map((each) => each.id).sort(), numbers, counted }
}

describe('the audience of a notice', () => {
  it('[NTC-01] is whom one would name going from door to door: counted, told, shown and listed alike', async () => {
    await fc.assert(
      fc.asyncProperty(town, fc.array(wish, { minLength: 6, maxLength: 6 }), async ({ homes, people: given }, wishes) => {
        const people = given.map((each) => ({ ...each, stays: each.stays.map(orderly) }))
        const built = await build({ homes, people })
        const here = `/communities/${built.community.id}`
        for (const of of wishes) {
          const stairs = of.entrances.filter(({ building: at, entrance }) =>
            homes.some((there) => there.building === at && there.entrance === entrance),
          )
          const known = { ...of, entrances: stairs }
          if (!of.whole && of.buildings.length + stairs.length + of.homes.length === 0) continue
          const audience = asked(built, known)
          const meant = people.map((each) => isMeant(known, homes, each))
          const withAccount = people.filter((each, at) => meant[at] && each.hasAccount).length
          const { body } = await writer.post(`${here}/notice-reach`, { audience, urgent: false }).expect(200)
          const reach = body as NoticeReach
          expect({ known, people: reach.people, inbox: reach.inbox }).toEqual({
            known, people: meant.filter(Boolean).length, inbox: withAccount,
          }) // prettier-ignore
          if (reach.people === 0) continue
          const notice = await publish(app, writer, approver, built.community.id, { audience })
          const ids = built.people.flatMap(({ residentId }, at) => (meant[at] ? [residentId] : [])).sort()
          const listed = await receiptsOf(built.community.id, notice.id)
          expect(listed.people).toEqual(ids)
          expect(listed.numbers).toEqual(listed.counted)
          for (const buildingId of built.buildings) {
            const part = await receiptsOf(built.community.id, notice.id, `buildingId=${buildingId}`)
            expect(part.numbers).toEqual(part.counted)
          }
          await shownJustTo(built, people, meant, notice.id)
        }
      }),
      { numRuns: 4 },
    )
  }, 240_000)
})

/** Nobody moves out before they moved in. */
const orderly = ({ from, until, ...rest }: Stay): Stay => ({
  ...rest,
  until,
  from: until !== null && until < from ? until : from,
})

async function shownJustTo(built: Built, people: Someone[], meant: boolean[], noticeId: string): Promise<void> {
  for (const [at, person] of built.people.entries()) {
    if (!people[at]!.hasAccount || people[at]!.erased) continue
    const answer = await person.get('/me/notices?limit=100')
    const board = answer.status === 200 ? (answer.body as Page<BoardNoticeRow>).items.map(({ id }) => id) : []
    const { rows } = await app.owner.query(
      'SELECT 1 FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id WHERE b.about_id = $1 AND m.account_id = $2',
      [noticeId, person.accountId],
    )
    expect({ shown: board.includes(noticeId), told: rows.length }).toEqual({ shown: meant[at], told: meant[at] ? 1 : 0 })
  }
}
