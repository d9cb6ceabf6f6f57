import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ComplaintStory } from '../../../test/complaint-story.ts'

let app: TestApp
let story: ComplaintStory

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  story = await ComplaintStory.begin(app)
})

const statesOf = (timeline: { kind: string }[]) => timeline.map(({ kind }) => kind)

describe('a complaint', () => {
  it('[COM-02] is assigned, investigated, solved by agreement, carried out, rated and archived, and both sides see it all', async () => {
    const complaint = await story.report()
    expect(complaint).toMatchObject({ state: 'registered', number: expect.stringMatching(/^T261121-/) as unknown })
    expect(await story.inboxOf(story.desk)).toContain('complaint.registered')
    const { body: handlers } = await story.desk.get(`/communities/${story.community.id}/complaint-handlers`).expect(200)
    expect(handlers).toContainEqual(
      expect.objectContaining({ staffId: story.handler.staffId, departments: ['order-supervisor'] }),
    )
    await story.act(story.desk, complaint, 'assign', { staffId: story.handler.staffId, note: '请尽快' })
    expect(await story.inboxOf(story.handler)).toContain('complaint.assigned')
    await story.act(story.handler, complaint, 'investigate', { note: '今天去现场看' })
    const photo = await story.resident.photo(story.community.id)
    await story.act(story.resident, complaint, 'talk', { text: '一般晚上八点以后', fileIds: [photo] })
    expect(await story.inboxOf(story.handler)).toContain('complaint.answered')
    await story.act(story.handler, complaint, 'propose', { solution: '加装禁停桩' })
    await story.act(story.resident, complaint, 'reject-solution', { reason: '桩子挡消防车' })
    await story.act(story.handler, complaint, 'propose', { solution: '划禁停线，每晚巡查' })
    await story.act(story.resident, complaint, 'accept-solution')
    await story.act(story.handler, complaint, 'finish', { result: '已划线，巡查排班', fileIds: [] })
    await story.act(story.resident, complaint, 'rate', { rating: 4, comment: '谢谢' })
    await story.act(story.supervisor, complaint, 'archive')
    const seen = await story.read(story.resident, complaint)
    expect(seen).toMatchObject({
      state: 'archived',
      rating: 4,
      ratingComment: '谢谢',
      solution: '划禁停线，每晚巡查',
      mine: true,
    })
    expect(statesOf(seen.timeline)).toEqual([
      'opened', 'assign', 'investigate', 'talk', 'propose', 'reject-solution', 'propose', 'accept-solution', 'finish', 'rate', 'archive',
    ]) // prettier-ignore
    expect(statesOf((await story.read(story.handler, complaint)).timeline)).toEqual(statesOf(seen.timeline))
    expect(seen.timeline[3]).toMatchObject({ text: '一般晚上八点以后', files: [{ id: photo }] })
    expect(await story.inboxOf(story.resident)).toEqual(
      expect.arrayContaining(['complaint.progress', 'complaint.proposed', 'complaint.done']),
    )
  })

  it('[COM-01] leaves the same record by whatever way it came', async () => {
    const path = `/communities/${story.community.id}/complaint-registrations`
    const complainant = { name: '赵奶奶', phone: '13712345678' }
    for (const channel of ['telephone', 'front-desk', 'suggestion-box', 'email', 'on-site']) {
      const told = {
        sort: 'suggestion',
        category: 'greening',
        urgency: 'routine',
        description: '多种些桂花',
        fileIds: [],
        channel,
      }
      const who = channel === 'suggestion-box' ? {} : { complainant }
      const { body } = await story.desk.post(path, { ...told, ...who }).expect(201)
      expect(await story.read(story.desk, body as { id: string })).toMatchObject({
        channel,
        sort: 'suggestion',
        state: 'registered',
        department: 'service-supervisor',
        reporterName: channel === 'suggestion-box' ? '未留名' : '赵奶奶',
        timeline: [{ kind: 'opened' }],
      })
    }
    await story.report()
    const { body: page } = await story.desk.get(`${story.path}?query=桂花&sort=suggestion`).expect(200)
    expect(page).toMatchObject({ items: [{}, {}, {}, {}, {}], nextCursor: null })
  })

  it('[COM-02] that the office wrote down is answered for by the office, and one of their own by the resident alone', async () => {
    const own = await story.investigated()
    await story.act(story.handler, own, 'propose', { solution: '划线' })
    const { version } = await story.read(story.desk, own)
    await story.desk.post(`${story.path}/${own.id}/accept-solution`, { version }).expect(403)
    const { body } = await story.desk
      .post(`/communities/${story.community.id}/complaint-registrations`, {
        sort: 'complaint',
        category: 'noise',
        urgency: 'routine',
        description: '装修太早',
        fileIds: [],
        channel: 'telephone',
        complainant: { name: '赵奶奶', phone: '13712345678' },
      }) // prettier-ignore
      .expect(201)
    const byPhone = body as { id: string }
    await story.act(story.desk, byPhone, 'assign', { staffId: story.handler.staffId })
    await story.act(story.handler, byPhone, 'investigate', { note: '上门' })
    await story.act(story.handler, byPhone, 'propose', { solution: '八点后动工' })
    await story.act(story.desk, byPhone, 'accept-solution', { note: '电话里同意' })
    await story.act(story.handler, byPhone, 'finish', { result: '已告知装修户', fileIds: [] })
    await story.act(story.desk, byPhone, 'follow-up', { rating: 5, comment: '电话回访，满意' })
    expect(await story.read(story.desk, byPhone)).toMatchObject({ state: 'followed-up', rating: 5 })
  })

  it('[COM-02] climbs from supervisor to manager, company and committee, each told, and no higher', async () => {
    const complaint = await story.investigated()
    for (const level of ['supervisor', 'project-manager', 'company', 'committee']) {
      await story.act(story.resident, complaint, 'escalate', { reason: `还没解决 ${level}` })
      expect(await story.read(story.resident, complaint)).toMatchObject({ level })
    }
    for (const person of [story.supervisor, story.manager, story.company])
      expect(await story.inboxOf(person)).toContain('complaint.escalated')
    const { version, timeline } = await story.read(story.resident, complaint)
    expect(timeline.at(-1)!.text).toBe('要求由监督委员会处理：还没解决 committee')
    await story.resident.post(`${story.path}/${complaint.id}/escalate`, { version, reason: '再往上' }).expect(409)
  })

  it('[COM-02] that was carried out to nobody’s content is taken up again', async () => {
    const complaint = await story.investigated({ sort: 'suggestion' })
    await story.act(story.handler, complaint, 'finish', { result: '已转达', fileIds: [] })
    await story.act(story.resident, complaint, 'rate', { rating: 1 })
    await story.act(story.resident, complaint, 'escalate', { reason: '没有人做' })
    expect(await story.read(story.handler, complaint)).toMatchObject({
      state: 'investigating',
      level: 'supervisor',
      closedAt: null,
    })
  })

  it('[COM-02] is the complainant’s alone: neighbours and those of the same home do not find it', async () => {
    const complaint = await story.report()
    const neighbour = await app.world.resident(story.community)
    const family = await app.world.resident(story.community, { unitId: story.resident.unitId, role: 'family' })
    for (const person of [neighbour, family]) {
      await person.get(`${story.path}/${complaint.id}`).expect(404)
      expect((await person.get('/me/complaints').expect(200)).body).toMatchObject({ items: [] })
    }
    await story.act(story.resident, complaint, 'withdraw', { reason: '已经解决' })
    expect((await story.resident.get('/me/complaints').expect(200)).body).toMatchObject({ items: [{ state: 'withdrawn' }] })
  })

  it('[COM-02] refuses what its state or the doer’s part does not allow', async () => {
    const complaint = await story.report()
    const { version } = await story.read(story.desk, complaint)
    const engineer = await app.world.staff(story.community)
    const at = (action: string) => `${story.path}/${complaint.id}/${action}`
    await story.desk.post(at('assign'), { version, staffId: engineer.staffId }).expect(409)
    await story.handler.post(at('propose'), { version, solution: '先斩后奏' }).expect(403)
    await story.act(story.desk, complaint, 'assign', { staffId: story.handler.staffId })
    await story.desk.post(at('assign'), { version, staffId: story.handler.staffId }).expect(409)
    const { version: now } = await story.act(story.handler, complaint, 'investigate', { note: '看现场' })
    await story.handler.post(at('finish'), { version: now, result: '好了', fileIds: [] }).expect(409)
    expect((await story.handler.get('/me/complaint-work').expect(200)).body).toMatchObject({ items: [{ id: complaint.id }] })
    const foreign = await (await ComplaintStory.begin(app)).handler.photo(story.community.id)
    await story.handler.post(at('talk'), { text: '看图', fileIds: [foreign] }).expect(404)
    const listOf = async (person: { staffId: string | null }) =>
      (await story.desk.get(`${story.path}?assigneeId=${person.staffId!}`).expect(200)).body as { items: object[] }
    expect((await listOf(story.handler)).items).toHaveLength(1)
    expect((await listOf(story.desk)).items).toHaveLength(0)
  })

  it('[PER-01] passes to whoever takes over from a handler who leaves, or back to where they are assigned', async () => {
    const [taken, returned] = [await story.investigated(), await story.investigated({ category: 'noise' })]
    const { rows } = await app.owner.query<{ version: number }>('SELECT version FROM staff WHERE id = $1', [
      story.handler.staffId,
    ])
    const given = {
      kind: 'complaint',
      communityId: story.community.id,
      category: 'parking',
      successorId: story.supervisor.staffId,
    }
    const leaving = { version: rows[0]!.version, leftOn: '2026-11-21', reason: '个人原因离职', work: [given] }
    await story.manager.post(`/staff/${story.handler.staffId!}/leave`, leaving).expect(200)
    await app.deliver()
    const assignee = { id: story.supervisor.staffId }
    expect(await story.read(story.supervisor, taken)).toMatchObject({ state: 'investigating', assignee })
    expect(await story.read(story.supervisor, returned)).toMatchObject({ state: 'registered', assignee: null })
  })

  it('[COM-01] says before sending what is promised and whom else to ask', async () => {
    const { body } = await story.resident.get(`/communities/${story.community.id}/complaint-options`).expect(200)
    expect(body).toEqual({
      promise: '24 小时内给出处理结果，情况复杂的，每 72 小时反馈一次进展',
      standardName: 'B 物业服务质量目标承诺',
      hotline: '010-12345678',
    })
  })
})

describe('the clocks of a complaint', () => {
  const clocksOf = async (on: ComplaintStory, id: string) => (await on.read(on.desk, { id })).clocks

  it.each([
    ['A', 'routine', { respond: 2880 }],
    ['B', 'routine', { resolve: 1440 }],
    ['C', 'routine', { respond: 120 }],
    ['C', 'urgent', { respond: 5 }],
  ] as const)('[COM-03] of preset %s, %s: %j', async (preset, urgency, targets) => {
    const on = await ComplaintStory.begin(app, preset)
    const { id } = await on.report({ urgency })
    expect(Object.fromEntries((await clocksOf(on, id)).map(({ name, targetMinutes }) => [name, targetMinutes]))).toEqual(targets)
  })

  it('[COM-03] stop at the first reply and at the solution', async () => {
    const on = await ComplaintStory.begin(app, 'A')
    const complaint = await on.investigated()
    expect(await clocksOf(on, complaint.id)).toMatchObject([{ name: 'respond', state: 'kept' }])
    const other = await story.investigated()
    await story.act(story.handler, other, 'propose', { solution: '划线' })
    expect(await clocksOf(story, other.id)).toMatchObject([{ name: 'resolve', state: 'kept' }])
  })

  it('[COM-03] warn, then climb to supervisor, manager and company', async () => {
    const complaint = await story.investigated()
    app.clock.advance({ hours: 17 })
    await app.deliver()
    expect(await story.inboxOf(story.handler)).toContain('complaint.warned')
    app.clock.advance({ hours: 8 })
    await app.deliver()
    expect(await story.inboxOf(story.supervisor)).toContain('complaint.breached')
    app.clock.advance({ hours: 36 })
    await app.deliver()
    expect(await story.inboxOf(story.company)).toContain('complaint.breached')
    const { clocks, late, timeline } = await story.read(story.desk, complaint)
    expect(clocks).toMatchObject([{ name: 'resolve', state: 'late', escalatedTo: '升级至公司' }])
    expect({ late, said: timeline.at(-1)!.text }).toEqual({ late: true, said: '处理结果仍未完成，已升级至公司' })
  })

  it('[COM-03] of a complex complaint run for news of it, each word starts them anew, and only a supervisor may say so', async () => {
    const complaint = await story.investigated()
    const { version } = await story.read(story.desk, complaint)
    const at = `${story.path}/${complaint.id}/mark-complex`
    await story.desk.post(at, { version, reason: '牵涉开发商' }).expect(403)
    await story.supervisor.post(at, { version, reason: '' }).expect(400)
    await story.act(story.supervisor, complaint, 'mark-complex', { reason: '牵涉开发商' })
    expect(await clocksOf(story, complaint.id)).toMatchObject([
      { name: 'resolve', state: 'paused', pausedBecause: '认定为复杂投诉' },
      { name: 'answer', state: 'running', targetMinutes: 4320 },
    ])
    app.clock.advance({ hours: 60 })
    await app.deliver()
    await story.act(story.handler, complaint, 'talk', { text: '开发商下周来看', fileIds: [] })
    const { complex, dueClock, dueAt, late } = await story.read(story.resident, complaint)
    const due = new Date(app.clock.now().getTime() + 72 * 3_600_000).toISOString()
    expect({ complex, dueClock, dueAt: new Date(dueAt!).toISOString(), late }).toEqual({
      complex: true, dueClock: 'answer', dueAt: due, late: false,
    }) // prettier-ignore
    app.clock.advance({ hours: 73 })
    await app.deliver()
    expect((await story.read(story.desk, complaint)).timeline.at(-1)!.text).toBe('复杂投诉进展超时，已升级至主管')
  })

  it('[STD-02] keep the figures a community made its own', async () => {
    const adoption = {
      preset: 'B',
      overrides: { complaints: { resultWithinMinutes: 720 } },
      effectiveFrom: app.clock.now().toISOString(),
      reason: '业主大会决议',
    }
    await story.company.put(`/communities/${story.community.id}/standard`, adoption).expect(200)
    const { id } = await story.report()
    expect(await clocksOf(story, id)).toMatchObject([{ name: 'resolve', targetMinutes: 720 }])
  })
})
