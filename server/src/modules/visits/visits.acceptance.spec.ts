import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type {
  InboxMessage,
  NextHomeVisit,
  OwedGroup,
  Page,
  PastHomeVisit,
  PastVisit,
  Problem,
  RepairReceipt,
  RepairView,
  VisitMaker,
  VisitRoundRow,
  VisitRoundView,
  VisitRow,
  VisitView,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { PlanRounds } from './index.ts'

let app: TestApp
let community: TestCommunity
let here: string
let planner: Person
let maker: Person
let resident: Person

beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(() => app.close())

/** A community of its own, so that each test counts its own visits. */
beforeEach(async () => {
  community = await app.world.community({ companyId: await app.world.company() })
  here = `/communities/${community.id}`
  planner = await app.world.staff(community, {
    permissions: ['visits.read', 'visits.plan', 'visits.make', 'lists.export', 'people.edit'],
  })
  maker = await app.world.staff(community, { permissions: ['visits.read', 'visits.make'] })
  resident = await app.world.resident(community)
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const tick = () => app.nest.get(PlanRounds).run()
const rounds = async () => ((await planner.get(`${here}/visit-rounds`)).body as Page<VisitRoundRow>).items
const visits = async (query = '', person = planner) =>
  ((await person.get(`${here}/visits?limit=100${query}`)).body as Page<VisitRow>).items
const visitOf = async (unitId: string, query = '') => (await visits(query)).find((visit) => visit.unitId === unitId)!
const record = (person: Person, { id, version }: { id: string; version: number }, more: object = {}, key?: string) =>
  person.post(`${here}/visits/${id}/record`, { outcome: 'reached', way: 'door', fileIds: [], version, ...more }, key)
const recorded = async (...[person, visit, more]: Parameters<typeof record>) =>
  (await record(person, visit, more)).body as VisitView
const day = (months: number) => {
  const at = new Date(app.clock.now())
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10)
}
const openRound = (more: object = {}) =>
  planner.post(`${here}/visit-rounds`, { way: 'door', buildingIds: [], endsOn: day(2), ...more })
const told = async (person: Person) =>
  ((await person.get('/me/messages?limit=100')).body as Page<InboxMessage>).items.map(({ kind }) => kind)
const audited = async (action: string) =>
  (await app.owner.query('SELECT 1 FROM audit_entries WHERE community_id = $1 AND action = $2', [community.id, action])).rows
    .length
const moveOut = (person: Person) =>
  app.owner.query('UPDATE residencies SET valid_until = $2 WHERE resident_id = $1', [person.residentId, '2020-06-30'])
const moveIn = async (unitId?: string, role = 'owner') => {
  const person = await app.world.resident(community, unitId ? { unitId, role } : { role })
  const today = app.clock.now().toISOString().slice(0, 10)
  await app.owner.query('UPDATE residencies SET valid_from = $2 WHERE resident_id = $1', [person.residentId, today])
  return person
}

describe('the plan', () => {
  it('[NTC-08] opens the next round once, whoever of two workers looks, with a visit for each home somebody lives in', async () => {
    await app.world.unit(community)
    await app.world.resident(community)
    const second = await app.replica()
    await Promise.all([app.nest, second, app.nest, second].map((nest) => nest.get(PlanRounds).run()))
    expect(await tick()).toBe(0)
    await app.deliver()
    const [round, ...others] = await rounds()
    expect(others).toEqual([])
    expect(round).toMatchObject({ number: 1, total: 2, planned: 2, running: true, openedByName: null, unassigned: 2 })
    expect(await told(planner)).toContain('visit.round-opened')
    expect(await audited('visits.open-round')).toBe(1)
  })

  it('[NTC-08] spreads the visits evenly over the weeks of a round, and shows which are late', async () => {
    for (let count = 0; count < 9; count++) await app.world.resident(community)
    await openRound({ endsOn: new Date(app.clock.now().getTime() + 62 * 86_400_000).toISOString().slice(0, 10) })
    const [round] = await rounds()
    const { byWeek, byBuilding } = (await planner.get(`${here}/visit-rounds/${round!.id}`)).body as VisitRoundView
    expect(byWeek.map(({ due }) => due).every((due) => due === 1 || due === 2)).toBe(true)
    expect(byBuilding).toEqual([expect.objectContaining({ name: '1号楼', total: 10, reached: 0 })])
    expect(await visits('&late=true')).toEqual([])
    app.clock.advance({ hours: 24 * 21 })
    const late = await visits('&late=true')
    expect(late.length).toBeGreaterThan(0)
    expect(late.every((visit) => visit.late)).toBe(true)
    expect((await rounds())[0]!.late).toBe(late.length)
    expect((await visits('&due=true')).length).toBeGreaterThanOrEqual(late.length)
  })

  it('[NTC-08] takes in who moves in during a round, and drops a home that becomes empty', async () => {
    const leaving = await app.world.resident(community)
    await tick()
    const newcomer = await moveIn()
    await moveOut(leaving)
    await tick()
    await tick()
    expect((await visits()).map(({ unitId }) => unitId).sort()).toEqual([resident.unitId, newcomer.unitId].sort())
    expect(await visitOf(leaving.unitId, '&state=dropped')).toMatchObject({ state: 'dropped' })
    await recorded(maker, await visitOf(newcomer.unitId))
    await moveOut(newcomer)
    app.clock.advance({ hours: 48 })
    await moveIn(newcomer.unitId, 'tenant')
    await tick()
    expect(
      (await visits())
        .filter(({ unitId }) => unitId === newcomer.unitId)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['planned', 'reached'])
  })

  it('[NTC-08] visits first who was not visited the longest, and after some rounds nobody was skipped', async () => {
    for (let count = 0; count < 6; count++) await app.world.resident(community)
    const visitedAt = new Map<string, number>()
    let seed = 7
    for (let round = 1; round <= 6; round++) {
      await openRound()
      const { rows } = await app.owner.query<{ unit_id: string; id: string; version: number }>(
        `SELECT v.unit_id, v.id, v.version FROM visits v JOIN visit_rounds r ON r.id = v.round_id
         WHERE v.community_id = $1 AND r.number = $2 AND v.state = 'planned' ORDER BY v.turn`,
        [community.id, round],
      )
      expect(rows).toHaveLength(7)
      const last = rows.map(({ unit_id: unitId }) => visitedAt.get(unitId) ?? 0)
      expect(last).toEqual([...last].sort((a, b) => a - b))
      seed = (seed * 16_807) % 2_147_483_647
      for (const { unit_id: unitId, ...visit } of rows.slice(0, 2 + (seed % 3))) {
        app.clock.advance({ minutes: 1 })
        await record(maker, visit)
        visitedAt.set(unitId, app.clock.now().getTime())
      }
      app.clock.advance({ hours: 24 * 7 })
    }
    expect(visitedAt.size).toBe(7)
  })

  it('[NTC-08] ends a round on its day: what was not done is seen in it, and comes first in the next', async () => {
    const other = await app.world.resident(community)
    await tick()
    await recorded(maker, await visitOf(other.unitId))
    app.clock.advance({ hours: 24 * 367 })
    await tick()
    const [second, first] = await rounds()
    expect(first).toMatchObject({ running: false, reached: 1, missed: 1, total: 2 })
    expect(second).toMatchObject({ number: 2, running: true, planned: 2 })
    const { rows } = await app.owner.query<{ unit_id: string }>('SELECT unit_id FROM visits WHERE round_id = $1 ORDER BY turn', [
      second!.id,
    ])
    expect(rows.map((row) => row.unit_id)).toEqual([resident.unitId, other.unitId])
  })
})

describe('a supervisor', () => {
  it('[NTC-08] opens a round of some buildings by hand, by telephone; its homes leave the round they waited in', async () => {
    const buildingId = await app.world.building(community, '2号楼', 200, 200)
    const there = await app.world.resident(community, { unitId: (await app.world.unit(community, buildingId)).id })
    await tick()
    const key = randomUUID()
    const body = { way: 'telephone', buildingIds: [buildingId], endsOn: day(1) }
    const [one, again] = [
      await planner.post(`${here}/visit-rounds`, body, key),
      await planner.post(`${here}/visit-rounds`, body, key),
    ]
    expect([one.status, (again.body as VisitRoundView).id]).toEqual([201, (one.body as VisitRoundView).id])
    expect(one.body).toMatchObject({
      number: 2,
      way: 'telephone',
      buildingNames: ['2号楼'],
      total: 1,
      openedByName: planner.name,
    })
    expect((await visits()).map(({ unitId, roundNumber, way }) => [unitId, roundNumber, way])).toEqual([
      [resident.unitId, 1, 'door'],
      [there.unitId, 2, 'telephone'],
    ])
    await recorded(maker, await visitOf(there.unitId), { way: 'telephone' })
    expect(await tick()).toBe(0)
    expect(codeOf(await openRound({ endsOn: day(-1) }))).toBe('VALIDATION_FAILED')
    expect(codeOf(await openRound({ buildingIds: [randomUUID()] }))).toBe('VALIDATION_FAILED')
    expect(codeOf(await openRound({ buildingIds: [await app.world.building(community, '空楼', 300, 300)] }))).toBe('VISIT_NOBODY')
  })

  it('[NTC-08] gives buildings or single visits to who makes them, who is told of it', async () => {
    await tick()
    const [round] = await rounds()
    const visit = await visitOf(resident.unitId)
    const assign = (more: object) =>
      planner.post(`${here}/visit-assignments`, {
        roundId: round!.id,
        buildingIds: [],
        visitIds: [],
        onlyUnassigned: false,
        ...more,
      })
    expect(((await planner.get(`${here}/visit-makers`)).body as VisitMaker[]).map(({ id }) => id).sort()).toEqual(
      [planner.staffId, maker.staffId].sort(),
    )
    expect((await assign({ buildingIds: [community.buildingId], assigneeId: maker.staffId })).body).toEqual({ assigned: 1 })
    expect((await assign({ visitIds: [visit.id], assigneeId: planner.staffId, onlyUnassigned: true })).body).toEqual({
      assigned: 0,
    })
    await app.deliver()
    expect(await told(maker)).toEqual(['visit.assigned'])
    expect((await visits('&mine=true', maker)).map(({ id }) => id)).toEqual([visit.id])
    expect((await assign({ visitIds: [visit.id] })).body).toEqual({ assigned: 1 })
    expect((await visits('&unassigned=true')).map(({ id }) => id)).toEqual([visit.id])
    expect(codeOf(await assign({}))).toBe('VALIDATION_FAILED')
    expect(codeOf(await assign({ visitIds: [randomUUID()] }))).toBe('NOT_FOUND')
    const engineer = await app.world.staff(community)
    expect(codeOf(await assign({ visitIds: [visit.id], assigneeId: engineer.staffId }))).toBe('STAFF_NOT_AVAILABLE')
    const limited = await app.world.staff(community, { permissions: ['visits.make'] })
    const elsewhere = await app.world.building(community, '3号楼', 300, 300)
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [limited.staffId, [elsewhere]])
    expect(codeOf(await assign({ visitIds: [visit.id], assigneeId: limited.staffId }))).toBe('VISITS_OUT_OF_SCOPE')
  })

  it('[NTC-08] takes the list along as a workbook, page by page and by room', async () => {
    await app.world.resident(community)
    await tick()
    expect((await planner.post(`${here}/exports`, { list: 'visits', filters: {} })).status).toBe(200)
    const first = (await planner.get(`${here}/visits?limit=1`)).body as Page<VisitRow>
    const second = (await planner.get(`${here}/visits?limit=1&cursor=${first.nextCursor}`)).body as Page<VisitRow>
    expect(second).toMatchObject({ nextCursor: null, items: [expect.not.objectContaining({ id: first.items[0]!.id })] })
    const room = encodeURIComponent(first.items[0]!.unitLabel)
    expect((await visits(`&query=${room}`)).map(({ id }) => id)).toEqual([first.items[0]!.id])
  })

  it('[NTC-08] hands the open visits of who leaves to a successor', async () => {
    await tick()
    const [round] = await rounds()
    const body = {
      roundId: round!.id,
      buildingIds: [community.buildingId],
      visitIds: [],
      onlyUnassigned: false,
      assigneeId: maker.staffId,
    }
    await planner.post(`${here}/visit-assignments`, body)
    const owed = (await planner.get(`/staff/${maker.staffId}/open-work`)).body as OwedGroup[]
    expect(owed).toEqual([expect.objectContaining({ kind: 'visit', category: 'door', categoryName: '上门回访' })])
    const { rows } = await app.owner.query<{ version: number }>('SELECT version FROM staff WHERE id = $1', [maker.staffId])
    const work = [{ kind: 'visit', communityId: community.id, category: 'door', successorId: planner.staffId }]
    const leave = { version: rows[0]!.version, leftOn: '2026-03-01', reason: '辞职', work }
    expect((await planner.post(`/staff/${maker.staffId}/leave`, leave)).status).toBeLessThan(300)
    expect((await visitOf(resident.unitId)).assignee).toEqual({ id: planner.staffId, name: planner.name })
  })
})

describe('a visit', () => {
  it('[NTC-08] shows what matters about the household, with masked numbers, and keeps what was said and photographed', async () => {
    await tick()
    const visit = await visitOf(resident.unitId)
    const before = (await maker.get(`${here}/visits/${visit.id}`)).body as VisitView
    expect(before.residents).toEqual([
      expect.objectContaining({ name: resident.name, phoneMasked: expect.stringContaining('****') }),
    ])
    const fileIds = [await maker.photo(community.id)]
    const key = randomUUID()
    const said = { met: '业主本人', satisfaction: 4, notes: '希望多修剪树木', fileIds }
    const [first, again] = [await record(maker, visit, said, key), await record(maker, visit, said, key)]
    expect([first.status, again.status]).toEqual([200, 200])
    expect(first.body).toMatchObject({ state: 'reached', satisfaction: 4, met: '业主本人', madeByName: maker.name })
    expect((first.body as VisitView).files).toHaveLength(1)
    expect((first.body as VisitView).tries).toHaveLength(1)
    expect(codeOf(await record(maker, first.body as VisitView))).toBe('VISIT_STATE')
    expect(codeOf(await record(maker, visit))).toBe('STALE_VERSION')
    const past = (await planner.get(`${here}/households/${resident.unitId}/visits`)).body as Page<PastVisit>
    expect(past.items).toEqual([expect.objectContaining({ id: visit.id, satisfaction: 4, notes: '希望多修剪树木' })])
    expect((await rounds())[0]).toMatchObject({ reached: 1, satisfaction: 4 })
  })

  it('[NTC-08] to an empty home is tried again, then by telephone, and at last counts as not reached', async () => {
    await tick()
    let visit: VisitRow = await visitOf(resident.unitId)
    for (const way of ['door', 'door'] as const) visit = await recorded(maker, visit, { outcome: 'absent', way })
    expect(visit).toMatchObject({ state: 'planned', way: 'telephone', absences: 2 })
    for (const way of ['telephone', 'telephone'] as const) visit = await recorded(maker, visit, { outcome: 'absent', way })
    expect(visit).toMatchObject({ state: 'unreached', absences: 4 })
  })

  it('[NTC-08] is declined, and not made again in this round', async () => {
    await tick()
    const declined = await recorded(maker, await visitOf(resident.unitId), { outcome: 'declined' })
    expect(declined.state).toBe('declined')
    expect(await tick()).toBe(0)
  })

  it('[NTC-08] turns a finding into a repair and a suggestion of the resident, once, linked both ways', async () => {
    await tick()
    const visit = await visitOf(resident.unitId)
    const found = {
      residentId: resident.residentId,
      urgency: 'routine',
      description: '龙头滴水',
      fileIds: [await maker.photo(community.id)],
    }
    const key = randomUUID()
    const send = () => maker.post(`${here}/visits/${visit.id}/repair`, { ...found, category: 'taps' }, key)
    const [one, again] = [await send(), await send()]
    expect(one.status).toBe(201)
    const repair = one.body as RepairReceipt
    expect((again.body as RepairReceipt).id).toBe(repair.id)
    const told = { ...found, fileIds: [], sort: 'suggestion', category: 'greening' }
    expect((await maker.post(`${here}/visits/${visit.id}/complaint`, told)).status).toBe(201)
    await app.deliver()
    const seen = (await maker.get(`${here}/visits/${visit.id}`)).body as VisitView
    expect(seen.findings.map(({ kind }) => kind)).toEqual(['repair', 'complaint'])
    expect(seen.openCases).toBe(1)
    const view = (await resident.get(`${here}/repairs/${repair.id}`)).body as RepairView
    expect(view).toMatchObject({ channel: 'return-visit', reporterName: resident.name })
    expect(JSON.stringify(view)).toContain('由上门或电话回访登记')
    const stranger = await app.world.resident(community)
    expect(
      (await maker.post(`${here}/visits/${visit.id}/repair`, { ...found, category: 'taps', residentId: stranger.residentId }))
        .status,
    ).toBe(404)
  })
})

describe('a resident', () => {
  const next = async (person: Person) =>
    ((await person.get(`${here}/home-visits/next?unitId=${person.unitId}`)).body as NextHomeVisit).next
  const past = async (person: Person) =>
    ((await person.get(`${here}/home-visits?unitId=${person.unitId}`)).body as Page<PastHomeVisit>).items
  const wish = (person: Person, { id, version }: { id: string; version: number }, more: object) =>
    person.put(`${here}/home-visits/${id}/wish`, { version, ...more })

  it('[NTC-08] sees when the next visit is due, says how it should be, and may say not at all', async () => {
    await tick()
    const due = (await next(resident))!
    expect(due).toMatchObject({ state: 'planned', way: 'door', wish: null })
    expect((await wish(resident, due, { wish: 'telephone', time: 'evening' })).status).toBe(204)
    expect(await visitOf(resident.unitId)).toMatchObject({
      way: 'telephone',
      wish: { wish: 'telephone', time: 'evening', note: null },
    })
    expect((await wish(resident, due, { wish: 'door' })).status).toBe(409)
    await wish(resident, (await next(resident))!, { wish: 'none' })
    expect(await visitOf(resident.unitId)).toMatchObject({ state: 'declined' })
    await wish(resident, (await next(resident))!, { wish: 'door' })
    expect(await visitOf(resident.unitId)).toMatchObject({ state: 'planned', way: 'door' })
  })

  it('[NTC-08] sees visits of the own home since living there, and of no other', async () => {
    await tick()
    const tenant = await app.world.resident(community, { role: 'tenant' })
    await tick()
    await wish(tenant, (await next(tenant))!, { wish: 'door', note: '敲门轻一点' })
    await recorded(maker, await visitOf(tenant.unitId), { satisfaction: 2 })
    expect(await past(tenant)).toEqual([expect.objectContaining({ state: 'reached', satisfaction: 2, madeByName: maker.name })])
    await moveOut(tenant)
    app.clock.advance({ hours: 48 })
    const following = await moveIn(tenant.unitId, 'tenant')
    await tick()
    expect(await past(following)).toEqual([])
    expect(await next(following)).toMatchObject({ wish: null })
    expect((await resident.get(`${here}/home-visits?unitId=${following.unitId}`)).status).toBe(404)
    expect((await wish(resident, (await next(following))!, { wish: 'none' })).status).toBe(404)
    expect((await tenant.get(`${here}/home-visits/next?unitId=${tenant.unitId}`)).status).toBe(404)
  })
})

describe('the walls', () => {
  it('[NTC-08] show staff of some buildings the visits there, and nothing of another company', async () => {
    const buildingId = await app.world.building(community, '2号楼', 200, 200)
    const there = await app.world.resident(community, { unitId: (await app.world.unit(community, buildingId)).id })
    await tick()
    const limited = await app.world.staff(community, { permissions: ['visits.read', 'visits.make', 'visits.plan'] })
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [limited.staffId, [buildingId]])
    expect((await visits('', limited)).map(({ unitId }) => unitId)).toEqual([there.unitId])
    const hidden = await visitOf(resident.unitId)
    expect((await limited.get(`${here}/visits/${hidden.id}`)).status).toBe(404)
    expect((await record(limited, hidden)).status).toBe(404)
    expect((await limited.get(`${here}/households/${resident.unitId}/visits`)).status).toBe(404)
    expect(((await limited.get(`${here}/visit-rounds`)).body as Page<VisitRoundRow>).items[0]!.total).toBe(1)
    expect((await limited.post(`${here}/visit-rounds`, { way: 'door', buildingIds: [], endsOn: day(1) })).status).toBe(403)
    const foreign = await app.world.staff(await app.world.community({ companyId: await app.world.company() }), {
      permissions: ['visits.read', 'visits.make'],
    })
    expect((await foreign.get(`${here}/visits/${hidden.id}`)).status).toBe(404)
  })
})
