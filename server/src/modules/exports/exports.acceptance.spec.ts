import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  codesOf,
  exportableLists,
  type AuditRow,
  type ExportableListCode,
  type Page,
  type Permission,
  type UnitRow,
} from '@yinuo/contracts'
import ExcelJS from 'exceljs'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { eventually } from '../../../test/eventually.ts'
import { inertText } from '../../platform/workbooks/index.ts'

let app: TestApp
let community: TestCommunity
let manager: Person
beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  manager = await app.world.staff(community, { post: 'project-manager' })
}, 60_000)
afterAll(() => app.close())

type Sheet = (string | number | Date | null)[][]

const asked = (person: Person, list: ExportableListCode, body: object = {}, at = community.id) =>
  person.post(`/communities/${at}/exports`, { list, filters: {}, ...body })

/** The rows of a workbook without its titles. */
async function sheetOf(person: Person, list: ExportableListCode, body: object = {}): Promise<{ titles: unknown[]; rows: Sheet }> {
  const answer = await asked(person, list, body)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => done(null, Buffer.concat(parts)))
    })
  if (answer.status !== 200) throw new Error(`${answer.status} ${(answer.body as Buffer).toString()}`)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(answer.body as never)
  const rows: Sheet = []
  workbook.worksheets[0]!.eachRow((row) => rows.push((row.values as Sheet[number]).slice(1)))
  return { titles: rows[0]!, rows: rows.slice(1) }
}

async function allOf<Row>(person: Person, path: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = (await person.get(`${path}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)) as { body: Page<Row> }
    rows.push(...body.items)
    cursor = body.nextCursor
  }
  return rows
}

async function exportEntries(): Promise<AuditRow[]> {
  const { body } = await manager.get(`/audit?communityId=${community.id}&subject=lists.export&limit=100`)
  return (body as Page<AuditRow>).items
}

describe('[ORG-02] a list exported', () => {
  const formula = '=HYPERLINK("http://evil.example","点我")'

  beforeAll(async () => {
    await app.owner.query(
      `INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres)
       SELECT $1, gen_random_uuid(), $2, '2单元', n / 4 + 1, n::text, '1号楼2单元' || n, 'dwelling', 'occupied', 986000
       FROM generate_series(1, 250) n`,
      [community.id, community.buildingId],
    )
    await app.owner.query(
      `WITH r AS (INSERT INTO residents (community_id, id, name, phone)
         SELECT community_id, gen_random_uuid(), CASE WHEN number = '7' THEN $2 ELSE '周' || translate(number, '0123456789', '零一二三四五六七八九') END, '1380000' || lpad(number, 4, '0')
         FROM units WHERE community_id = $1 AND number::int % 2 = 1 RETURNING id, phone)
       INSERT INTO residencies (community_id, id, unit_id, resident_id, role, valid_from)
       SELECT $1, gen_random_uuid(), u.id, r.id, 'owner', '2020-01-01' FROM units u JOIN r ON right(r.phone, 4) = lpad(u.number, 4, '0')
       WHERE u.community_id = $1`,
      [community.id, formula],
    )
  })

  it('[ORG-02] holds what the list holds over all its pages, in its order, with phones masked', async () => {
    const units = await allOf<UnitRow>(manager, `/communities/${community.id}/units?limit=100`)
    const { titles, rows } = await sheetOf(manager, 'households')
    expect(titles.slice(0, 3)).toEqual(['房号', '楼栋', '用途'])
    const expected = units.flatMap((unit) =>
      unit.residents.length === 0
        ? [[unit.label, undefined, undefined]]
        : unit.residents.map((resident) => [unit.label, inertText(resident.name), resident.phoneMasked]),
    )
    expect(units).toHaveLength(250)
    expect(rows.map((row) => [row[0], row[5], row[7]])).toEqual(expected)
    expect(rows.some((row) => /1380000\d/.test(row.join()))).toBe(false)
  })

  it('[ORG-02] keeps to the search and filters of the screen', async () => {
    const { rows } = await sheetOf(manager, 'households', { filters: { query: '周九' } })
    const units = await allOf<UnitRow>(
      manager,
      `/communities/${community.id}/units?query=${encodeURIComponent('周九')}&limit=100`,
    )
    expect(rows.map((row) => row[0])).toEqual(units.map((unit) => unit.label))
    expect(units.length).toBeGreaterThan(1)
    const refused = await asked(manager, 'households', { filters: { colour: 'red' } })
    expect(refused.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ field: 'colour' }] })
  })

  it('[ORG-02] calculates nothing', async () => {
    const { rows } = await sheetOf(manager, 'households', { filters: { query: '=HYPER' } })
    expect(rows.map((row) => row[5])).toEqual([`'${formula}`])
  })

  it('[ORG-05] leaves a record of which list, which filters, how much and whether masked', async () => {
    await sheetOf(manager, 'households', { filters: { query: '周一一' } })
    const [entry] = await exportEntries()
    expect(entry).toMatchObject({
      actorName: manager.name,
      communityId: community.id,
      after: { list: 'households', filters: { query: '周一一' }, unmasked: false, complete: true },
    })
  })

  it('[ORG-05] holds whole phones only for who may see them and says why', async () => {
    const unreasoned = await asked(manager, 'households', { unmasked: true })
    expect(unreasoned.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ field: 'reason' }] })
    const clerk = await app.world.staff(community, { permissions: ['archive.read', 'lists.export'] })
    const refused = await asked(clerk, 'households', { unmasked: true, reason: '停水通知' })
    expect(refused.body).toMatchObject({ code: 'NOT_ALLOWED' })
    const { rows } = await sheetOf(manager, 'households', { unmasked: true, reason: '停水通知', filters: { query: '周一一' } })
    expect(rows[0]![7]).toMatch(/^1380000\d{4}$/)
    expect((await exportEntries())[0]!.after).toMatchObject({ unmasked: true, reason: '停水通知' })
  })

  /** Households above; who has read is a list of one notice, who comes one of a meeting, causes those of some days; seen there. */
  const seenElsewhere: string[] = ['households', 'noticeReceipts', 'meetingParticipants', 'causes', 'disclosureLines']

  it('[ORG-02] can be every list of the console, each with a title for every column', async () => {
    const resident = await app.world.resident(community)
    const repair = {
      place: { kind: 'unit', id: resident.unitId },
      category: 'taps',
      urgency: 'routine',
      description: '+漏水',
      fileIds: [],
    }
    await resident.post(`/communities/${community.id}/repairs`, repair)
    const complaint = {
      sort: 'complaint',
      category: 'noise',
      urgency: 'routine',
      description: '太吵',
      fileIds: [],
      anonymous: true,
    }
    await resident.post(`/communities/${community.id}/complaints`, complaint)
    await app.deliver()
    await manager.post(`/communities/${community.id}/codes`, { kind: 'unit', placeIds: [resident.unitId] })
    const counts: Record<string, number> = {}
    for (const list of codesOf(exportableLists).filter((each) => !seenElsewhere.includes(each))) {
      const { titles, rows } = await sheetOf(manager, list)
      expect(titles.every((title) => /[一-龥]/.test(String(title)))).toBe(true)
      counts[list] = rows.length
    }
    expect(counts).toMatchObject({ repairs: 1, complaints: 1, codes: 1, samples: 0 })
    const [unnamed] = (await sheetOf(manager, 'complaints')).rows
    expect([unnamed![6], unnamed![7]]).toEqual([community.name, '匿名住户'])
    expect(counts['audit']).toBeGreaterThan(5)
    const { rows } = await sheetOf(manager, 'repairs')
    expect(rows[0]![5]).toBe("'+漏水")
    const shanghai = new Date(app.clock.now().getTime() + 8 * 3_600_000)
    expect((rows[0]![8] as Date).toISOString().slice(0, 16)).toBe(shanghai.toISOString().slice(0, 16))
  })
})

describe('[ORG-05] the walls of exports', () => {
  it('[ORG-05] needs the permission to export and that of the list', async () => {
    const reader = await app.world.staff(community, { permissions: ['archive.read'] })
    expect((await asked(reader, 'households')).body).toMatchObject({ code: 'NOT_ALLOWED' })
    const exporter = await app.world.staff(community, { permissions: ['lists.export'] })
    for (const list of codesOf(exportableLists)) expect((await asked(exporter, list)).body).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('[ORG-05] knows no other community, and an id from there leads nowhere', async () => {
    const foreign = await app.world.community({ companyId: await app.world.company() })
    const there = await app.world.resident(foreign)
    expect((await asked(manager, 'households', {}, foreign.id)).body).toMatchObject({ code: 'NOT_FOUND' })
    expect((await asked(there, 'households', {}, foreign.id)).body).toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await sheetOf(manager, 'households', { filters: { buildingId: foreign.buildingId } })).rows).toEqual([])
    const staff = await sheetOf(manager, 'staff', { filters: { communityId: foreign.id } })
    expect(staff.rows.map((row) => row[0])).toContain(manager.name)
  })
})

describe('[ORG-05] an export of who reaches no further than a building', () => {
  it('[ORG-05] holds that building, whichever of the two posts is the narrow one', async () => {
    const other = await app.world.building(community, '2号楼', 200, 200)
    const there = await app.world.unit(community, other)
    const narrowTo = (staffId: string, permission: Permission) =>
      app.owner.query(
        `UPDATE staff_posts SET building_ids = $3 WHERE staff_id = $1 AND post_id IN (SELECT id FROM posts WHERE $2 = ANY (permissions))`,
        [staffId, permission, [other]],
      )
    for (const narrow of ['archive.read', 'lists.export'] as const) {
      const clerk = await app.world.staff(community, { permissions: ['archive.read'] })
      await app.world.appoint(community, clerk.staffId!, 'front-desk', ['lists.export'])
      await narrowTo(clerk.staffId!, narrow)
      expect((await sheetOf(clerk, 'households')).rows.map((row) => row[0])).toEqual([there.label])
    }
  })
})

describe('[ORG-05] an export of what lies in no building', () => {
  it('[ORG-05] is not made by who may read all of it and export one building', async () => {
    const exporter = await app.world.staff(community, { permissions: ['lists.export'] })
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [
      exporter.staffId,
      [community.buildingId],
    ])
    await app.world.appoint(community, exporter.staffId!, 'auditor', ['audit.read', 'messages.read', 'privacy.handle'])
    for (const list of ['audit', 'deliveries', 'privacyRequests'] as const)
      expect((await asked(exporter, list)).body).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('a long export', () => {
  it('ends when whoever asked has left, and says in the record that it is not whole', async () => {
    await manyUnits(5_000)
    const left = new AbortController()
    const answer = await fetch(`${app.url}/api/communities/${community.id}/exports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${manager.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ list: 'households', filters: {} }),
      signal: left.signal,
    })
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(`${community.name}-房屋住户-`))
    left.abort()
    const entry = await eventually(async () => {
      const found = (await exportEntries()).find((each) => !(each.after as { complete: boolean }).complete)
      expect(found).toBeDefined()
      return found!
    })
    expect((entry.after as { rows: number }).rows).toBeLessThan(5_000)
  })

  const long = process.env['TEST_LONG'] ? it : it.skip
  long(
    'of 50,000 rows holds no more in memory than one of 5,000',
    async () => {
      const small = await peakOf('households')
      await manyUnits(50_000)
      const large = await peakOf('households')
      expect(large.bytes).toBeGreaterThan(small.bytes * 5)
      expect(large.peak - small.peak).toBeLessThan(40 * 1024 * 1024)
    },
    300_000,
  )
})

async function manyUnits(count: number): Promise<void> {
  await app.owner.query(
    `INSERT INTO units (community_id, id, building_id, entrance, floor, number, label, use, state, area_square_centimetres)
     SELECT $1, gen_random_uuid(), $2, '3单元', n / 4 + 1, n::text, '1号楼3单元' || n, 'dwelling', 'occupied', 986000
     FROM generate_series(1, $3) n ON CONFLICT DO NOTHING`,
    [community.id, community.buildingId, count],
  )
}

/** What the heap held at most while a file was read as it came. */
async function peakOf(list: ExportableListCode): Promise<{ bytes: number; peak: number }> {
  const answer = await fetch(`${app.url}/api/communities/${community.id}/exports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${manager.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ list, filters: {} }),
  })
  let [bytes, peak] = [0, 0]
  for await (const part of answer.body!) {
    bytes += part.length
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    peak = Math.max(peak, heapUsed + external)
  }
  return { bytes, peak }
}
