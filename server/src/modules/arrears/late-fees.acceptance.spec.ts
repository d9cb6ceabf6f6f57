import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type {
  HouseholdArrears,
  LateFeeNow,
  LateFeeTermsRow,
  LateFeeWaiverRow,
  Page,
  Problem,
  SetLateFeeTerms,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { answered } from '../../../test/improvement-story.ts'
import { MoneyDesk } from '../../../test/money-desk.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { openPayment, settlePayment } from '../payments/index.ts'

let app: TestApp
let money: MoneyDesk
let community: TestCommunity
let head: Person
let clerk: Person
let unitId: string
let chargeId: string
let path: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-10-01T04:00:00Z')
  community = await app.world.community({ companyId: await app.world.company() })
  money = new MoneyDesk(app, community)
  head = await app.world.staff(community, { post: 'project-manager' })
  clerk = await app.world.staff(community, { permissions: ['arrears.read', 'arrears.remind', 'billing.run'] })
  unitId = (await app.world.unit(community)).id
  chargeId = await money.charge({ name: '物业费' })
  path = `/communities/${community.id}`
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const terms = (more: Partial<SetLateFeeTerms> = {}): SetLateFeeTerms => ({
  ...{
    active: true,
    rate: 50,
    graceDays: 10,
    capPercent: 5,
    contract: '物业服务合同第十二条',
    validFrom: '2026-01-01',
    version: 0,
    ...more,
  },
})
const setTerms = (more: Partial<SetLateFeeTerms> = {}) =>
  answered<LateFeeTermsRow[]>(head.put(`${path}/late-fee-terms/${chargeId}`, terms(more)))
const owes = async (fen: number, dueOn: string) => {
  const id = await money.bill(unitId, fen, chargeId)
  await app.owner.query('UPDATE bills SET due_on = $2 WHERE id = $1', [id, dueOn])
  return id
}
const standing = async (billId: string) => {
  const home = await answered<HouseholdArrears>(head.get(`${path}/households/${unitId}/arrears`))
  return home.bills.find(({ id }) => id === billId)
}
const feeBills = async () =>
  (
    await app.owner.query<{ fen: number; reversed: boolean; madeOf: string }>(
      `SELECT amount_fen::float8 AS fen, reversed_at IS NOT NULL AS reversed, made_of::text AS "madeOf" FROM bills
       WHERE community_id = $1 AND kind = 'late-fee' ORDER BY created_at, id`,
      [community.id],
    )
  ).rows
async function pay(billId: string, amountFen: number): Promise<void> {
  const act = money.act(head)
  const { id: communityId } = community
  await money.run(async (tx) => {
    const paymentId = await openPayment(tx, act, { communityId, unitId, way: 'cash', parts: [{ billId, amountFen }] })
    await settlePayment(tx, act, { communityId, paymentId, proof: 'counter', paidAt: act.now, amountFen })
  })
  await app.deliver()
}
const ask = (billId: string) => clerk.post(`${path}/late-fee-waivers`, { billId, reason: '住院期间无法缴费' })
const waiting = async () => (await answered<Page<LateFeeWaiverRow>>(clerk.get(`${path}/late-fee-waivers?state=asked`))).items

describe('a late fee', () => {
  it('[FIN-04] is not asked for unless a contract says so, nor of bills due before it did', async () => {
    const bill = await owes(100_000, '2026-10-10')
    app.clock.set('2026-12-10T04:00:00Z')
    expect(await standing(bill)).toMatchObject({ overdueDays: 61, lateFee: null })
    await setTerms({ validFrom: '2026-10-11' })
    expect(await standing(bill)).toMatchObject({ lateFee: null })
    await pay(bill, 100_000)
    expect(await feeBills()).toEqual([])
  })

  it('[FIN-04] so far is shown on the bill, to the office and to whose bill it is, and to nobody else', async () => {
    await setTerms()
    const resident = await app.world.resident(community, { unitId })
    const neighbour = await app.world.resident(community)
    const bill = await owes(100_000, '2026-10-10')
    const own = () => answered<LateFeeNow>(resident.get(`/me/bills/${bill}/late-fee`))
    expect(await own()).toEqual({ lateFee: null })
    app.clock.set('2026-10-31T04:00:00Z')
    const lateFee = {
      feeFen: 550,
      formula: '1,000.00 元 × 11 天 × 每天 50/100000 = 5.50 元',
      contract: '物业服务合同第十二条',
      from: '2026-10-21',
    }
    expect(await own()).toEqual({ lateFee })
    expect(await answered<LateFeeNow>(head.get(`${path}/bills/${bill}/late-fee`))).toEqual({ lateFee })
    expect((await neighbour.get(`/me/bills/${bill}/late-fee`)).status).toBe(404)
    expect((await clerk.get(`${path}/bills/${bill}/late-fee`)).status).toBe(403)
    await answered(ask(bill), 201)
    const [waiver] = await waiting()
    await answered(head.post(`${path}/late-fee-waivers/${waiver!.id}/approve`, { version: waiver!.version }))
    expect(await own()).toEqual({ lateFee: null })
  })

  it('[FIN-04] is shown with its formula, and becomes one bill, final, when the late bill is paid in full', async () => {
    await setTerms()
    const bill = await owes(100_000, '2026-10-10')
    app.clock.set('2026-10-31T04:00:00Z')
    await pay(bill, 40_000)
    expect(await feeBills()).toEqual([])
    app.clock.set('2026-11-10T04:00:00Z')
    expect((await standing(bill))!.lateFee).toEqual({
      feeFen: 830,
      formula: '（1,000.00 元 × 10 天 + 600.00 元 × 11 天） × 每天 50/100000 = 8.30 元',
      contract: '物业服务合同第十二条',
      from: '2026-10-21',
    })
    await pay(bill, 60_000)
    const [fee, ...others] = await feeBills()
    expect([fee!.fen, others]).toEqual([800, []])
    expect(fee!.madeOf).toContain('（1,000.00 元 × 10 天 + 600.00 元 × 10 天） × 每天 50/100000 = 8.00 元')
    app.clock.set('2027-12-10T04:00:00Z')
    const { bills } = await answered<HouseholdArrears>(head.get(`${path}/households/${unitId}/arrears`))
    expect(bills).toMatchObject([{ owedFen: 800, lateFee: null }])
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-04] ends at its cap', async () => {
    await setTerms()
    const bill = await owes(100_000, '2026-10-10')
    app.clock.set('2027-10-10T04:00:00Z')
    expect((await standing(bill))!.lateFee).toMatchObject({ feeFen: 5_000, formula: expect.stringContaining('封顶') })
  })

  it('[FIN-04] is put on a charge by who may, and off again, each time as they saw it', async () => {
    const [set] = await setTerms()
    expect(set).toMatchObject({ active: true, rate: 50, capPercent: 5, version: 1 })
    const stale = await head.put(`${path}/late-fee-terms/${chargeId}`, terms())
    expect(codeOf(stale)).toBe('STALE_VERSION')
    expect(await setTerms({ active: false, version: 1 })).toMatchObject([{ active: false, version: 2 }])
    expect((await head.put(`${path}/late-fee-terms/${chargeId}`, terms({ rate: 301, version: 2 }))).status).toBe(400)
    expect((await clerk.put(`${path}/late-fee-terms/${chargeId}`, terms({ version: 2 }))).status).toBe(403)
  })
})

describe('a waiver of a late fee', () => {
  it('[FIN-04] is approved by another person: the fee never becomes a bill', async () => {
    await setTerms()
    const bill = await owes(100_000, '2026-10-10')
    expect(codeOf(await ask(bill))).toBe('LATE_FEE_NONE')
    app.clock.set('2026-11-10T04:00:00Z')
    await answered(ask(bill), 201)
    expect(codeOf(await ask(bill))).toBe('DUPLICATE')
    const [waiver] = await waiting()
    expect(waiver).toMatchObject({ feeFen: 1_050, state: 'asked', askedByName: clerk.name })
    const approve = (who: Person) => who.post(`${path}/late-fee-waivers/${waiver!.id}/approve`, { version: waiver!.version })
    expect(codeOf(await approve(clerk))).toBe('WAIVER_OWN')
    await answered(approve(head))
    await pay(bill, 100_000)
    expect(await feeBills()).toEqual([])
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-04] holds the fee back until it is decided; refused, it becomes a bill as of the day of payment', async () => {
    await setTerms()
    const bill = await owes(100_000, '2026-10-10')
    app.clock.set('2026-10-31T04:00:00Z')
    await answered(ask(bill), 201)
    await pay(bill, 100_000)
    expect(await feeBills()).toEqual([])
    app.clock.set('2026-11-20T04:00:00Z')
    const [waiver] = await waiting()
    const refusal = { version: waiver!.version, reason: '不符合减免条件' }
    await answered(head.post(`${path}/late-fee-waivers/${waiver!.id}/refuse`, refusal))
    expect(await feeBills()).toMatchObject([{ fen: 500, reversed: false }])
    expect(codeOf(await head.post(`${path}/late-fee-waivers/${waiver!.id}/refuse`, refusal))).toBe('STALE_VERSION')
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-04] takes back a fee that is a bill already, unless it was paid', async () => {
    await setTerms()
    const [first, second] = [await owes(100_000, '2026-10-10'), await owes(200_000, '2026-10-10')]
    app.clock.set('2026-10-31T04:00:00Z')
    await pay(first, 100_000)
    await pay(second, 200_000)
    const { bills } = await answered<HouseholdArrears>(head.get(`${path}/households/${unitId}/arrears`))
    await pay(bills.find(({ owedFen }) => owedFen === 1_000)!.id, 1_000)
    expect(codeOf(await ask(second))).toBe('LATE_FEE_PAID')
    await answered(ask(first), 201)
    const [waiver] = await waiting()
    await answered(head.post(`${path}/late-fee-waivers/${waiver!.id}/approve`, { version: waiver!.version }))
    expect(await feeBills()).toMatchObject([
      { fen: 500, reversed: true },
      { fen: 1_000, reversed: false },
    ])
    await expectBooksToAgree(app.owner)
  })
})
