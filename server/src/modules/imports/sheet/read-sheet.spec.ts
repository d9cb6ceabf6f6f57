import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import ExcelJS from 'exceljs'
import { bytesOf, home, opened, titlesOf, valuesOf, workbookOf } from '../../../../test/workbook.ts'
import { columnOrder } from './columns.ts'
import { readInThread } from './in-thread.ts'
import { readSheet } from './read-sheet.ts'
import { markWorkbook } from './reports.ts'
import { template } from './template.ts'

let folder: string
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinuo-sheets-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function kept(content: Buffer | ExcelJS.Workbook): Promise<string> {
  const path = join(folder, `${++count}.xlsx`)
  await writeFile(path, content instanceof ExcelJS.Workbook ? await bytesOf(content) : content)
  return path
}

const reading = async (content: Buffer | ExcelJS.Workbook) => readSheet(await kept(content), 'residential')

function sheetWith(rows: readonly unknown[][], fit: (sheet: ExcelJS.Worksheet) => void = () => undefined): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('住户台账')
  sheet.addRows(rows as unknown[])
  fit(sheet)
  return workbook
}

describe('a messy workbook', () => {
  it('[ORG-02] may have a title and notes above its headings', async () => {
    const workbook = sheetWith([['一诺花园住户台账'], ['制表：张三  2026年3月'], [], titlesOf(), valuesOf(home(101))], (sheet) =>
      sheet.mergeCells('A1:P1'),
    )
    const { good, faults, notes } = await reading(workbook)
    expect(faults).toEqual([])
    expect(good).toMatchObject([{ row: 5, unit: { label: '1号楼1单元101' } }])
    expect(notes).toEqual(['表头在第 4 行，上面的内容没有读取'])
  })

  it('[ORG-02] may have its columns in another order, under other headings, and columns of its own', async () => {
    const headings = ['序号', '姓名', '联系电话', '身份', '楼 号', '单元号', '所在楼层', '房间号', '房屋用途', '建筑面积（平方米）', '入住状态', '备注'] // prettier-ignore
    const row = [1, '王小明', 13800001234, '业主', 3, 2, '6层', 601, '住宅', '98.6㎡', '自住', '欠费']
    const { good, notes } = await reading(sheetWith([headings, row]))
    expect(good).toMatchObject([
      {
        unit: { label: '3号楼2单元601', floor: 6, areaSquareCentimetres: 986_000 },
        resident: { name: '王小明', phone: '13800001234', validFrom: null },
      },
    ])
    expect(notes).toEqual(['不认识的列没有导入：序号、备注'])
  })

  it('[ORG-02] may have merged buildings and merged homes of several people', async () => {
    const family = { floor: null, number: null, use: null, area: null, state: null }
    const rows = [home(101), home(101, { ...family, name: '李红', phone: '13800005678', role: '家属' }), home(102)]
    const workbook = sheetWith([titlesOf(), ...rows.map((row) => valuesOf(row))], (sheet) => {
      sheet.mergeCells('A2:A6')
      sheet.mergeCells('B2:B6')
      for (const column of ['C', 'D', 'E', 'F', 'G']) sheet.mergeCells(`${column}2:${column}3`)
    })
    const { good, faults, rows: read } = await reading(workbook)
    expect(faults).toEqual([])
    expect(read).toBe(3)
    expect(good.map(({ unit, resident }) => [unit.label, resident!.name])).toEqual([
      ['1号楼1单元101', '住户101'],
      ['1号楼1单元101', '李红'],
      ['1号楼1单元102', '住户102'],
    ])
  })

  it('[ORG-02] may write numbers as text, in full width, with spaces, and days as bare numbers', async () => {
    const typed = {
      building: ' １号楼 ',
      floor: '１',
      number: '１０１',
      area: '９０．５',
      phone: '１３９ ００００ ０１０１',
      from: 45413,
    }
    const { good } = await reading(await workbookOf([home(101, typed)]))
    expect(good).toMatchObject([
      { unit: { label: '1号楼1单元101', floor: 1, areaSquareCentimetres: 905_000 }, resident: { phone: '13900000101', validFrom: '2024-05-01' } }, // prettier-ignore
    ])
  })

  it.each([
    ['where the buildings stand', null],
    ['in a column of their own', '序号'],
  ])('[ORG-02] may end in a sum and blank rows, the sum told %s', async (_, own) => {
    const before = own === null ? [] : [own]
    const total = ['合计', ...before.map(() => null), null, null, '2户', null, { formula: 'SUM(F2:F3)', result: 180 }]
    const homes = [home(101), home(102)].map((line, index) => [...before.map(() => index + 1), ...valuesOf(line)])
    const workbook = sheetWith([[...before, ...titlesOf()], ...homes, total, [], ['', ' '], []], (sheet) => {
      sheet.getRow(200).getCell(3).numFmt = '@'
    })
    const { rows, faults, notes } = await reading(workbook)
    expect({ rows, faults, notes: notes.at(-1) }).toEqual({ rows: 2, faults: [], notes: '第 4 行是合计，没有导入' })
  })

  it('[ORG-02] may have several sheets, some of them hidden: the one with the headings is read, and told', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('说明').addRow(['请勿外传'])
    workbook.addWorksheet('旧数据', { state: 'hidden' }).addRows([titlesOf(), valuesOf(home(999))])
    workbook.addWorksheet('一期').addRows([titlesOf(), valuesOf(home(101))])
    workbook.addWorksheet('二期').addRows([titlesOf(), valuesOf(home(201))])
    const { good, notes } = await reading(workbook)
    expect(good.map(({ unit }) => unit.number)).toEqual(['101'])
    expect(notes).toEqual(['读取的工作表：一期', '没有读取的工作表（每次只导入一张）：二期', '隐藏的工作表没有读取：旧数据'])
  })

  it('[ORG-02] may be an old sheet without the newer columns', async () => {
    const old = columnOrder.slice(0, 12)
    const { good, faults } = await reading(sheetWith([titlesOf(old), valuesOf(home(101), old)]))
    expect(faults).toEqual([])
    expect(good).toMatchObject([{ unit: { deliveredOn: null }, plates: [], spaces: [] }])
  })

  it('[ORG-02] may keep a share as a percentage', async () => {
    const workbook = await opened(await workbookOf([home(101, { share: 0.5 })]))
    workbook.worksheets[0]!.getCell('N2').numFmt = '0%'
    expect((await reading(workbook)).good).toMatchObject([{ resident: { sharePercent: 50 } }])
  })

  it('[ORG-02] without our headings is refused with what is missing on the sheet that comes nearest', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('封面').addRow(['一诺花园'])
    workbook.addWorksheet('台账').addRow(titlesOf().filter((title) => title !== '房号'))
    await expect(reading(workbook)).rejects.toThrow('工作表“台账”缺少列：房号。')
  })
})

describe('a workbook in a thread', () => {
  it('[ORG-02] is read as elsewhere and tells how far it is', async () => {
    const path = await kept(await workbookOf(Array.from({ length: 1200 }, (_, index) => home(index + 101))))
    const told: number[] = []
    const sheet = await readInThread(path, 'residential', (done, total) => {
      expect(total).toBe(1200)
      told.push(done)
    })
    expect(sheet).toEqual(await readSheet(path, 'residential'))
    expect(told).toEqual([500, 1000])
  })

  it('[ORG-02] is refused in the words it would be refused in elsewhere', async () => {
    await expect(readInThread(await kept(Buffer.from('我不是表格')), 'residential', () => undefined)).rejects.toThrow(
      '不是 Excel',
    )
  })
})

describe('a workbook that lies about its size', () => {
  it('[ORG-02] is unpacked no further than it says', async () => {
    const honest = await workbookOf([home(101)])
    const lying = Buffer.from(honest)
    const entry = lying.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    lying.writeUInt32LE(1, entry + 24)
    await expect(reading(lying)).rejects.toThrow('异常庞大')
  })
})

describe('the template', () => {
  it('[ORG-02] offers what may be chosen and says how it is filled in', async () => {
    const workbook = await opened(await bytesOf(template()))
    const [sheet, help] = workbook.worksheets
    expect(sheet!.getRow(1).values).toEqual([undefined, ...titlesOf()])
    expect(sheet!.getCell('E2').dataValidation).toMatchObject({ type: 'list', formulae: ['"住宅,商铺,办公,储藏,车位"'] })
    expect(sheet!.getCell('J4000').dataValidation).toMatchObject({ formulae: ['"业主,家属,租户"'] })
    expect(help!.getColumn(1).values).toEqual(expect.arrayContaining(titlesOf()))
  })
})

describe('a workbook given back', () => {
  it('[ORG-02] is the sender’s own, with the outcome behind each row and the wrong cells marked', async () => {
    const workbook = sheetWith([['台账'], [...titlesOf(), '备注'], [...valuesOf(home(101)), '留着'], valuesOf(home(102, { phone: '123' })), ['合计']]) // prettier-ignore
    const from = await kept(workbook)
    const to = join(folder, 'marked.xlsx')
    const { faults } = await readSheet(from, 'residential')
    await markWorkbook({ from, to, faults, word: { good: '可以导入', wrong: '有错' } })
    const marked = new ExcelJS.Workbook()
    await marked.xlsx.readFile(to)
    const sheet = marked.worksheets[0]!
    expect([sheet.getCell('A1').value, sheet.getCell('Q3').value]).toEqual(['台账', '留着'])
    expect(['R2', 'S2', 'R3', 'R4', 'R5'].map((at) => sheet.getCell(at).value)).toEqual([
      '导入结果',
      '原因',
      '可以导入',
      '有错',
      null,
    ])
    expect(sheet.getCell('S4').value).toContain('手机不是有效的号码')
    expect(sheet.getCell('I4').fill).toMatchObject({ fgColor: { argb: 'FFFBD5D2' } })
    expect(sheet.getCell('I3').fill).toBeUndefined()
    expect((await readSheet(to, 'residential')).notes.join()).not.toContain('导入结果')
  })
})
