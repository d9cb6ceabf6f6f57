import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { ArrearsRow, ArrearsSummary, HouseholdArrears, Page, Problem, ReminderStages } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { answered } from '../../../test/improvement-story.ts'
import { MoneyDesk } from '../../../test/money-desk.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { openPayment, settlePayment } from '../payments/index.ts'
import { RemindDue } from './index.ts'

let app: TestApp
let money: MoneyDesk
let community: TestCommunity
let head: Person
let path: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T04:00:00Z')
  community = await app.world.community({ companyId: await app.world.company() })
  money = new MoneyDesk(app, community)
  head = await app.world.staff(community, { post: 'project-manager' })
  path = `/communities/${community.id}`
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const owes = async (unitId: string, fen: number, dueOn: string, chargeId?: string) => {
  const id = await money.bill(unitId, fen, chargeId)
  await app.owner.query('UPDATE bills SET due_on = $2 WHERE id = $1', [id, dueOn])
  return id
}
const listed = (filters = '') => answered<Page<ArrearsRow>>(head.get(`${path}/arrears?${filters}`))
const household = (unitId: string) => answered<HouseholdArrears>(head.get(`${path}/households/${unitId}/arrears`))
const remindDue = async (nest = app.nest) => nest.get(RemindDue).run()
const setStages = (...days: number[]) =>
  answered<ReminderStages>(
    head.put(`${path}/reminder-stages`, {
      stages: days.map((day) => ({
        days: day,
        wording: `您好，{房屋}有 {笔数} 笔账单共 {金额} 元，缴费日 {缴费日}（${day}）。`,
      })),
    }),
  )
const inboxOf = async (who: Person) =>
  (await answered<Page<{ kind: string; body: string }>>(who.get('/me/messages'))).items.filter(
    ({ kind }) => kind === 'arrears.reminded',
  )

describe('the list of arrears', () => {
  it('[FIN-04] tells who is behind by building and age, names masked, as a page, a sum and a workbook', async () => {
    const east = await app.world.building(community, '东楼', 10, 10)
    const [first, second, third] = [
      await app.world.unit(community),
      await app.world.unit(community, east),
      await app.world.unit(community),
    ]
    const owner = await app.world.resident(community, { unitId: first.id })
    await owes(first.id, 10_000, '2026-11-01')
    await owes(first.id, 5_000, '2026-08-01')
    await owes(second.id, 90_000, '2023-01-01')
    await owes(third.id, 7_000, '2026-11-21')
    const { items } = await listed()
    expect(items.map(({ unitId, owedFen, band, bills }) => [unitId, owedFen, band, bills])).toEqual([
      [second.id, 90_000, 'over', 1],
      [first.id, 15_000, 'd365', 2],
    ])
    expect(items[1]).toMatchObject({ days: 112, oldestDueOn: '2026-08-01', reminders: 0, stopped: false })
    expect(items[1]!.owners).toEqual([`${owner.name.slice(0, 1)}${'*'.repeat(Math.min(3, owner.name.length - 1))}`])
    expect((await listed(`buildingId=${east}`)).items).toHaveLength(1)
    expect((await listed('age=d365')).items.map(({ unitId }) => unitId)).toEqual([first.id])
    expect((await listed('order=age')).items.map(({ unitId }) => unitId)).toEqual([second.id, first.id])
    for (const order of ['age', 'amount']) {
      const page = await listed(`order=${order}&limit=1`)
      const next = await listed(`order=${order}&limit=1&cursor=${page.nextCursor}`)
      expect([page.items[0]!.unitId, next.items[0]!.unitId, next.nextCursor]).toEqual([second.id, first.id, null])
    }
    const summary = await answered<ArrearsSummary>(head.get(`${path}/arrears-summary`))
    expect(summary).toMatchObject({ owedFen: 105_000, households: 2 })
    expect(summary.parts.map(({ buildingName, age, owedFen }) => [buildingName, age, owedFen])).toEqual([
      ['1号楼', 'd30', 10_000],
      ['1号楼', 'd365', 5_000],
      ['东楼', 'over', 90_000],
    ])
    expect((await head.post(`${path}/exports`, { list: 'arrears', filters: { order: 'age' } })).status).toBe(200)
    expect((await owner.get(`${path}/arrears`)).status).toBe(403)
  })

  it('[FIN-04] shows who looks after some buildings what is owed there, and nothing else', async () => {
    const east = await app.world.building(community, '东楼', 10, 10)
    const [here, there] = [await app.world.unit(community, east), await app.world.unit(community)]
    await owes(here.id, 10_000, '2026-11-01')
    await owes(there.id, 10_000, '2026-11-01')
    const keeper = await app.world.staff(community, { permissions: ['arrears.read'] })
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [keeper.staffId, [east]])
    const { items } = await answered<Page<ArrearsRow>>(keeper.get(`${path}/arrears`))
    expect(items.map(({ unitId }) => unitId)).toEqual([here.id])
    expect((await keeper.get(`${path}/households/${there.id}/arrears`)).status).toBe(404)
  })
})

describe('reminding', () => {
  it('[FIN-04] follows the stages of the community: once a bill and stage, one message a household, to owners and tenants alone', async () => {
    const unit = await app.world.unit(community)
    const owner = await app.world.resident(community, { unitId: unit.id })
    const daughter = await app.world.resident(community, { unitId: unit.id, role: 'family' })
    await owes(unit.id, 10_000, '2026-11-24')
    await owes(unit.id, 126_800, '2026-11-24')
    await owes(unit.id, 5_000, '2026-11-14')
    await owes(unit.id, 5_000, '2026-11-13')
    expect(await remindDue()).toBe(0)
    await setStages(-3, 0, 7)
    expect(await remindDue()).toBe(2)
    expect(await remindDue()).toBe(0)
    await app.deliver()
    expect((await inboxOf(owner)).map(({ body }) => body).sort()).toEqual([
      `您好，${unit.label}有 1 笔账单共 50.00 元，缴费日 2026-11-14（7）。`,
      `您好，${unit.label}有 2 笔账单共 1,368.00 元，缴费日 2026-11-24（-3）。`,
    ])
    expect(await inboxOf(daughter)).toEqual([])
    const { reminders } = await household(unit.id)
    expect(reminders).toMatchObject([
      { way: 'message', byName: '系统', recipients: [{ readAt: null }] },
      { recipients: [expect.objectContaining({ toldAt: expect.any(String) })] },
    ])
    app.clock.advance({ minutes: 3 * 24 * 60 })
    expect(await remindDue()).toBe(1)
  })

  it('[FIN-04] makes up for a day or two without a server with the last stage alone, and for no more', async () => {
    const unit = await app.world.unit(community)
    await owes(unit.id, 10_000, '2026-11-24')
    await owes(unit.id, 20_000, '2026-11-27')
    await setStages(0, 1, 7)
    app.clock.set('2026-11-26T04:00:00Z')
    expect(await remindDue()).toBe(1)
    expect((await household(unit.id)).reminders).toMatchObject([{ days: 1, bills: 1 }])
    app.clock.set('2026-12-05T04:00:00Z')
    expect(await remindDue()).toBe(1)
    expect((await household(unit.id)).reminders[0]).toMatchObject({ days: 7, owedFen: 20_000 })
    app.clock.set('2026-12-20T04:00:00Z')
    expect(await remindDue()).toBe(0)
  })

  it('[FIN-04] happens once on any number of servers that look at once', async () => {
    const units = await Promise.all(Array.from({ length: 10 }, () => app.world.unit(community)))
    await setStages(0)
    for (const unit of units) await owes(unit.id, 10_000, '2026-11-21')
    const second = await app.replica()
    const counts = await Promise.all(Array.from({ length: 8 }, (_, turn) => remindDue(turn % 2 ? second : app.nest)))
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(10)
    const { rows } = await app.owner.query('SELECT count(*)::int AS reminders FROM reminders WHERE community_id = $1', [
      community.id,
    ])
    expect(rows).toEqual([{ reminders: 10 }])
  })

  it('[FIN-04] stops for a household that is to be left in peace, and asks for nothing that was paid meanwhile', async () => {
    const [quiet, paying] = [await app.world.unit(community), await app.world.unit(community)]
    const payer = await app.world.resident(community, { unitId: paying.id })
    await setStages(0)
    await owes(quiet.id, 10_000, '2026-11-21')
    const bill = await owes(paying.id, 10_000, '2026-11-21')
    const stop = (body: object) => head.post(`${path}/households/${quiet.id}/stop-reminding`, body)
    expect((await stop({ stopped: true })).status).toBe(400)
    expect(
      await answered<HouseholdArrears>(stop({ stopped: true, reason: '对公摊电费有争议', until: '2026-11-30' })),
    ).toMatchObject({
      stop: { reason: '对公摊电费有争议', until: '2026-11-30' },
    })
    expect(await remindDue()).toBe(1)
    await pay(paying.id, bill, 10_000)
    await app.deliver()
    expect(await inboxOf(payer)).toEqual([])
    app.clock.set('2026-11-22T04:00:00Z')
    const remind = () => head.post(`${path}/households/${quiet.id}/reminders`, { way: 'phone', note: '已电话沟通' })
    expect(codeOf(await remind())).toBe('REMINDING_STOPPED')
    await answered(stop({ stopped: false }))
    expect(await answered<HouseholdArrears>(remind(), 201)).toMatchObject({
      reminders: [{ way: 'phone', text: '已电话沟通', days: null }],
    })
    expect(await remindDue()).toBe(1)
  })

  it('[FIN-04] by hand sends a message or keeps on record what was done, where something is overdue', async () => {
    const unit = await app.world.unit(community)
    const owner = await app.world.resident(community, { unitId: unit.id })
    const remind = (way: string) => head.post(`${path}/households/${unit.id}/reminders`, { way })
    expect(codeOf(await remind('letter'))).toBe('NOTHING_OVERDUE')
    await owes(unit.id, 10_000, '2026-10-21')
    await answered(remind('message'), 201)
    await answered(remind('letter'), 201)
    await app.deliver()
    expect(await inboxOf(owner)).toHaveLength(1)
    const { reminders } = await household(unit.id)
    expect(reminders.map(({ way, byName }) => [way, byName])).toEqual([
      ['letter', head.name],
      ['message', head.name],
    ])
  })

  it('[FIN-04] has no words of threat', async () => {
    const answer = await head.put(`${path}/reminder-stages`, { stages: [{ days: 30, wording: '再不缴费将停水停电。' }] })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'REMINDER_WORDING'])
    const twice = [1, 1].map((days) => ({ days, wording: '请核对账单。' }))
    expect((await head.put(`${path}/reminder-stages`, { stages: twice })).status).toBe(400)
    await setStages(-3, 7)
    expect((await setStages(7)).stages.map(({ days }) => days)).toEqual([7])
    await expectBooksToAgree(app.owner)
  })
})

/** At the counter, through the doors of payments. */
async function pay(unitId: string, billId: string, amountFen: number): Promise<void> {
  const act = money.act(head)
  const { id: communityId } = community
  await money.run(async (tx) => {
    const paymentId = await openPayment(tx, act, { communityId, unitId, way: 'cash', parts: [{ billId, amountFen }] })
    await settlePayment(tx, act, { communityId, paymentId, proof: 'counter', paidAt: act.now, amountFen })
  })
}
