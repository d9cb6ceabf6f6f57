import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type {
  AccountSheet,
  ClosingChecks,
  LedgerEntryRow,
  LedgerEntryView,
  NewAdjustment,
  NewTransfer,
  Page,
  Problem,
  TrialBalance,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { BookDesk } from '../../../test/book-desk.ts'
import { answered } from '../../../test/improvement-story.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'

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
const nothing = { fileIds: [], documentIds: [], caseIds: [] }
const transfer = (more: Partial<NewTransfer> = {}): NewTransfer => ({
  ...{ from: 'cash', to: 'bank', amountFen: 30_000, bookedOn: '2026-10-20', text: '现金缴存银行', ...nothing, ...more },
})
const moved = (more: Partial<NewTransfer> = {}) =>
  answered<LedgerEntryView>(desk.clerk.post(`${desk.path}/ledger-transfers`, transfer(more)), 201)
const listed = (filters: string) => answered<Page<LedgerEntryRow>>(desk.clerk.get(`${desk.path}/ledger-entries?${filters}`))

describe('the books', () => {
  it('[FIN-05] are read entry by entry: searched, by account, fund, kind and day, page by page, and as a workbook', async () => {
    await desk.enter({ text: '路灯维修 100%', category: 'maintenance', happenedOn: '2026-10-03' })
    await desk.enter({ fund: 'parking', category: 'labour', happenedOn: '2026-10-05', text: '车场岗亭' })
    await moved()
    expect((await listed('')).items.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['transfer', 30_000],
      ['spending', 120_000],
      ['spending', 120_000],
    ])
    expect((await listed(`query=${encodeURIComponent('100%')}`)).items).toHaveLength(1)
    expect((await listed('account=cash')).items.map(({ kind }) => kind)).toEqual(['transfer'])
    expect((await listed('fund=parking')).items.map(({ text }) => text)).toEqual(['车场岗亭'])
    expect((await listed('kind=spending&from=2026-10-04&to=2026-10-31')).items).toHaveLength(1)
    const first = await listed('limit=2')
    const rest = await listed(`limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map(({ bookedOn }) => bookedOn)).toEqual(['2026-10-20', '2026-10-05', '2026-10-03'])
    const workbook = await desk.clerk.post(`${desk.path}/exports`, { list: 'ledgerEntries', filters: { kind: 'spending' } })
    expect(workbook.status).toBe(200)
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] show an entry with its lines and vouchers', async () => {
    const fileIds = [await desk.clerk.photo(desk.community.id)]
    const entry = await moved({ fileIds })
    expect(entry.lines).toMatchObject([
      { account: 'bank', side: 'debit', amountFen: 30_000 },
      { account: 'cash', side: 'credit', amountFen: 30_000 },
    ])
    expect(entry.papers).toEqual([expect.objectContaining({ kind: 'file', file: expect.objectContaining({ id: fileIds[0] }) })])
    const foreign = await desk.head.post(`${desk.path}/ledger-transfers`, transfer({ fileIds }))
    expect([foreign.status, codeOf(foreign)]).toEqual([404, 'NOT_FOUND'])
  })

  it('[FIN-05] tell what each account held, in a trial balance and line by line', async () => {
    await desk.enter({
      side: 'income',
      fund: 'common-income',
      category: 'advertising',
      amountFen: 500_000,
      happenedOn: '2026-09-10',
    })
    await desk.enter({ happenedOn: '2026-10-08' })
    await moved()
    const trial = await answered<TrialBalance>(desk.clerk.get(`${desk.path}/trial-balance?month=2026-10`))
    const of = (account: string) => trial.accounts.find((row) => row.account === account)
    expect(of('bank')).toEqual({
      account: 'bank',
      openingFen: 500_000,
      debitFen: 30_000,
      creditFen: 120_000,
      closingFen: 410_000,
    })
    expect(of('income')).toMatchObject({ openingFen: 500_000, closingFen: 500_000 })
    expect(of('cash')).toMatchObject({ closingFen: -30_000 })
    expect(trial.debitFen).toBe(trial.creditFen)
    const sheet = await answered<AccountSheet>(desk.clerk.get(`${desk.path}/account-sheet?account=bank&month=2026-10&limit=1`))
    expect(sheet).toMatchObject({ openingFen: 500_000, items: [{ side: 'credit', amountFen: 120_000, balanceFen: 380_000 }] })
    const next = await answered<AccountSheet>(
      desk.clerk.get(`${desk.path}/account-sheet?account=bank&month=2026-10&limit=1&cursor=${sheet.nextCursor}`),
    )
    expect(next).toMatchObject({ items: [{ side: 'debit', balanceFen: 410_000 }], nextCursor: null })
    const empty = await answered<AccountSheet>(desk.clerk.get(`${desk.path}/account-sheet?account=suspense&month=2026-10`))
    expect(empty).toEqual({ openingFen: 0, items: [], nextCursor: null })
  })

  it('[FIN-05] take an adjustment only when it balances and says whose money it is, and give it back by its mirror', async () => {
    const lines: NewAdjustment['lines'] = [
      { account: 'expense', side: 'debit', amountFen: 900, fund: 'parking', category: 'other' },
      { account: 'expense', side: 'credit', amountFen: 900, fund: 'property-fee', category: 'other' },
    ]
    const adjust = (more: Partial<NewAdjustment>) =>
      desk.clerk.post(`${desk.path}/ledger-adjustments`, {
        lines,
        bookedOn: '2026-10-31',
        text: '更正资金类别',
        ...nothing,
        ...more,
      })
    for (const wrong of [
      { lines: [lines[0]!, { ...lines[1]!, amountFen: 899 }] },
      { lines: [{ account: 'expense' as const, side: 'debit' as const, amountFen: 900 }, lines[1]!] },
      { bookedOn: '2026-11-22' },
    ])
      expect((await adjust(wrong)).status).toBe(400)
    const entry = await answered<LedgerEntryView>(adjust({}), 201)
    expect(entry.lines.map(({ publishedAs }) => publishedAs)).toEqual(['spent', 'spent'])
    const reverse = () => desk.clerk.post(`${desk.path}/ledger-entries/${entry.id}/reverse`, { reason: '做错了' })
    const reversal = await answered<LedgerEntryView>(reverse(), 201)
    expect(reversal).toMatchObject({ kind: 'reversal', reverses: entry.id, bookedOn: '2026-11-21' })
    const again = await reverse()
    expect([again.status, codeOf(again)]).toEqual([409, 'DUPLICATE'])
    const record = await desk.enter()
    const others = await desk.clerk.post(`${desk.path}/ledger-entries/${record.entryId}/reverse`, { reason: '不该在这里' })
    expect(codeOf(others)).toBe('ENTRY_NOT_BY_HAND')
    await expectBooksToAgree(app.owner)
  })
})

describe('a month', () => {
  it('[FIN-05] is closed in order, once it is over and nothing of it waits; afterwards nothing is booked in it', async () => {
    await desk.enter({ happenedOn: '2026-09-10' })
    const waiting = await desk.enter({ happenedOn: '2026-09-11', amountFen: 900_000 })
    expect((await desk.months()).next).toBe('2026-09')
    expect((await desk.close('2026-10', 409)).code).toBe('MONTH_NOT_NEXT')
    const checks = await answered<ClosingChecks>(desk.clerk.get(`${desk.path}/closing-checks?month=2026-09`))
    expect(checks.checks.find(({ check }) => check === 'records-asked')).toMatchObject({ count: 1, blocks: true })
    expect((await desk.close('2026-09', 409)).code).toBe('MONTH_HAS_OPEN')
    await answered(desk.head.post(`${desk.path}/fund-records/${waiting.id}/approve`, { version: waiting.version }))
    expect((await desk.clerk.post(`${desk.path}/ledger-months/close`, { month: '2026-09' })).status).toBe(403)
    const after = await desk.close('2026-09')
    expect(after.months.find(({ month }) => month === '2026-09')).toMatchObject({
      closed: true,
      spentFen: 1_020_000,
      last: { what: 'closed' },
    })
    const late = await desk.clerk.post(`${desk.path}/fund-records`, desk.spending({ happenedOn: '2026-09-30' }))
    expect([late.status, codeOf(late)]).toEqual([409, 'PERIOD_CLOSED'])
    await desk.close('2026-10')
    expect((await desk.close('2026-11', 409)).code).toBe('MONTH_NOT_OVER')
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] is opened again by who may, the last one first, with a reason on the record', async () => {
    await desk.enter({ happenedOn: '2026-09-10' })
    await desk.close('2026-09')
    await desk.close('2026-10')
    const reopen = (month: string) => desk.head.post(`${desk.path}/ledger-months/reopen`, { month, reason: '漏记电梯维保费' })
    expect(codeOf(await reopen('2026-09'))).toBe('MONTH_NOT_CLOSED')
    await answered(reopen('2026-10'))
    await answered(reopen('2026-09'))
    expect((await desk.months()).next).toBe('2026-09')
    await desk.enter({ happenedOn: '2026-09-12' })
    const { rows } = await app.owner.query(
      `SELECT action, after ->> 'reason' AS reason FROM audit_entries WHERE community_id = $1 AND action = 'ledger.reopen' ORDER BY id`,
      [desk.community.id],
    )
    expect(rows).toEqual([
      { action: 'ledger.reopen', reason: '漏记电梯维保费' },
      { action: 'ledger.reopen', reason: '漏记电梯维保费' },
    ])
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] is closed while others book in it: what came first is in it, what came later is refused, nothing lies between', async () => {
    await desk.enter({ happenedOn: '2026-10-01' })
    const spending = Array.from({ length: 12 }, (_, day) =>
      desk.clerk.post(`${desk.path}/fund-records`, desk.spending({ happenedOn: `2026-10-${String(day + 2).padStart(2, '0')}` })),
    )
    const closings = [1, 2].map(() => desk.head.post(`${desk.path}/ledger-months/close`, { month: '2026-10' }))
    const [booked, closed] = await Promise.all([Promise.all(spending), Promise.all(closings)])
    expect(closed.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = booked.filter(({ status }) => status !== 201)
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'PERIOD_CLOSED'))
    const { items } = await listed('kind=spending&limit=100')
    expect(items).toHaveLength(1 + booked.length - refused.length)
    await expectBooksToAgree(app.owner)
  })
})
