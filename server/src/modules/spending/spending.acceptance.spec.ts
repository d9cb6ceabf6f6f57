import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { FundRecordRow, FundRecordRules, FundRecordView, FundSums, Page, Problem, SupplierRow } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { BookDesk } from '../../../test/book-desk.ts'
import { answered } from '../../../test/improvement-story.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import { RepairStory } from '../../../test/repair-story.ts'

let app: TestApp
let desk: BookDesk

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T04:00:00Z')
  desk = await BookDesk.open(app)
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const listed = (filters: string) => answered<Page<FundRecordRow>>(desk.clerk.get(`${desk.path}/fund-records?${filters}`))
const supplier = async (name: string) =>
  answered<SupplierRow>(
    desk.clerk.post(`${desk.path}/suppliers`, { name, contact: '王经理', taxNumber: '91110000MA0000000X' }),
    201,
  )

describe('spending and other income', () => {
  it('[FIN-05] is entered with fund, category, supplier and vouchers, and stands in the books', async () => {
    const { id: supplierId } = await supplier('洁净保洁公司')
    const fileIds = [await desk.clerk.photo(desk.community.id), await desk.clerk.photo(desk.community.id)]
    const record = await desk.enter({ supplierId, fileIds, reference: 'FP-20261008' })
    expect(record).toMatchObject({
      state: 'booked',
      supplierName: '洁净保洁公司',
      vouchers: 2,
      papers: [{ kind: 'file' }, { kind: 'file' }],
    })
    const { body } = await desk.clerk.get(`${desk.path}/ledger-entries/${record.entryId}`)
    expect(body).toMatchObject({
      kind: 'spending',
      bookedOn: '2026-10-08',
      text: '洁净保洁公司：十月保洁费',
      papers: [{ kind: 'file' }, { kind: 'file' }],
      lines: [
        { account: 'expense', side: 'debit', fund: 'property-fee', category: 'cleaning', publishedAs: 'spent' },
        { account: 'bank', side: 'credit' },
      ],
    })
    await desk.enter({ side: 'income', fund: 'common-income', category: 'express', amountFen: 60_000, text: '快递柜场地费' })
    expect((await listed('side=income')).items).toMatchObject([{ category: 'express', amountFen: 60_000 }])
    expect((await listed(`query=${encodeURIComponent('洁净')}`)).items.map(({ id }) => id)).toEqual([record.id])
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] is refused with a category of the other side, on a day to come, or to a supplier that is stopped', async () => {
    const refused = async (more: object) => {
      const answer = await desk.clerk.post(`${desk.path}/fund-records`, { ...desk.spending(), ...more })
      return [answer.status, codeOf(answer)]
    }
    expect(await refused({ category: 'advertising' })).toEqual([400, 'VALIDATION_FAILED'])
    expect(await refused({ side: 'income', category: 'other', fund: 'collected' })).toEqual([400, 'VALIDATION_FAILED'])
    expect(await refused({ happenedOn: '2026-11-22' })).toEqual([400, 'VALIDATION_FAILED'])
    const { id, version } = await supplier('停用的公司')
    await answered(desk.clerk.put(`${desk.path}/suppliers/${id}`, { name: '停用的公司', stopped: true, version }))
    expect(await refused({ supplierId: id })).toEqual([409, 'SUPPLIER_STOPPED'])
    const elsewhere = await BookDesk.open(app)
    expect((await elsewhere.clerk.get(`${elsewhere.path}/suppliers?stopped=true`)).body).toMatchObject({ items: [] })
  })

  it('[FIN-05] names nobody else’s supplier, case or photo as its own', async () => {
    const elsewhere = await BookDesk.open(app)
    const { id: supplierId } = await answered<SupplierRow>(
      elsewhere.clerk.post(`${elsewhere.path}/suppliers`, { name: '别家的供应商', contact: '', taxNumber: '' }),
      201,
    )
    const { id: caseId } = await (await RepairStory.begin(app)).report()
    const fileIds = [await elsewhere.clerk.photo(elsewhere.community.id)]
    for (const more of [{ supplierId }, { caseIds: [caseId] }, { documentIds: [caseId] }, { fileIds }]) {
      const answer = await desk.clerk.post(`${desk.path}/fund-records`, { ...desk.spending(), ...more })
      expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND'])
    }
    expect((await listed('')).items).toEqual([])
  })

  it('[FIN-05] above the limit waits for another person, who books it or sends it back', async () => {
    await answered(desk.head.put(`${desk.path}/fund-record-rules`, { approveAboveFen: 100_000 }))
    const [first, second] = [await desk.enter(), await desk.enter()]
    expect([first.state, first.entryId]).toEqual(['asked', null])
    expect(await answered<FundRecordRules>(desk.clerk.get(`${desk.path}/fund-record-rules`))).toEqual({
      approveAboveFen: 100_000,
      waiting: 2,
    })
    const approve = { version: first.version }
    expect((await desk.clerk.post(`${desk.path}/fund-records/${first.id}/approve`, approve)).status).toBe(403)
    const own = await answered<FundRecordView>(desk.head.post(`${desk.path}/fund-records`, desk.spending()), 201)
    const alone = await desk.head.post(`${desk.path}/fund-records/${own.id}/approve`, { version: own.version })
    expect(codeOf(alone)).toBe('RECORD_OWN')
    const booked = await answered<FundRecordView>(desk.head.post(`${desk.path}/fund-records/${first.id}/approve`, approve))
    expect(booked).toMatchObject({ state: 'booked', decidedByName: desk.head.name })
    const refusal = { version: second.version, reason: '缺少发票' }
    const refused = await answered<FundRecordView>(desk.head.post(`${desk.path}/fund-records/${second.id}/refuse`, refusal))
    expect(refused).toMatchObject({ state: 'refused', because: '缺少发票', entryId: null })
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] is put right by a reversal and a new one, never edited', async () => {
    const record = await desk.enter()
    const wish = { version: record.version, reason: '金额录错' }
    const both = await Promise.all([1, 2].map(() => desk.head.post(`${desk.path}/fund-records/${record.id}/reverse`, wish)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await desk.enter({ amountFen: 102_000 })
    const sums = await answered<FundSums>(desk.clerk.get(`${desk.path}/fund-sums?from=2026-10-01&to=2026-11-30`))
    expect(sums.categories).toEqual([{ category: 'cleaning', receivedFen: 0, spentFen: 102_000 }])
    expect(sums.months).toEqual([
      { month: '2026-10', fund: 'property-fee', receivedFen: 0, spentFen: 222_000 },
      { month: '2026-11', fund: 'property-fee', receivedFen: 0, spentFen: -120_000 },
    ])
    const workbook = await desk.clerk.post(`${desk.path}/exports`, { list: 'fundRecords', filters: {} })
    expect(workbook.status).toBe(200)
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] names suppliers of the company once, for all its communities', async () => {
    const { id, version } = await supplier('安顺电梯')
    expect(codeOf(await desk.clerk.post(`${desk.path}/suppliers`, { name: '安顺电梯' }))).toBe('DUPLICATE')
    const change = { name: '安顺电梯工程', contact: '李工', phone: '010-66668888', stopped: false, version }
    expect(await answered<SupplierRow>(desk.clerk.put(`${desk.path}/suppliers/${id}`, change))).toMatchObject({
      contact: '李工',
      version: 2,
    })
    expect(codeOf(await desk.clerk.put(`${desk.path}/suppliers/${id}`, change))).toBe('STALE_VERSION')
    const other = await app.world.community({ companyId: desk.community.companyId })
    const colleague = await app.world.staff(other, { permissions: ['ledger.read'] })
    const seen = await answered<Page<SupplierRow>>(colleague.get(`/communities/${other.id}/suppliers`))
    expect(seen.items.map(({ name }) => name)).toEqual(['安顺电梯工程'])
  })
})
