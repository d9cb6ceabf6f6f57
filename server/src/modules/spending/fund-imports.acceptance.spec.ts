import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { FundImportCheck, FundImportDone, FundImportRow, FundRecordRow, Page, Problem } from '@yinuo/contracts'
import ExcelJS from 'exceljs'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { BookDesk } from '../../../test/book-desk.ts'
import { answered } from '../../../test/improvement-story.ts'
import { expectBooksToAgree } from '../../../test/money-oracle.ts'
import { binary, bytesOf, opened } from '../../../test/workbook.ts'
import { fundColumns, type FundColumn } from './sheet/columns.ts'

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

type Line = Partial<Record<FundColumn, unknown>>

const cleaning: Line = {
  ...{ day: '2026-10-08', side: '支出', fund: '物业费', category: '保洁服务', amount: 1200, account: '银行转账' },
  text: '十月保洁费',
}
const rent: Line = { ...cleaning, side: '收入', fund: '公共收益', category: '公共用房与场地', amount: '¥50.50', text: '会议室' }

async function workbookOf(lines: readonly Line[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const order = Object.keys(fundColumns) as FundColumn[]
  const titles = order.map((column) => fundColumns[column].title)
  workbook.addWorksheet('收支').addRows([titles, ...lines.map((line) => order.map((column) => line[column] ?? null))])
  return bytesOf(workbook)
}

const send = (path: string, content: Buffer, { key = randomUUID() as string, name = '十月收支.xlsx' } = {}) =>
  request(app.url)
    .post(`/api${desk.path}/${path}`)
    .set('authorization', `Bearer ${desk.clerk.token}`)
    .set('idempotency-key', key)
    .attach('file', content, name)

const check = async (lines: readonly Line[]) => answered<FundImportCheck>(send('fund-imports/check', await workbookOf(lines)))
const enter = async (lines: readonly Line[]) => answered<FundImportDone>(send('fund-imports', await workbookOf(lines)), 201)
const records = async () => (await answered<Page<FundRecordRow>>(desk.clerk.get(`${desk.path}/fund-records?limit=100`))).items
const undo = (id: string) => desk.head.post(`${desk.path}/fund-imports/${id}/undo`, { reason: '导错了文件' })
const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code

describe('importing spending and income', () => {
  it('[FIN-05] tries a workbook dry, enters it as a whole, and changes nothing a second time', async () => {
    const expected = { rows: 2, fresh: 2, known: 0, waiting: 0, spendingFen: 120_000, incomeFen: 5_050, faults: [] }
    expect(await check([cleaning, rent])).toMatchObject(expected)
    expect(await records()).toEqual([])
    const done = await enter([cleaning, rent])
    expect(done).toMatchObject({ entered: 2, known: 0, waiting: 0 })
    expect(await records()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ side: 'spending', amountFen: 120_000, state: 'booked', happenedOn: '2026-10-08' }),
        expect.objectContaining({ side: 'income', category: 'premises', amountFen: 5_050, state: 'booked' }),
      ]),
    )
    expect(await check([cleaning, rent])).toMatchObject({ fresh: 0, known: 2 })
    expect(await enter([cleaning, rent])).toEqual({ id: null, entered: 0, known: 2, waiting: 0 })
    // The same twice on one day is two, and one of them stands there.
    expect(await enter([rent, rent])).toMatchObject({ entered: 1, known: 1 })
    expect(await records()).toHaveLength(3)
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] gives row and reason of every fault, and with one of them enters nothing', async () => {
    const before = await desk.enter({ happenedOn: '2026-09-30', text: '九月保洁费' })
    await desk.close('2026-09')
    const faulty = [
      cleaning,
      { ...cleaning, amount: '一千' },
      { ...cleaning, amount: 12.345 },
      { ...cleaning, day: '2026-13-01', category: '广告位' },
      { ...cleaning, day: '2026-11-22' },
      { ...cleaning, day: '2026-09-30' },
      { ...cleaning, supplier: '没有的公司' },
      { ...rent, fund: '代收代缴' },
      { ...cleaning, account: null },
    ]
    const { faults, fresh } = await check(faulty)
    expect(faults.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [3, '金额(元)', '金额(元)应为大于 0 的数，最多两位小数'],
      [4, '金额(元)', '金额(元)应为大于 0 的数，最多两位小数'],
      [5, '日期', expect.stringContaining('不是有效的日期')],
      [5, '项目', expect.stringContaining('“广告位”不能识别')],
      [6, '日期', '日期不能晚于今天'],
      [7, '日期', '日期所在的月份已经结账，不能再登记'],
      [8, '供应商', '供应商没有登记，请先在“供应商”里添加'],
      [9, '资金类别', expect.stringContaining('代收代缴只能由账单收取')],
      [10, '收付方式', '收付方式必须填写'],
    ])
    expect(fresh).toBe(4)
    const refused = await send('fund-imports', await workbookOf(faulty))
    expect([refused.status, codeOf(refused)]).toEqual([409, 'FUND_IMPORT_FAULTY'])
    expect((await records()).map(({ id }) => id)).toEqual([before.id])
    const text = await send('fund-imports/check', Buffer.from('日期,金额'))
    expect([text.status, codeOf(text)]).toEqual([415, 'IMPORT_NOT_XLSX'])
  })

  it('[FIN-05] sends what is above the limit to a second person', async () => {
    await answered(desk.head.put(`${desk.path}/fund-record-rules`, { approveAboveFen: 100_000 }))
    expect(await check([cleaning, rent])).toMatchObject({ fresh: 2, waiting: 1 })
    const { id } = await enter([cleaning, rent])
    const [asked] = (await records()).filter(({ state }) => state === 'asked')
    expect(asked).toMatchObject({ amountFen: 120_000, entryId: null })
    const wish = { version: asked!.version }
    expect((await desk.clerk.post(`${desk.path}/fund-records/${asked!.id}/approve`, wish)).status).toBe(403)
    await answered(undo(id!))
    expect((await records()).map(({ side, state, because }) => [side, state, because]).sort()).toEqual([
      ['income', 'reversed', '导错了文件'],
      ['spending', 'refused', '导错了文件'],
    ])
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] is taken back as a whole by reversal while the month is open, and can then be entered anew', async () => {
    const { id } = await enter([cleaning, rent])
    expect((await desk.clerk.post(`${desk.path}/fund-imports/${id}/undo`, { reason: '导错了文件' })).status).toBe(403)
    expect(await answered<FundImportRow>(undo(id!))).toMatchObject({ undoneByName: desk.head.name, undoneBecause: '导错了文件' })
    expect(codeOf(await undo(id!))).toBe('FUND_IMPORT_UNDONE')
    expect((await records()).map(({ state }) => state)).toEqual(['reversed', 'reversed'])
    const again = await enter([cleaning, rent])
    expect(again.entered).toBe(2)
    await desk.close('2026-10')
    expect(codeOf(await undo(again.id!))).toBe('PERIOD_CLOSED')
    const list = await answered<Page<FundImportRow>>(desk.clerk.get(`${desk.path}/fund-imports`))
    expect(list.items.map(({ fileName, undoneAt }) => [fileName, undoneAt !== null])).toEqual([
      ['十月收支.xlsx', false],
      ['十月收支.xlsx', true],
    ])
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] enters a workbook once, however often and however many at once send it', async () => {
    const content = await workbookOf([cleaning, rent])
    const key = randomUUID()
    const answers = await Promise.all([
      send('fund-imports', content, { key }),
      send('fund-imports', content, { key }),
      send('fund-imports', content),
    ])
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(1)
    expect(await records()).toHaveLength(2)
    await expectBooksToAgree(app.owner)
  })

  it('[FIN-05] offers a template that, filled in as its example shows, is taken', async () => {
    const { body } = await desk.clerk.get(`${desk.path}/fund-import-template`).buffer(true).parse(binary)
    const template = await opened(body as Buffer)
    expect(template.worksheets[0]!.name).toBe('收支登记')
    const taken = await answered<FundImportCheck>(send('fund-imports/check', body as Buffer))
    expect(taken).toMatchObject({ rows: 1, fresh: 1, faults: [] })
  })

  it('[FIN-05] takes five hundred rows at once, and says so beyond', async () => {
    const lines = Array.from({ length: 500 }, (_, row) => ({ ...cleaning, text: `第 ${row} 笔` }))
    expect((await enter(lines)).entered).toBe(500)
    const more = await send('fund-imports/check', await workbookOf([...lines, cleaning]))
    expect([more.status, codeOf(more)]).toEqual([422, 'IMPORT_UNREADABLE'])
    await expectBooksToAgree(app.owner)
  })
})
