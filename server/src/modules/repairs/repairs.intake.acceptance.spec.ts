import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { RepairStory } from '../../../test/repair-story.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('reporting a repair', () => {
  it('[REP-01] takes repairs from all five channels into one queue', async () => {
    const told = await RepairStory.begin(app)
    const desk = await app.world.staff(told.community, { post: 'front-desk', skills: [] })
    await told.resident.post(told.path, told.leak()).expect(201)
    await told.resident.post(told.path, told.leak({ codeToken: 'uAAAA' })).expect(201)
    for (const channel of ['front-desk', 'telephone', 'on-site']) {
      const reporter = { name: '王女士', phone: '13800138000' }
      await desk.post(told.path, told.leak({ channel, reporter })).expect(201)
    }
    const { body } = await desk.get(told.path).expect(200)
    const channels = (body as { items: { channel: string }[] }).items.map((row) => row.channel)
    expect(channels.sort()).toEqual(['code', 'front-desk', 'miniprogram', 'on-site', 'telephone'])
  })

  it('[REP-01] takes the phone of a household from the archive, and asks a stranger for one', async () => {
    const told = await RepairStory.begin(app)
    const desk = await app.world.staff(told.community, { post: 'front-desk', skills: [] })
    const { residentId, name } = told.resident
    const reporter = { residentId, name }
    const { body } = await desk.post(told.path, told.leak({ channel: 'telephone', reporter })).expect(201)
    expect(await told.read(desk, body as { id: string })).toMatchObject({
      reporterName: name,
      reporterPhone: expect.stringMatching(/^1/),
    })
    const stranger = told.leak({ channel: 'telephone', reporter: { name: '王女士' } })
    expect((await desk.post(told.path, stranger)).body).toMatchObject({ status: 400, errors: [{ field: 'reporter.phone' }] })
  })

  it('[REP-01] is found by words and by a whole telephone number, never by a part of one', async () => {
    const told = await RepairStory.begin(app)
    const desk = await app.world.staff(told.community, { post: 'front-desk', skills: [] })
    const reporter = { name: '王女士', phone: '13800138000' }
    await desk.post(told.path, told.leak({ channel: 'telephone', reporter })).expect(201)
    const found = async (query: string) => {
      const { body } = await desk.get(`${told.path}?query=${encodeURIComponent(query)}`).expect(200)
      return (body as { items: unknown[] }).items.length
    }
    expect([await found('王女'), await found('13800138000')]).toEqual([1, 1])
    for (const part of ['138', '8000', '1380013800', '138%', '_3800138000']) expect(await found(part)).toBe(0)
  })

  it('[REP-01] keeps the photos with the report and shows them by a link that needs no session', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report({ fileIds: [await told.resident.photo(told.community.id)] })
    const view = await told.read(told.resident, repair)
    expect(view.files).toHaveLength(1)
    expect(view.timeline[0]).toMatchObject({ kind: 'opened', text: '提交了报修' })
    const { pathname, search } = new URL(view.files[0]!.url)
    const picture = await fetch(`${app.url}${pathname}${search}`)
    expect(picture.status).toBe(200)
  })

  it('shows what was written to WeChat’s content check; the office sees the verdict, the repair goes on', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    expect(await told.read(told.supervisor, repair)).toMatchObject({
      state: 'assigned',
      contentVerdict: expect.stringMatching(/pass|pending/),
    })
    expect(await told.read(told.resident, repair)).toMatchObject({ contentVerdict: null })
  })

  it('does not know a place, a file or a community that is not theirs', async () => {
    const told = await RepairStory.begin(app)
    const other = await RepairStory.begin(app)
    await told.resident.post(other.path, other.leak()).expect(404)
    await told.resident.post(told.path, other.leak()).expect(404)
    const foreign = await other.resident.photo(other.community.id)
    await told.resident.post(told.path, told.leak({ fileIds: [foreign] })).expect(404)
  })

  it('happens once however often it is sent, and answers the same', async () => {
    const told = await RepairStory.begin(app)
    const key = randomUUID()
    const body = told.leak()
    const answers = await Promise.all(Array.from({ length: 20 }, () => told.resident.post(told.path, body, key)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    const { rows } = await app.owner.query('SELECT 1 FROM cases WHERE community_id = $1', [told.community.id])
    expect(rows).toHaveLength(1)
    const changed = await told.resident.post(told.path, { ...body, description: '另一件事' }, key)
    expect(changed.body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  it('says the promise before anything is sent', async () => {
    const told = await RepairStory.begin(app, 'B')
    const { body } = await told.resident.get(`/communities/${told.community.id}/repair-options`).expect(200)
    expect((body as { promises: { sentence: string }[] }).promises.map((promise) => promise.sentence)).toEqual([
      '15 分钟内有人接单，24 小时内答复，48 小时内修好',
      '15 分钟内有人接单（服务时间内），24 小时内答复，48 小时内修好',
      '30 分钟内有人接单（服务时间内），24 小时内答复，48 小时内修好',
    ])
  })
})

describe('dispatch', () => {
  it('[REP-02] goes to a qualified person on duty with the least load and says why', async () => {
    const told = await RepairStory.begin(app)
    const electrician = await app.world.staff(told.community, { skills: ['electrical'] })
    await told.report()
    const second = await app.world.staff(told.community)
    const repair = await told.report()
    const view = await told.read(told.supervisor, repair)
    expect(view.assignee?.id).toBe(second.staffId)
    expect(view.assignee?.id).not.toBe(electrician.staffId)
    expect(view.assignedBecause.map((reason) => reason.rule)).toEqual(['qualified', 'on-duty', 'least-load'])
  })

  it('[REP-02] stays in the queue when nobody fits, and the supervisor is told', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report({ category: 'lift', urgency: 'emergency' })
    expect(await told.read(told.supervisor, repair)).toMatchObject({ state: 'reported', assignee: null })
    const { body } = await told.supervisor.get('/me/messages').expect(200)
    expect((body as { items: { kind: string }[] }).items.map((message) => message.kind)).toEqual(['repair.undispatched'])
  })

  it('[REP-02] goes to the first qualified person who comes on duty when nobody was', async () => {
    const told = await RepairStory.begin(app)
    const electrician = await app.world.staff(told.community, { skills: ['electrical'], onDuty: false })
    const repair = await told.report({ category: 'power' })
    expect((await told.read(told.supervisor, repair)).state).toBe('reported')
    await electrician.put(`/communities/${told.community.id}/duty`, { onDuty: true }).expect(200)
    await app.deliver()
    expect(await told.read(told.supervisor, repair)).toMatchObject({ state: 'assigned', assignee: { id: electrician.staffId } })
  })

  it('[REP-02] can be done by hand, and whoever had it stays in the timeline', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    const second = await app.world.staff(told.community)
    await told.act(told.supervisor, repair, 'dispatch', { staffId: second.staffId })
    const view = await told.read(told.supervisor, repair)
    expect(view.assignee?.id).toBe(second.staffId)
    const dispatches = view.timeline.filter((event) => event.kind === 'dispatch').map((event) => event.text)
    expect(dispatches[0]).toContain(told.engineer.name)
    expect(dispatches[1]).toContain(second.name)
  })

  it('[REP-02] does not give work to somebody without the trade', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    const painter = await app.world.staff(told.community, { skills: ['masonry'] })
    const { version } = await told.read(told.supervisor, repair)
    const answer = await told.supervisor.post(`${told.path}/${repair.id}/dispatch`, { version, staffId: painter.staffId })
    expect(answer.body).toMatchObject({ status: 422, code: 'STAFF_NOT_QUALIFIED' })
  })
})

describe('taking it on', () => {
  it('[REP-03] tells the person assigned, who accepts, which stops the response clock', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    const { body } = await told.engineer.get('/me/messages').expect(200)
    expect((body as { items: object[] }).items[0]).toMatchObject({
      kind: 'repair.assigned',
      caseId: repair.id,
      repairId: repair.id,
    })
    app.clock.advance({ minutes: 5 })
    await told.act(told.engineer, repair, 'accept')
    const view = await told.read(told.resident, repair)
    expect(view.state).toBe('accepted')
    expect(view.clocks.find((clock) => clock.name === 'respond')?.state).toBe('kept')
  })

  it('[REP-03] is declined with a reason and goes to somebody else', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    const second = await app.world.staff(told.community)
    await told.act(told.engineer, repair, 'decline', { reason: '正在处理爆管' })
    const view = await told.read(told.supervisor, repair)
    expect(view).toMatchObject({ state: 'assigned', assignee: { id: second.staffId } })
    expect(view.timeline.map((event) => event.text)).toContain('退回：正在处理爆管')
  })

  it('is accepted by one of fifty who press at once, and the others are told who', async () => {
    const told = await RepairStory.begin(app)
    const engineers = await Promise.all(
      Array.from({ length: 50 }, () => app.world.staff(told.community, { skills: ['lift'], onDuty: false })),
    )
    const repair = await told.report({ category: 'lift' })
    await app.owner.query(
      `INSERT INTO duty_periods (community_id, id, staff_id, since) SELECT $1, uuidv7(), unnest($2::uuid[]), $3`,
      [told.community.id, engineers.map((engineer) => engineer.staffId), app.clock.now()],
    )
    const { version } = await told.read(engineers[0]!, repair)
    const answers = await Promise.all(engineers.map((engineer) => engineer.post(`${told.path}/${repair.id}/accept`, { version })))
    const winners = answers.filter((answer) => answer.status === 200)
    expect(winners).toHaveLength(1)
    const view = await told.read(told.supervisor, repair)
    const refusals = answers
      .filter((answer) => answer.status === 409)
      .map((answer) => answer.body as { code: string; detail: string })
    expect(refusals).toHaveLength(49)
    expect(new Set(refusals.map((refusal) => `${refusal.code} ${refusal.detail}`))).toEqual(
      new Set([`REPAIR_ALREADY_TAKEN 这一单已由${view.assignee!.name}接单。`]),
    )
  })

  it('is not accepted by somebody off duty', async () => {
    const told = await RepairStory.begin(app)
    const resting = await app.world.staff(told.community, { skills: ['lift'], onDuty: false })
    const repair = await told.report({ category: 'lift' })
    const { version } = await told.read(resting, repair)
    const answer = await resting.post(`${told.path}/${repair.id}/accept`, { version })
    expect(answer.body).toMatchObject({ status: 422, code: 'NOT_ON_DUTY' })
  })
})
