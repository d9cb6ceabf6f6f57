import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import ExcelJS from 'exceljs'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { columnOrder, columns, harmless, template } from '../modules/imports/index.ts'
import { runImport, type ImportOutcome } from './run-import.ts'
import type { ImportWish } from './wishes.ts'

const UNITS = 10_000
const now = new Date('2026-11-21T04:00:00Z')

let database: TestDatabase
let client: pg.Client
let folder: string
let community = ''
let count = 0

beforeAll(async () => {
  database = await openTestDatabase()
  client = new pg.Client(database.ownerUrl)
  await client.connect()
  await client.query(`INSERT INTO companies (id, name) VALUES (gen_random_uuid(), '物业公司')`)
  folder = await mkdtemp(join(tmpdir(), 'yinuo-import-'))
})
afterAll(async () => {
  await client.end()
  await database.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  community = `小区${++count}`
})

const wish = (file: string, more: Partial<ImportWish> = {}): ImportWish => ({
  file,
  community,
  create: null,
  goodRows: false,
  report: `${file}.问题.xlsx`,
  ...more,
})
const founding = { propertyType: 'residential' as const, address: '', hotline: '010-12345678' }

type Line = readonly unknown[]
const home = (room: number, more: Partial<Record<number, unknown>> = {}): Line =>
  Object.assign(
    [
      '1号楼',
      '1单元',
      1,
      String(room),
      '住宅',
      90,
      '自住',
      `住户${room}`,
      `1390000${String(room).padStart(4, '0')}`,
      '业主',
      '2024-05-01',
      null,
    ],
    more,
  )

async function sheetOf(
  lines: readonly Line[],
  titles: readonly string[] = columnOrder.map((column) => columns[column].title),
): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('表').addRows([titles, ...lines])
  const file = join(folder, `${++count}.xlsx`)
  await workbook.xlsx.writeFile(file)
  return file
}

const importing = async (lines: readonly Line[], more: Partial<ImportWish> = { create: founding }): Promise<ImportOutcome> =>
  runImport(client, wish(await sheetOf(lines), more), now)

async function units(): Promise<{ label: string; state: string; version: number; residents: string[] }[]> {
  const { rows } = await client.query(
    `SELECT u.label, u.state, u.version, coalesce(array_agg(r.name ORDER BY r.name) FILTER (WHERE r.id IS NOT NULL), '{}') AS residents
     FROM units u JOIN communities c ON c.id = u.community_id
     LEFT JOIN residencies h ON h.unit_id = u.id LEFT JOIN residents r ON r.id = h.resident_id
     WHERE c.name = $1 GROUP BY u.id, u.label, u.state, u.version ORDER BY u.label`,
    [community],
  )
  return rows
}

async function reported(outcome: ImportOutcome): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(outcome.report!)
  const lines: unknown[][] = []
  workbook.worksheets[0]!.eachRow((row, number) => {
    if (number > 1) lines.push((row.values as unknown[]).slice(1))
  })
  return lines
}

describe('importing a community from a spreadsheet', () => {
  it(`[ORG-02] brings ${UNITS} units with their people in within seconds, and again changes nothing`, async () => {
    const lines = Array.from({ length: UNITS }, (_, index) => {
      const [building, room] = [Math.floor(index / 100) + 1, (index % 100) + 101]
      return [`${building}号楼`, `${(index % 2) + 1}单元`, Math.floor(room / 100), String(room), '住宅', 90.5, '自住', `住户${index}`, `139${String(index).padStart(8, '0')}`, '业主', null, null] // prettier-ignore
    })
    const file = await sheetOf(lines)
    const began = performance.now()
    const { counts } = await runImport(client, wish(file, { create: founding }), now)
    const seconds = (performance.now() - began) / 1000
    expect(counts).toMatchObject({
      buildingsAdded: 100,
      unitsAdded: UNITS,
      unitsChanged: 0,
      residentsAdded: UNITS,
      residenciesAdded: UNITS,
      residenciesChanged: 0,
    })
    expect(seconds).toBeLessThan(20)
    const again = await runImport(client, wish(file), new Date('2026-12-24T04:00:00Z'))
    expect(again.counts).toEqual({
      buildingsAdded: 0,
      unitsAdded: 0,
      unitsChanged: 0,
      unitsUnchanged: UNITS,
      residentsAdded: 0,
      residentsUnchanged: UNITS,
      residenciesAdded: 0,
      residenciesChanged: 0,
      residenciesUnchanged: UNITS,
      spacesAdded: 0,
      vehiclesAdded: 0,
    })
    const audited = await client.query(
      `SELECT 1 FROM audit_entries a JOIN communities c ON c.id = a.community_id WHERE c.name = $1`,
      [community],
    )
    expect(audited.rowCount).toBe(1)
  }, 60_000)

  it('[ORG-02] writes nothing when one row is wrong, and says which row, column and why', async () => {
    const outcome = await importing([home(101), home(102, { 4: '住房', 8: '123' }), home(103)])
    expect(outcome).toMatchObject({ rows: 3, written: 0, faulty: 1, counts: null })
    expect(await reported(outcome)).toEqual([
      [3, '用途', '住房', expect.stringContaining('不能识别')],
      [3, '手机', '123', expect.stringContaining('不是有效的号码')],
    ])
    expect((await client.query('SELECT 1 FROM communities WHERE name = $1', [community])).rowCount).toBe(0)
  })

  it('[ORG-02] writes the good rows alone when asked to', async () => {
    const outcome = await importing([home(101), home(102, { 5: { formula: '9*10', result: 90 } }), home(103), home(101)], {
      create: founding,
      goodRows: true,
    })
    expect(outcome).toMatchObject({ rows: 4, written: 2, faulty: 2 })
    expect((await units()).map(({ label }) => label)).toEqual(['1号楼1单元101', '1号楼1单元103'])
    expect(await reported(outcome)).toEqual([
      [3, '面积(㎡)', expect.anything(), expect.stringContaining('公式')],
      [5, '整行', '1号楼1单元101', '与第 2 行重复'],
    ])
  })

  it('[ORG-02] changes what differs, adds what is missing and removes nobody', async () => {
    await importing([home(101), home(102)])
    const { counts } = await importing(
      [home(101, { 6: '出租', 7: '新租户', 8: '13900009999', 9: '租户', 11: '2027-01-01' }), home(103)],
      {},
    )
    expect(counts).toMatchObject({ buildingsAdded: 0, unitsAdded: 1, unitsChanged: 1, residentsAdded: 2, residenciesAdded: 2 })
    expect(await units()).toEqual([
      { label: '1号楼1单元101', state: 'let', version: 2, residents: ['住户101', '新租户'] },
      { label: '1号楼1单元102', state: 'occupied', version: 1, residents: ['住户102'] },
      { label: '1号楼1单元103', state: 'occupied', version: 1, residents: ['住户103'] },
    ])
  })

  it('[ORG-02] knows one person under one name and number, in however many homes', async () => {
    const same = { 7: '王小明', 8: '13912345678' }
    const { counts } = await importing([home(101, same), home(102, same), home(103, { 7: '王小明', 8: '13912345679' })])
    expect(counts).toMatchObject({ residentsAdded: 2, residenciesAdded: 3 })
  })

  it('[ORG-01] stands buildings in the order of their numbers', async () => {
    await importing([home(101, { 0: '10号楼' }), home(102, { 0: '2号楼' }), home(103, { 0: 1 })])
    const { rows } = await client.query(
      'SELECT b.name FROM buildings b JOIN communities c ON c.id = b.community_id WHERE c.name = $1 ORDER BY ordinal',
      [community],
    )
    expect(rows.map(({ name }) => name)).toEqual(['1号楼', '2号楼', '10号楼'])
  })

  it('[ORG-02] takes words that mean something to databases and spreadsheets as words', async () => {
    const names = ["'; DROP TABLE units; --", '=HYPERLINK("http://x")', '<script>alert(1)</script>', '𠮷田', '{{7*7}}']
    await importing(names.map((name, index) => home(101 + index, { 7: name })))
    expect((await units()).flatMap(({ residents }) => residents)).toEqual(names)
  })

  it('[ORG-01] a new community can be worked in at once: it has a standard and a calendar', async () => {
    await importing([home(101)])
    const { rows } = await client.query(
      `SELECT s.preset, w.slots FROM communities c JOIN standard_adoptions s ON s.community_id = c.id JOIN work_calendars w ON w.community_id = c.id WHERE c.name = $1`,
      [community],
    )
    expect(rows).toMatchObject([{ preset: 'A', slots: expect.any(Array) }])
  })

  it('[ORG-01] a name that is not there, or is there already, is told', async () => {
    await expect(importing([home(101)], {})).rejects.toThrow('没有名为')
    await importing([home(101)])
    await expect(importing([home(101)])).rejects.toThrow('已经存在')
  })
})

describe('a file that is no sheet of households', () => {
  it('[ORG-02] is refused as a whole', async () => {
    const text = join(folder, 'text.xlsx')
    await writeFile(text, '我不是表格')
    const zip = join(folder, 'zip.xlsx')
    await writeFile(zip, Buffer.from('504b0506' + '00'.repeat(18), 'hex'))
    await expect(runImport(client, wish(text, { create: founding }), now)).rejects.toThrow('不是 Excel')
    await expect(runImport(client, wish(zip, { create: founding }), now)).rejects.toThrow(/不是 Excel|没有可见的工作表/)
  })

  it('[ORG-02] is refused before it is unpacked when it would unpack to gigabytes', async () => {
    const file = join(folder, 'bomb.xlsx')
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(0xfffffff0, 24)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(1, 10)
    await writeFile(file, Buffer.concat([entry, end]))
    await expect(runImport(client, wish(file, { create: founding }), now)).rejects.toThrow('异常庞大')
  })

  it('[ORG-02] says which columns are missing', async () => {
    const file = await sheetOf([['3号楼']], ['楼栋', '房号'])
    await expect(runImport(client, wish(file, { create: founding }), now)).rejects.toThrow(
      '缺少列：单元、楼层、用途、面积(㎡)、状态、姓名、手机、身份',
    )
  })

  it('[ORG-02] may have its columns in another order', async () => {
    const order = [...columnOrder].reverse()
    const line = [...home(101), null, null, null, null].reverse()
    const file = await sheetOf(
      [line],
      order.map((column) => columns[column].title),
    )
    expect(await runImport(client, wish(file, { create: founding }), now)).toMatchObject({ written: 1 })
  })
})

describe('the template', () => {
  it('[ORG-02] can be imported as it is given out', async () => {
    const file = join(folder, 'template.xlsx')
    await template().xlsx.writeFile(file)
    expect(await runImport(client, wish(file, { create: founding }), now)).toMatchObject({ rows: 1, written: 1, faulty: 0 })
    expect(await units()).toMatchObject([{ label: '3号楼2单元601', residents: ['王小明'] }])
  })
})

describe('a report', () => {
  it.each(['=1+1', '+8613800001234', '-1', '@SUM(A1)'])('holds %j as text', (content) =>
    expect(harmless(content)).toBe(`'${content}`),
  )
})
