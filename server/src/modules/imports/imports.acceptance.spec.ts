import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ImportStory, nothing } from '../../../test/import-story.ts'
import type { Person } from '../../../test/person.ts'
import { binary, bytesOf, home, opened, workbookOf } from '../../../test/workbook.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let story: ImportStory
let community: TestCommunity
let manager: Person
let here: string
beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  story = await ImportStory.begin(app)
  ;({ community, manager, here } = story)
})

describe('importing a workbook', () => {
  it('[ORG-02] is tried dry first, told row by row, applied for the good rows, changes nothing again, and can be undone', async () => {
    const before = await story.archive()
    const lines = [
      home(101, { delivered: '2023-12-20', share: 100, plates: '沪A12345、沪AD12345', spaces: 'B1-023' }),
      home(102, { building: '2号楼', phone: '123', use: '住房' }),
      home(103, { building: '2号楼' }),
    ]
    const batch = await story.checked(lines)
    expect(batch).toMatchObject({ state: 'checked', fileName: '住户.xlsx', rowsRead: 3, rowsFaulty: 1, faults: 2, counts: null })
    const expected = { ...nothing, buildingsAdded: 1, unitsAdded: 2, residentsAdded: 2, residenciesAdded: 2, spacesAdded: 1, vehiclesAdded: 2 } // prettier-ignore
    expect(batch.expected).toEqual(expected)
    expect(await story.archive()).toEqual(before)
    const faults = await manager.get(`${here}/imports/${batch.id}/faults`)
    expect(faults.body).toEqual({
      items: [
        { row: 3, column: '用途', content: '住房', reason: expect.stringContaining('不能识别') },
        { row: 3, column: '手机', content: '123', reason: expect.stringContaining('不是有效的号码') },
      ],
      nextCursor: null,
    })

    const done = await story.appliedNow(batch, 'good')
    expect(done).toMatchObject({ state: 'applied', counts: expected, appliedByName: manager.name })
    expect(await story.archive()).toMatchObject({
      buildings: ['1号楼', '2号楼'],
      units: [
        ['1号楼1单元101', 1, 'dwelling', 'occupied', 900000, '2023-12-20'],
        ['2号楼1单元103', 1, 'dwelling', 'occupied', 900000, null],
      ],
      residencies: [
        ['1号楼1单元101', '住户101', '13900000101', 'owner', '2024-05-01', null, 100],
        ['2号楼1单元103', '住户103', '13900000103', 'owner', '2024-05-01', null, null],
      ],
      vehicles: ['沪A12345', '沪AD12345'],
      spaces: [['B1-023', 'owned']],
    })

    const again = await story.applied(lines, 'good')
    expect(again.counts).toEqual({ ...nothing, unitsUnchanged: 2, residentsUnchanged: 2, residenciesUnchanged: 2 })

    const back = await story.undone(done)
    expect(back).toMatchObject({ state: 'undone', undone: { removed: 10, restored: 0, left: 0 }, undoneByName: manager.name })
    expect(await story.archive()).toEqual(before)
  })

  it('[ORG-02] changes what differs, and undo puts back what stood there', async () => {
    const empty = await story.archive()
    const first = await story.applied([home(101, { delivered: '2023-01-01' }), home(102, { building: '2号楼' })])
    const before = await story.archive()
    const second = await story.applied([
      home(101, { state: '出租', area: 88.5, delivered: '2023-02-02', until: '2030-01-01', share: 50 }),
    ])
    expect(second.counts).toMatchObject({ unitsChanged: 1, residenciesChanged: 1, unitsAdded: 0 })
    expect(await story.archive()).not.toEqual(before)
    expect((await story.undone(second)).undone).toEqual({ removed: 0, restored: 2, left: 0 })
    expect(await story.archive()).toEqual(before)
    expect((await story.undone(first)).undone).toEqual({ removed: 7, restored: 0, left: 0 })
    expect(await story.archive()).toEqual(empty)
  })

  it('[ORG-02] with one wrong row writes nothing when all were asked for', async () => {
    const batch = await story.checked([home(101), home(102, { floor: '六' })])
    const refused = await story.applying(batch, 'all')
    expect([refused.status, refused.body.code]).toEqual([409, 'IMPORT_HAS_FAULTS'])
    expect(refused.body.detail).toContain('1 行')
    await app.deliver()
    expect(await story.now(batch.id)).toMatchObject({ state: 'checked', version: batch.version })
  })

  it('[ORG-02] understands a messy workbook and says what it passed over', async () => {
    const workbook = await opened(await workbookOf([home(101), { ...home(102), building: null }, home(103)]))
    const sheet = workbook.worksheets[0]!
    sheet.mergeCells('A2:A3')
    sheet.getCell('Q1').value = '欠费'
    sheet.spliceRows(1, 0, ['一诺花园住户台账'], [])
    sheet.addRow(['合计', null, null, '3户'])
    const batch = await story.checkedFile(await bytesOf(workbook))
    expect(batch.notes).toEqual(expect.arrayContaining(['表头在第 3 行，上面的内容没有读取', '不认识的列没有导入：欠费']))
    expect(batch).toMatchObject({ rowsRead: 3, rowsFaulty: 0, expected: { unitsAdded: 3 } })
  })

  it('[ORG-02] gives the sender’s own rows back with what became of each', async () => {
    const batch = await story.checked([home(101), home(102, { phone: '123' })])
    const report = await manager.get(`${here}/imports/${batch.id}/report`).buffer(true).parse(binary)
    expect(report.headers['content-type']).toContain('spreadsheetml')
    const sheet = (await opened(report.body as Buffer)).worksheets[0]!
    expect(sheet.getCell('Q1').value).toBe('导入结果')
    expect([sheet.getCell('Q2').value, sheet.getCell('Q3').value]).toEqual(['可以导入', '有错'])
    expect(sheet.getCell('R3').value).toContain('手机')
    const template = await manager.get(`${here}/import-template`).buffer(true).parse(binary)
    expect((await opened(template.body as Buffer)).worksheets.map(({ name }) => name)).toEqual(['房屋与住户', '填写说明'])
  })

  it('[ORG-02] tells that the archive changed since the dry run, and takes a car at another home for a fault', async () => {
    const batch = await story.checked([home(101, { plates: '沪A12345' }), home(102)])
    await story.applied([home(102), home(103, { plates: '沪A12345' })])
    const stopped = await story.appliedNow(batch, 'all')
    expect(stopped).toMatchObject({ state: 'checked', rowsFaulty: 1, counts: null })
    expect(stopped.problem).toContain('档案有了变动')
    const faults = await manager.get(`${here}/imports/${batch.id}/faults`)
    expect(faults.body.items).toMatchObject([{ row: 2, column: '车牌', content: '沪A12345', reason: expect.stringContaining('1号楼1单元103') }]) // prettier-ignore
    const done = await story.appliedNow(stopped, 'good')
    expect(done).toMatchObject({ state: 'applied', expected: { unitsAdded: 2 }, counts: { unitsAdded: 0, unitsUnchanged: 1 } })
  })

  it('[ORG-02] lists its batches, newest first, and pages through faults', async () => {
    await story.checked([home(101)])
    const second = await story.checked(Array.from({ length: 25 }, (_, index) => home(200 + index, { phone: '1' })))
    const { body } = await manager.get(`${here}/imports?limit=1`)
    expect(body.items).toMatchObject([{ id: second.id, createdByName: manager.name, state: 'checked' }])
    const older = await manager.get(`${here}/imports?limit=1&cursor=${body.nextCursor}`)
    expect(older.body).toMatchObject({ items: [{ rowsRead: 1 }], nextCursor: null })
    const page = await manager.get(`${here}/imports/${second.id}/faults?limit=20`)
    const rest = await manager.get(`${here}/imports/${second.id}/faults?limit=20&cursor=${page.body.nextCursor}`)
    expect([...page.body.items, ...rest.body.items].map(({ row }: { row: number }) => row)).toEqual(Array.from({ length: 25 }, (_, index) => index + 2)) // prettier-ignore
  })
})

describe('what is no workbook', () => {
  it.each([
    ['a text that is called one', Buffer.from('我不是表格'), '住户.xlsx', 'IMPORT_NOT_XLSX', '另存为 .xlsx'],
    ['an old or locked one', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '住户.xls', 'IMPORT_NOT_XLSX', '加密'],
    ['an empty file', Buffer.alloc(0), '住户.xlsx', 'FILE_EMPTY', '空'],
  ])('[ORG-02] is refused at once: %s', async (_, content, name, code, advice) => {
    const answer = await story.sending(content, { name })
    expect(answer.body).toMatchObject({ code, detail: expect.stringContaining(advice) })
  })

  it('[ORG-02] is refused by its ending where it may hold macros', async () => {
    const answer = await story.sending(await workbookOf([home(101)]), { name: '住户.xlsm' })
    expect([answer.status, answer.body.code]).toEqual([415, 'IMPORT_NOT_XLSX'])
  })

  it('[ORG-02] is refused when too large', async () => {
    const answer = await story.sending(Buffer.alloc(21 * 1024 * 1024))
    expect([answer.status, answer.body.code]).toEqual([413, 'IMPORT_TOO_LARGE'])
  })

  it('[ORG-02] is told after reading where only reading shows it', async () => {
    const workbook = await opened(await workbookOf([home(101)]))
    workbook.worksheets[0]!.getCell('D1').value = '备注'
    const batch = await story.checkedFile(await bytesOf(workbook))
    expect(batch).toMatchObject({ state: 'unreadable', problem: expect.stringContaining('缺少列：房号') })
    expect((await story.applying(batch, 'good')).body.code).toBe('IMPORT_STATE')
  })
})

describe('who may import', () => {
  it('[ORG-02] brings sixty workbooks an hour', async () => {
    await app.owner.query(
      `INSERT INTO import_batches (community_id, id, file_name, file_bytes, state, created_by, created_by_name, created_at)
       SELECT $1, gen_random_uuid(), 'x.xlsx', 1, 'unreadable', $2, '经理', $3 FROM generate_series(1, 60)`,
      [community.id, manager.staffId, app.clock.now()],
    )
    const content = await workbookOf([home(101)])
    expect((await story.sending(content)).body).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    app.clock.advance({ minutes: 61 })
    expect((await story.sending(content)).status).toBe(201)
  })

  it('[ORG-02] is who holds the permission, in that community', async () => {
    const batch = await story.checked([home(101)])
    const clerk = await app.world.staff(community, { post: 'front-desk' })
    const elsewhere = await app.world.community({ companyId: await app.world.company() })
    const foreigner = await app.world.staff(elsewhere, { post: 'project-manager' })
    const there = `/communities/${elsewhere.id}`
    expect((await clerk.get(`${here}/imports`)).status).toBe(403)
    expect((await story.sending(await workbookOf([home(101)]), { person: clerk })).status).toBe(403)
    expect((await foreigner.get(`${here}/imports/${batch.id}`)).status).toBe(404)
    for (const path of ['', '/faults', '/leftovers', '/report'])
      expect((await foreigner.get(`${there}/imports/${batch.id}${path}`)).status).toBe(404)
    expect((await foreigner.post(`${there}/imports/${batch.id}/apply`, { mode: 'all', version: 1 })).status).toBe(404)
    expect((await foreigner.post(`${there}/imports/${batch.id}/undo`, { version: 1 })).status).toBe(404)
  })
})
