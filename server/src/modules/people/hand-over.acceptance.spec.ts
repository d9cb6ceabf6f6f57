import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { HandOver, InboxMessage, OwedGroup, Page, Problem, RepairRow, RepairView, StaffRow } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import { RepairStory } from '../../../test/repair-story.ts'

let app: TestApp
let story: RepairStory
let manager: Person
let leaver: Person

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  story = await RepairStory.begin(app)
  manager = await app.world.staff(story.community, { post: 'project-manager' })
  leaver = story.engineer
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const versionOf = async (person: Person) =>
  (await app.owner.query<{ version: number }>('SELECT version FROM staff WHERE id = $1', [person.staffId])).rows[0]!.version
const leave = async (more: object = {}) => ({
  version: await versionOf(leaver),
  leftOn: '2026-11-21',
  reason: '个人原因离职',
  note: '钥匙已交前台',
  work: [],
  ...more,
})
const given = (successor: Person | null, category = 'water-leak') => ({
  kind: 'repair',
  communityId: story.community.id,
  category,
  ...(successor && { successorId: successor.staffId }),
})
const endEmployment = (body: object) => manager.post(`/staff/${leaver.staffId}/leave`, body)
const openWork = async () => (await manager.get(`/staff/${leaver.staffId}/open-work`)).body as OwedGroup[]

describe('somebody who leaves', () => {
  it('[PER-01] hands thirty repairs over, each once, with the clocks as they were', async () => {
    const repairs = []
    for (let at = 0; at < 30; at++) repairs.push(await story.report())
    await story.act(leaver, repairs[0]!, 'accept')
    await story.act(leaver, repairs[0]!, 'wait', { for: 'parts', reason: '等阀芯' })
    const successor = await app.world.staff(story.community)
    const [group] = await openWork()
    expect(group).toMatchObject({ kind: 'repair', category: 'water-leak', categoryName: '漏水渗水' })
    expect(group!.items).toHaveLength(30)
    expect(group!.successors.map(({ id }) => id)).toEqual([successor.staffId])
    const before = await story.read(manager, repairs[1]!)

    const answer = await endEmployment(await leave({ work: [given(successor)] }))
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({
      status: 200,
      body: { active: false, leftOn: '2026-11-21', posts: [], onDutyIn: [] },
    })
    await app.deliver()

    for (const repair of repairs) {
      const view: RepairView = await story.read(manager, repair)
      expect(view).toMatchObject({ state: 'assigned', assignee: { id: successor.staffId } })
      const handed = view.timeline.filter(({ kind }) => kind === 'hand-over')
      expect(handed).toHaveLength(1)
      expect(handed[0]!.text).toBe(`${leaver.name}工作交接，改由${successor.name}处理`)
    }
    expect((await story.read(manager, repairs[1]!)).clocks).toEqual(before.clocks)
    const work = ((await successor.get('/me/work?limit=100')).body as Page<RepairRow>).items
    expect(work).toHaveLength(30)
    const inbox = ((await successor.get('/me/messages?limit=100')).body as Page<InboxMessage>).items
    expect(inbox.filter(({ kind }) => kind === 'repair.assigned')).toHaveLength(30)
  })

  it('[PER-01] is locked out on the next request, off duty and apart from their WeChat', async () => {
    expect((await leaver.get('/me')).status).toBe(200)
    expect((await endEmployment(await leave())).status).toBe(200)
    expect((await leaver.get('/me')).status).toBe(401)
    const { rows } = await app.owner.query(
      `SELECT s.active, s.account_id, s.password_hash, (SELECT count(*)::int FROM duty_periods d WHERE d.staff_id = s.id AND d.until IS NULL) AS duties,
         (SELECT count(*)::int FROM held_posts h WHERE h.staff_id = s.id) AS posts FROM staff s WHERE s.id = $1`,
      [leaver.staffId],
    )
    expect(rows).toEqual([{ active: false, account_id: null, password_hash: null, duties: 0, posts: 0 }])
  })

  it('[PER-01] gives back to dispatch what nobody was named for', async () => {
    const repair = await story.report()
    const other = await app.world.staff(story.community)
    expect((await endEmployment(await leave())).status).toBe(200)
    await app.deliver()
    const view = await story.read(manager, repair)
    expect(view.timeline.map(({ kind }) => kind)).toContain('hand-back')
    expect(view).toMatchObject({ state: 'assigned', assignee: { id: other.staffId } })
  })

  it('[PER-01] keeps on record what they mended and who took the rest', async () => {
    const mended = await story.untilDone()
    const owed = await story.report()
    const successor = await app.world.staff(story.community)
    await endEmployment(await leave({ work: [given(successor)] }))
    expect(await story.read(manager, mended)).toMatchObject({ state: 'done', assignee: { id: leaver.staffId } })
    const [record] = (await manager.get(`/staff/${leaver.staffId}/hand-overs`)).body as HandOver[]
    expect(record).toMatchObject({
      staffName: leaver.name,
      leftOn: '2026-11-21',
      reason: '个人原因离职',
      note: '钥匙已交前台',
      posts: [`${story.community.name} · engineer`],
      doneByName: manager.name,
      work: [{ number: owed.number, category: '漏水渗水', communityName: story.community.name, toName: successor.name }],
    })
    const { rows } = await app.owner.query(
      `SELECT after FROM audit_entries WHERE action = 'people.end-employment' AND subject_id = $1`,
      [leaver.staffId],
    )
    expect(rows).toEqual([{ after: expect.objectContaining({ handedOver: 1, leftOn: '2026-11-21' }) }])
  })

  it('[PER-01] leaves once, however many say so at once', async () => {
    await story.report()
    const body = await leave()
    const answers = await Promise.all(Array.from({ length: 8 }, () => endEmployment(body)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    const records = (await manager.get(`/staff/${leaver.staffId}/hand-overs`)).body as HandOver[]
    expect(records.map(({ work }) => work.length)).toEqual([1])
  })

  it('[PER-01] is found among those who left, where they worked, and nowhere else', async () => {
    await endEmployment(await leave())
    const found = async (standing: string, person = manager) =>
      ((await person.get(`/staff?limit=100&standing=${standing}`)).body as Page<StaffRow>).items.map(({ id }) => id)
    expect(await found('left')).toContain(leaver.staffId)
    expect(await found('employed')).not.toContain(leaver.staffId)
    const sister = await app.world.staff(await app.world.community(), { post: 'project-manager' })
    expect(await found('left', sister)).not.toContain(leaver.staffId)
    expect(codeOf(await sister.get(`/staff/${leaver.staffId}/hand-overs`))).toBe('NOT_FOUND')
  })

  it('[PER-01] comes back with posts anew, and nothing of the work', async () => {
    const repair = await story.report()
    const successor = await app.world.staff(story.community)
    await endEmployment(await leave({ work: [given(successor)] }))
    const posts = [{ scope: 'community', communityId: story.community.id, postId: await engineerPost() }]
    const wish = { version: await versionOf(leaver), posts, password: 'back again' }
    const back = await manager.post(`/staff/${leaver.staffId}/return`, wish)
    expect(back.body).toMatchObject({ active: true, leftOn: null, posts: [expect.objectContaining({ postName: 'engineer' })] })
    expect(codeOf(await manager.post(`/staff/${leaver.staffId}/return`, { ...wish, version: wish.version + 1 }))).toBe(
      'STAFF_STILL_HERE',
    )
    expect((await story.read(manager, repair)).assignee!.id).toBe(successor.staffId)
    expect((await leaver.get('/me')).status).toBe(401)
  })

  async function engineerPost() {
    const { rows } = await app.owner.query<{ id: string }>(`SELECT id FROM posts WHERE company_id = $1 AND code = 'engineer'`, [
      story.community.companyId,
    ])
    return rows[0]!.id
  }
})

describe('leaving is refused', () => {
  it('[PER-01] to a successor without the trade, the building or a post here, and then nothing has changed', async () => {
    const repair = await story.report()
    const electrician = await app.world.staff(story.community, { skills: ['electrical'] })
    const elsewhere = await app.world.staff(await app.world.community())
    const nextDoor = await app.world.staff(story.community)
    const other = await app.world.building(story.community, '9号楼', 900, 900)
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [nextDoor.staffId, [other]])
    const answers = []
    for (const successor of [electrician, elsewhere, nextDoor])
      answers.push(await endEmployment(await leave({ work: [given(successor)] })))
    expect(answers.map(codeOf)).toEqual(['STAFF_NOT_QUALIFIED', 'STAFF_NOT_AVAILABLE', 'VALIDATION_FAILED'])
    expect((await openWork())[0]!.successors).toEqual([])
    expect((await leaver.get('/me')).status).toBe(200)
    expect((await story.read(leaver, repair)).assignee!.id).toBe(leaver.staffId)
  })

  it('[PER-01] on a stale version, a day to come, for oneself, and a second time', async () => {
    expect(codeOf(await endEmployment(await leave({ version: 99 })))).toBe('STALE_VERSION')
    expect(codeOf(await endEmployment(await leave({ leftOn: '2026-11-22' })))).toBe('VALIDATION_FAILED')
    const oneself = { ...(await leave()), version: await versionOf(manager) }
    expect(codeOf(await manager.post(`/staff/${manager.staffId}/leave`, oneself))).toBe('VALIDATION_FAILED')
    expect((await endEmployment(await leave())).status).toBe(200)
    expect(codeOf(await endEmployment(await leave()))).toBe('STAFF_LEFT')
    const edit = { name: 'x', phone: '13500000000', login: 'gone', active: true, skills: [], version: await versionOf(leaver) }
    const posts = [{ scope: 'community', communityId: story.community.id, postId: await managerPost() }]
    expect(codeOf(await manager.put(`/staff/${leaver.staffId}`, { ...edit, posts }))).toBe('STAFF_LEFT')
  })

  it('[PER-01] to who could not have given the posts, and to another company', async () => {
    const clerk = await app.world.staff(story.community, { permissions: ['people.read', 'people.edit'] })
    const leaving = await leave()
    expect(codeOf(await clerk.post(`/staff/${leaver.staffId}/leave`, leaving))).toBe('NOT_YOURS_TO_GIVE')
    expect(codeOf(await clerk.get(`/staff/${leaver.staffId}/open-work`))).toBe('NOT_YOURS_TO_GIVE')
    const foreign = await app.world.community({ companyId: await app.world.company() })
    const stranger = await app.world.staff(foreign, { post: 'project-manager' })
    const returning = { version: 1, posts: [] }
    expect((await stranger.post(`/staff/${leaver.staffId}/leave`, leaving)).status).toBe(404)
    expect((await stranger.post(`/staff/${leaver.staffId}/return`, returning)).status).toBe(404)
    expect((await stranger.get(`/staff/${leaver.staffId}/open-work`)).status).toBe(404)
  })

  it('[PER-01] when nobody would be left to keep the people', async () => {
    const place = await app.world.community({ companyId: await app.world.company() })
    const only = await app.world.staff(place, { post: 'project-manager' })
    const { rows } = await app.owner.query<{ id: string; version: number }>(
      `SELECT id, version FROM posts WHERE company_id = $1 AND code = 'project-manager'`,
      [place.companyId],
    )
    const texts = { duties: '', work: '', authority: '', responsibility: '', qualification: '', certificates: [], answersFor: [] }
    const without = { name: '项目经理', ...texts, permissions: ['people.read'], version: rows[0]!.version }
    expect(codeOf(await only.put(`/posts/${rows[0]!.id}`, without))).toBe('LAST_KEEPER')
  })

  async function managerPost() {
    const { rows } = await app.owner.query<{ id: string }>(
      `SELECT id FROM posts WHERE company_id = $1 AND code = 'project-manager'`,
      [story.community.companyId],
    )
    return rows[0]!.id
  }
})
