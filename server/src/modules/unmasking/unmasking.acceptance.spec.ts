import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AuditRow, Page, UnmaskSubject } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let manager: Person
let resident: Person
beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  manager = await app.world.staff(community, { post: 'project-manager' })
  resident = await app.world.resident(community, { phone: '13812345678' })
}, 60_000)
afterAll(() => app.close())

const look = (person: Person, subject: UnmaskSubject, id: string, why: object = { reason: 'contact' }, at = community.id) =>
  person.post(`/communities/${at}/unmaskings`, { subject, id, ...why })

const records = async () =>
  ((await manager.get(`/audit?communityId=${community.id}&subject=personal.unmask&limit=100`)).body as Page<AuditRow>).items

describe('[ORG-05] a masked telephone number', () => {
  it('[ORG-05] is shown whole for a reason, and the record says whose and why but not the number', async () => {
    const { status, body } = await look(manager, 'resident', resident.residentId, { reason: 'emergency', note: '厨房跑水' })
    expect({ status, body }).toEqual({ status: 200, body: { name: resident.name, phone: '13812345678', left: 99 } })
    const [entry] = await records()
    expect(entry).toMatchObject({
      actorName: manager.name,
      subjectKind: 'resident',
      subjectId: resident.residentId,
      after: { shown: 'phone', why: 'emergency', note: '厨房跑水' },
    })
    const { rows } = await app.owner.query(
      `SELECT 1 FROM audit_entries WHERE action = 'personal.unmask' AND (after::text ~ '5678')`,
    )
    expect(rows).toEqual([])
  })

  it('[ORG-05] is that of an applicant, of a reporter, or of a colleague as well', async () => {
    const applicant = await app.world.stranger()
    const application = { unitId: resident.unitId, role: 'family', name: '王小明', phone: '13900001111', fileIds: [] }
    const applied = await applicant.post(`/communities/${community.id}/residence-applications`, application)
    const repair = {
      place: { kind: 'unit', id: resident.unitId },
      category: 'taps',
      urgency: 'routine',
      description: '漏水',
      fileIds: [],
    }
    const reported = await resident.post(`/communities/${community.id}/repairs`, repair)
    const engineer = await app.world.staff(community)
    expect((await look(manager, 'application', applied.body.id)).body).toMatchObject({ name: '王小明', phone: '13900001111' })
    expect((await look(manager, 'repair', reported.body.id)).body).toMatchObject({ phone: '13812345678' })
    expect((await look(manager, 'staff', engineer.staffId!)).body).toMatchObject({ name: engineer.name })
    expect((await records()).slice(0, 3).map((entry) => entry.subjectKind)).toEqual(['staff', 'repair', 'residence-application'])
  })

  it('[ORG-05] asks for words where no ready reason fits', async () => {
    expect((await look(manager, 'resident', resident.residentId, { reason: 'other' })).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ field: 'note' }],
    })
    expect((await look(manager, 'resident', resident.residentId, {})).body).toMatchObject({ errors: [{ field: 'reason' }] })
  })

  it('[ORG-05] needs the permission, and that of the page it stands on', async () => {
    const clerk = await app.world.staff(community, { permissions: ['archive.read'] })
    expect((await look(clerk, 'resident', resident.residentId)).body).toMatchObject({ code: 'NOT_ALLOWED' })
    const unmasker = await app.world.staff(community, { permissions: ['archive.unmask'] })
    for (const subject of ['resident', 'staff', 'application', 'repair'] as const)
      expect((await look(unmasker, subject, resident.residentId)).body).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('[ORG-05] of another community or company does not exist', async () => {
    const next = await app.world.community()
    const foreign = await app.world.community({ companyId: await app.world.company() })
    const [neighbour, stranger] = [await app.world.resident(next), await app.world.resident(foreign)]
    const colleague = await app.world.staff(foreign)
    const elsewhere = await app.world.staff(next)
    const before = (await records()).length
    for (const id of [neighbour.residentId, stranger.residentId])
      expect((await look(manager, 'resident', id)).body).toMatchObject({ code: 'NOT_FOUND' })
    for (const { staffId } of [colleague, elsewhere])
      expect((await look(manager, 'staff', staffId!)).body).toMatchObject({ code: 'NOT_FOUND' })
    expect((await look(manager, 'resident', stranger.residentId, undefined, foreign.id)).body).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await records()).toHaveLength(before)
  })

  it('[ORG-05] is shown no further than the buildings one reaches, whichever post is the narrow one', async () => {
    const other = await app.world.building(community, '2号楼', 200, 200)
    const { id: unitId } = await app.world.unit(community, other)
    const there = await app.world.resident(community, { unitId })
    for (const narrow of ['archive.read', 'archive.unmask'] as const) {
      const clerk = await app.world.staff(community, { permissions: ['archive.read'] })
      await app.world.appoint(community, clerk.staffId!, 'front-desk', ['archive.unmask'])
      await app.owner.query(
        `UPDATE staff_posts SET building_ids = $3 WHERE staff_id = $1 AND post_id IN (SELECT id FROM posts WHERE $2 = ANY (permissions))`,
        [clerk.staffId, narrow, [other]],
      )
      expect((await look(clerk, 'resident', there.residentId)).body).toMatchObject({ name: there.name })
      expect((await look(clerk, 'resident', resident.residentId)).body).toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('[ORG-05] is shown a hundred times a day to one person, also when they ask at once, and again tomorrow', async () => {
    const curious = await app.world.staff(community, { permissions: ['archive.unmask', 'archive.read'] })
    await app.owner.query(
      `INSERT INTO unmask_counts (company_id, staff_id, day, times) VALUES ($1, $2, ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, 97)`,
      [community.companyId, curious.staffId, app.clock.now()],
    )
    const answers = await Promise.all(Array.from({ length: 6 }, () => look(curious, 'resident', resident.residentId)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 429, 429, 429])
    const refused = answers.find((answer) => answer.status === 429)!
    expect(refused.body).toMatchObject({ code: 'UNMASK_LIMIT_REACHED', detail: expect.stringContaining('100') })
    app.clock.advance({ days: 1 })
    expect((await look(curious, 'resident', resident.residentId)).body).toMatchObject({ left: 99 })
  })
})

describe('[ORG-05] the number of who reported a repair', () => {
  it('[ORG-05] is seen by who works on it, and masked for who only reads', async () => {
    const engineer = await app.world.staff(community)
    const idle = await app.world.staff(community)
    const reader = await app.world.staff(community, { permissions: ['repairs.read'] })
    const repair = {
      place: { kind: 'unit', id: resident.unitId },
      category: 'taps',
      urgency: 'routine',
      description: '漏水',
      fileIds: [],
    }
    const { id, version } = (await resident.post(`/communities/${community.id}/repairs`, repair)).body as {
      id: string
      version: number
    }
    const at = `/communities/${community.id}/repairs/${id}`
    await manager.post(`${at}/dispatch`, { version, staffId: engineer.staffId })
    const seen = async (person: Person) => {
      const { reporterPhone, reporterPhoneMasked } = (await person.get(at)).body as Record<string, string | null>
      return [reporterPhone, reporterPhoneMasked]
    }
    const whole = ['13812345678', '138****5678']
    expect(await Promise.all([resident, engineer, manager].map(seen))).toEqual([whole, whole, whole])
    expect(await Promise.all([idle, reader].map(seen))).toEqual([
      [null, '138****5678'],
      [null, '138****5678'],
    ])
  })
})
