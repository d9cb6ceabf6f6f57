import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { ImportBatch, ImportCounts, ImportMode } from '@yinuo/contracts'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { home, opened, workbookOf, type Line } from '../../../test/workbook.ts'
import { Jobs } from '../../platform/jobs/index.ts'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { ForgetWorkbooks } from './index.ts'

let app: TestApp
let community: TestCommunity
let manager: Person
let here: string
beforeAll(async () => {
  app = await startApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  community = await app.world.community()
  manager = await app.world.staff(community, { post: 'project-manager' })
  here = `/communities/${community.id}`
})

const sending = (person: Person, content: Buffer, { name = '住户.xlsx', key = randomUUID(), to = here } = {}) =>
  request(app.url)
    .post(`/api${to}/imports`)
    .set('authorization', `Bearer ${person.token}`)
    .set('idempotency-key', key)
    .attach('file', content, name)

async function batchOf(answer: PromiseLike<{ status: number; text: string; body: unknown }>): Promise<ImportBatch> {
  const { status, text, body } = await answer
  if (status >= 300) throw new Error(text)
  return body as ImportBatch
}

const now = (id: string) => batchOf(manager.get(`${here}/imports/${id}`))

async function checked(lines: readonly Line[]): Promise<ImportBatch> {
  const { id } = await batchOf(sending(manager, await workbookOf(lines)))
  await app.deliver()
  return now(id)
}

const applying = ({ id, version }: ImportBatch, mode: ImportMode = 'all') =>
  manager.post(`${here}/imports/${id}/apply`, { mode, version })

async function applied(lines: readonly Line[], mode: ImportMode = 'all'): Promise<ImportBatch> {
  const batch = await checked(lines)
  await batchOf(applying(batch, mode))
  await app.deliver()
  return now(batch.id)
}

async function undone({ id, version }: ImportBatch): Promise<ImportBatch> {
  await batchOf(manager.post(`${here}/imports/${id}/undo`, { version }))
  await app.deliver()
  return now(id)
}

/** Everything the archive holds of the community, but for ids. */
async function archive(): Promise<unknown> {
  const { rows } = await app.owner.query(
    `SELECT (SELECT jsonb_agg(b.name ORDER BY b.name) FROM buildings b WHERE b.community_id = $1) AS buildings,
       (SELECT jsonb_agg(jsonb_build_array(u.label, u.floor, u.use, u.state, u.area_square_centimetres, u.delivered_on) ORDER BY u.label)
        FROM units u WHERE u.community_id = $1) AS units,
       (SELECT jsonb_agg(jsonb_build_array(u.label, r.name, r.phone, h.role, h.valid_from, h.valid_until, h.share_percent) ORDER BY u.label, r.name)
        FROM residencies h JOIN units u ON u.id = h.unit_id JOIN residents r ON r.id = h.resident_id WHERE h.community_id = $1) AS residencies,
       (SELECT count(*)::int FROM residents WHERE community_id = $1) AS residents,
       (SELECT jsonb_agg(v.plate ORDER BY v.plate) FROM vehicles v WHERE v.community_id = $1) AS vehicles,
       (SELECT jsonb_agg(jsonb_build_array(p.number, p.tenure) ORDER BY p.number) FROM parking_spaces p WHERE p.community_id = $1) AS spaces`,
    [community.id],
  )
  return rows[0]
}

const nothing: ImportCounts = {
  buildingsAdded: 0,
  unitsAdded: 0,
  unitsChanged: 0,
  unitsUnchanged: 0,
  residentsAdded: 0,
  residentsUnchanged: 0,
  residenciesAdded: 0,
  residenciesChanged: 0,
  residenciesUnchanged: 0,
  spacesAdded: 0,
  vehiclesAdded: 0,
}

describe('importing a workbook', () => {
  it('[ORG-02] is tried dry first, told row by row, applied for the good rows, changes nothing again, and can be undone', async () => {
    const before = await archive()
    const lines = [
      home(101, { delivered: '2023-12-20', share: 100, plates: '沪A12345、沪AD12345', spaces: 'B1-023' }),
      home(102, { building: '2号楼', phone: '123', use: '住房' }),
      home(103, { building: '2号楼' }),
    ]
    const batch = await checked(lines)
    expect(batch).toMatchObject({ state: 'checked', fileName: '住户.xlsx', rowsRead: 3, rowsFaulty: 1, faults: 2, counts: null })
    const expected = { ...nothing, buildingsAdded: 1, unitsAdded: 2, residentsAdded: 2, residenciesAdded: 2, spacesAdded: 1, vehiclesAdded: 2 } // prettier-ignore
    expect(batch.expected).toEqual(expected)
    expect(await archive()).toEqual(before)
    const faults = await manager.get(`${here}/imports/${batch.id}/faults`)
    expect(faults.body).toEqual({
      items: [
        { row: 3, column: '用途', content: '住房', reason: expect.stringContaining('不能识别') },
        { row: 3, column: '手机', content: '123', reason: expect.stringContaining('不是有效的号码') },
      ],
      nextCursor: null,
    })

    await batchOf(applying(batch, 'good'))
    await app.deliver()
    const done = await now(batch.id)
    expect(done).toMatchObject({ state: 'applied', counts: expected, appliedByName: manager.name })
    expect(await archive()).toMatchObject({
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

    const again = await applied(lines, 'good')
    expect(again.counts).toEqual({ ...nothing, unitsUnchanged: 2, residentsUnchanged: 2, residenciesUnchanged: 2 })

    const back = await undone(done)
    expect(back).toMatchObject({ state: 'undone', undone: { removed: 10, restored: 0, left: 0 }, undoneByName: manager.name })
    expect(await archive()).toEqual(before)
  })

  it('[ORG-02] changes what differs, and undo puts back what stood there', async () => {
    const empty = await archive()
    const first = await applied([home(101, { delivered: '2023-01-01' }), home(102, { building: '2号楼' })])
    const before = await archive()
    const second = await applied([
      home(101, { state: '出租', area: 88.5, delivered: '2023-02-02', until: '2030-01-01', share: 50 }),
    ])
    expect(second.counts).toMatchObject({ unitsChanged: 1, residenciesChanged: 1, unitsAdded: 0 })
    expect(await archive()).not.toEqual(before)
    expect((await undone(second)).undone).toEqual({ removed: 0, restored: 2, left: 0 })
    expect(await archive()).toEqual(before)
    expect((await undone(first)).undone).toEqual({ removed: 7, restored: 0, left: 0 })
    expect(await archive()).toEqual(empty)
  })

  it('[ORG-02] with one wrong row writes nothing when all were asked for', async () => {
    const batch = await checked([home(101), home(102, { floor: '六' })])
    const refused = await applying(batch, 'all')
    expect([refused.status, refused.body.code]).toEqual([409, 'IMPORT_HAS_FAULTS'])
    expect(refused.body.detail).toContain('1 行')
    await app.deliver()
    expect(await now(batch.id)).toMatchObject({ state: 'checked', version: batch.version })
  })

  it('[ORG-02] understands a messy workbook and says what it passed over', async () => {
    const workbook = await opened(await workbookOf([home(101), { ...home(102), building: null }, home(103)]))
    const sheet = workbook.worksheets[0]!
    sheet.mergeCells('A2:A3')
    sheet.getCell('Q1').value = '欠费'
    sheet.spliceRows(1, 0, ['一诺花园住户台账'], [])
    sheet.addRow(['合计', null, null, '3户'])
    const { id } = await batchOf(sending(manager, Buffer.from(await workbook.xlsx.writeBuffer())))
    await app.deliver()
    const batch = await now(id)
    expect(batch.notes).toEqual(expect.arrayContaining(['表头在第 3 行，上面的内容没有读取', '不认识的列没有导入：欠费']))
    expect(batch).toMatchObject({ rowsRead: 3, rowsFaulty: 0, expected: { unitsAdded: 3 } })
  })

  it('[ORG-02] gives the sender’s own rows back with what became of each', async () => {
    const batch = await checked([home(101), home(102, { phone: '123' })])
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
    const batch = await checked([home(101, { plates: '沪A12345' }), home(102)])
    await applied([home(102), home(103, { plates: '沪A12345' })])
    await batchOf(applying(batch, 'all'))
    await app.deliver()
    const stopped = await now(batch.id)
    expect(stopped).toMatchObject({ state: 'checked', rowsFaulty: 1, counts: null })
    expect(stopped.problem).toContain('档案有了变动')
    const faults = await manager.get(`${here}/imports/${batch.id}/faults`)
    expect(faults.body.items).toMatchObject([{ row: 2, column: '车牌', content: '沪A12345', reason: expect.stringContaining('1号楼1单元103') }]) // prettier-ignore
    await batchOf(applying(stopped, 'good'))
    await app.deliver()
    const done = await now(batch.id)
    expect(done).toMatchObject({ state: 'applied', expected: { unitsAdded: 2 }, counts: { unitsAdded: 0, unitsUnchanged: 1 } })
  })

  it('[ORG-02] lists its batches, newest first, and pages through faults', async () => {
    await checked([home(101)])
    const second = await checked(Array.from({ length: 25 }, (_, index) => home(200 + index, { phone: '1' })))
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
    const answer = await sending(manager, content, { name })
    expect(answer.body).toMatchObject({ code, detail: expect.stringContaining(advice) })
  })

  it('[ORG-02] is refused by its ending where it may hold macros', async () => {
    const answer = await sending(manager, await workbookOf([home(101)]), { name: '住户.xlsm' })
    expect([answer.status, answer.body.code]).toEqual([415, 'IMPORT_NOT_XLSX'])
  })

  it('[ORG-02] is refused when too large', async () => {
    const answer = await sending(manager, Buffer.alloc(21 * 1024 * 1024))
    expect([answer.status, answer.body.code]).toEqual([413, 'IMPORT_TOO_LARGE'])
  })

  it('[ORG-02] is told after reading where only reading shows it', async () => {
    const workbook = await opened(await workbookOf([home(101)]))
    workbook.worksheets[0]!.getCell('D1').value = '备注'
    const { id } = await batchOf(sending(manager, Buffer.from(await workbook.xlsx.writeBuffer())))
    await app.deliver()
    expect(await now(id)).toMatchObject({ state: 'unreadable', problem: expect.stringContaining('缺少列：房号') })
    expect((await manager.post(`${here}/imports/${id}/apply`, { mode: 'good', version: 2 })).body.code).toBe('IMPORT_STATE')
  })
})

describe('undoing an import', () => {
  it('[ORG-02] leaves what was changed or used since, with the reason', async () => {
    const batch = await applied([home(101), home(102), home(103, { building: '2号楼' }), home(104, { building: '2号楼' })])
    const { rows } = await app.owner.query<{ id: string; label: string }>('SELECT id, label FROM units WHERE community_id = $1', [community.id]) // prettier-ignore
    const unit = (label: string) => rows.find((row) => row.label === label)!.id
    await app.owner.query('UPDATE units SET state = $2, version = version + 1 WHERE id = $1', [unit('1号楼1单元101'), 'let'])
    const stranger = await app.world.stranger()
    await app.owner.query('UPDATE residents SET account_id = $2 WHERE community_id = $1 AND name = $3', [community.id, stranger.accountId, '住户102']) // prettier-ignore
    const place = { kind: 'unit', id: unit('2号楼1单元103') }
    const report = { place, category: 'taps', urgency: 'routine', description: '龙头滴水', fileIds: [], reporter: { name: '王', phone: '13912345678' } } // prettier-ignore
    expect((await manager.post(`${here}/repairs`, report)).status).toBe(201)

    const back = await undone(batch)
    expect(back.state).toBe('undone')
    const { body } = await manager.get(`${here}/imports/${batch.id}/leftovers?limit=100`)
    expect(body.items.map(({ kind, label, reason }: Record<string, string>) => `${kind} ${label}：${reason}`).sort()).toEqual([
      'buildings 2号楼：已有工单',
      'residencies 1号楼1单元102 住户102：住户已绑定微信账号',
      'residents 住户102：已绑定微信账号',
      'units 1号楼1单元101：导入之后有人修改过',
      'units 1号楼1单元102：还有人登记在此',
      'units 2号楼1单元103：已有工单',
    ])
    expect(await archive()).toMatchObject({ residents: 1, units: [['1号楼1单元101'], ['1号楼1单元102'], ['2号楼1单元103']].map((label) => expect.arrayContaining(label)) }) // prettier-ignore
  })

  it('[ORG-02] happens once, with an entry in the record, and not before the import or after a month', async () => {
    const batch = await checked([home(101)])
    const early = await manager.post(`${here}/imports/${batch.id}/undo`, { version: batch.version })
    expect(early.body).toMatchObject({ code: 'IMPORT_STATE', detail: expect.stringContaining('待确认') })
    await batchOf(applying(batch))
    await app.deliver()
    const done = await now(batch.id)
    const both = await Promise.all([1, 2].map(() => manager.post(`${here}/imports/${batch.id}/undo`, { version: done.version })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await app.deliver()
    const { rows } = await app.owner.query('SELECT action, actor_name FROM audit_entries WHERE subject_id = $1 ORDER BY at, id', [batch.id]) // prettier-ignore
    expect(rows.map(({ action }) => action).sort()).toEqual(['archive.import', 'archive.import-undo', 'imports.apply', 'imports.undo', 'imports.upload']) // prettier-ignore
    expect(rows.every(({ actor_name }) => actor_name === manager.name)).toBe(true)

    const old = await applied([home(101)])
    app.clock.advance({ days: 31 })
    const late = await manager.post(`${here}/imports/${old.id}/undo`, { version: old.version })
    expect([late.status, late.body.code]).toEqual([410, 'IMPORT_FORGOTTEN'])
    await app.nest.get(ForgetWorkbooks).run()
    expect(await now(old.id)).toMatchObject({ keepsFile: false, undoableUntil: null, state: 'applied' })
    const kept = await app.owner.query('SELECT 1 FROM import_changes WHERE batch_id = $1', [old.id])
    expect(kept.rowCount).toBe(0)
    expect((await manager.get(`${here}/imports/${old.id}/report`)).body.code).toBe('IMPORT_FORGOTTEN')
  })

  it('[ORG-02] is the only way in which residents, vehicles and what else it made are removed', async () => {
    await applied([home(101)])
    const { default: pg } = await import('pg')
    const client = new pg.Client(app.databases.appUrl)
    await client.connect()
    await client.query(`SET app.communities = '${community.id}'`)
    for (const table of ['vehicles', 'parking_spaces', 'residencies', 'residents', 'buildings'])
      expect((await client.query(`DELETE FROM ${table}`)).rowCount).toBe(0)
    await client.end()
  })
})

describe('an import that is interrupted or asked for twice', () => {
  it('[ORG-02] is applied once, however often it is asked for', async () => {
    const batch = await checked([home(101), home(102)])
    const key = randomUUID()
    const wish = { mode: 'all', version: batch.version }
    const answers = await Promise.all([
      manager.post(`${here}/imports/${batch.id}/apply`, wish),
      manager.post(`${here}/imports/${batch.id}/apply`, wish),
      manager.post(`${here}/imports/${batch.id}/apply`, wish, key),
    ])
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    await app.deliver()
    expect(await now(batch.id)).toMatchObject({ state: 'applied', counts: { unitsAdded: 2 } })
    const { rows } = await app.owner.query(`SELECT count(*)::int AS count FROM audit_entries WHERE subject_id = $1 AND action = 'archive.import'`, [batch.id]) // prettier-ignore
    expect(rows).toEqual([{ count: 1 }])
  })

  it('[ORG-02] sent twice under one key is one batch', async () => {
    const key = randomUUID()
    const content = await workbookOf([home(101)])
    const first = await batchOf(sending(manager, content, { key }))
    expect((await batchOf(sending(manager, content, { key }))).id).toBe(first.id)
    expect((await manager.get(`${here}/imports`)).body.items.length).toBe(1)
  })

  it('[ORG-02] killed in the middle of writing leaves nothing behind, and the next try completes it', async () => {
    const before = await archive()
    const batch = await checked(Array.from({ length: 50 }, (_, index) => home(101 + index)))
    await batchOf(applying(batch))
    await app.nest.get(OutboxRelay).deliverDue()
    const holder = await app.owner.connect()
    await holder.query('BEGIN; LOCK TABLE residencies IN SHARE MODE')
    const working = app.nest.get(Jobs).runDueJobs()
    const writer = await eventually(async () => {
      const { rows } = await holder.query<{ pid: number }>(
        `SELECT pid FROM pg_locks WHERE relation = 'residencies'::regclass AND NOT granted AND mode = 'RowExclusiveLock'`,
      )
      return rows[0]?.pid
    })
    expect(await now(batch.id)).toMatchObject({ state: 'applying', stage: 'writing', rowsDone: 50, rowsTotal: 50 })
    await holder.query('SELECT pg_terminate_backend($1)', [writer])
    await working
    await holder.query('ROLLBACK')
    holder.release()
    expect(await archive()).toEqual(before)
    expect(await now(batch.id)).toMatchObject({ state: 'applying' })
    await app.nest.get(Jobs).runDueJobs({ ahead: true })
    expect(await now(batch.id)).toMatchObject({ state: 'applied', counts: { unitsAdded: 50 } })
  })
})

describe('who may import', () => {
  it('[ORG-02] is who holds the permission, in that community', async () => {
    const batch = await checked([home(101)])
    const clerk = await app.world.staff(community, { post: 'front-desk' })
    const elsewhere = await app.world.community({ companyId: await app.world.company() })
    const foreigner = await app.world.staff(elsewhere, { post: 'project-manager' })
    const there = `/communities/${elsewhere.id}`
    expect((await clerk.get(`${here}/imports`)).status).toBe(403)
    expect((await sending(clerk, await workbookOf([home(101)]))).status).toBe(403)
    expect((await foreigner.get(`${here}/imports/${batch.id}`)).status).toBe(404)
    for (const path of ['', '/faults', '/leftovers', '/report'])
      expect((await foreigner.get(`${there}/imports/${batch.id}${path}`)).status).toBe(404)
    expect((await foreigner.post(`${there}/imports/${batch.id}/apply`, { mode: 'all', version: 1 })).status).toBe(404)
    expect((await foreigner.post(`${there}/imports/${batch.id}/undo`, { version: 1 })).status).toBe(404)
  })
})

async function eventually<Answer>(look: () => Promise<Answer | undefined>): Promise<Answer> {
  for (let left = 500; left > 0; left--) {
    const answer = await look()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it never happened')
}

function binary(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = []
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (part: Buffer) => parts.push(part))
  stream.on('end', () => done(null, Buffer.concat(parts)))
}
