import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RepairReceipt, RepairView, Urgency } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

interface Story {
  community: TestCommunity
  resident: Person
  engineer: Person
  supervisor: Person
  path: string
}

async function story(preset: 'A' | 'B' | 'C' = 'B'): Promise<Story> {
  app.clock.set('2026-11-21T04:00:00Z')
  const community = await app.world.community({ preset })
  const resident = await app.world.resident(community)
  const engineer = await app.world.staff(community)
  const supervisor = await app.world.staff(community, { post: 'engineering-supervisor', skills: [] })
  return { community, resident, engineer, supervisor, path: `/communities/${community.id}/repairs` }
}

const leak = (unitId: string, more: object = {}) => ({
  place: { kind: 'unit', id: unitId },
  category: 'water-leak',
  urgency: 'routine',
  description: '厨房水管漏水',
  fileIds: [],
  ...more,
})

async function report({ resident, path }: Story, more: object = {}): Promise<RepairReceipt> {
  const answer = await resident.post(path, leak(resident.unitId, more)).expect(201)
  await app.deliver()
  return answer.body as RepairReceipt
}

async function read(person: Person, { path }: Story, { id }: { id: string }): Promise<RepairView> {
  return (await person.get(`${path}/${id}`).expect(200)).body as RepairView
}

/** Does one thing to a repair at the version it has now. */
async function act(person: Person, told: Story, repair: { id: string }, action: string, body: object = {}): Promise<RepairReceipt> {
  const { version } = await read(person, told, repair)
  const answer = await person.post(`${told.path}/${repair.id}/${action}`, { version, ...body })
  expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({ status: 200 })
  await app.deliver()
  return answer.body as RepairReceipt
}

async function untilDone(told: Story): Promise<RepairReceipt> {
  const repair = await report(told)
  await act(told.engineer, told, repair, 'accept')
  await act(told.engineer, told, repair, 'arrive', { fileIds: [] })
  const photo = await told.engineer.photo(told.community.id)
  return act(told.engineer, told, repair, 'finish', { text: '更换角阀', labourMinutes: 30, fileIds: [photo] })
}

describe('reporting a repair', () => {
  it('[REP-01] takes repairs from all five channels into one queue', async () => {
    const told = await story()
    const desk = await app.world.staff(told.community, { post: 'front-desk', skills: [] })
    await told.resident.post(told.path, leak(told.resident.unitId)).expect(201)
    await told.resident.post(told.path, leak(told.resident.unitId, { codeToken: 'uAAAA' })).expect(201)
    for (const channel of ['front-desk', 'telephone', 'on-site']) {
      const reporter = { name: '王女士', phone: '13800138000' }
      await desk.post(told.path, leak(told.resident.unitId, { channel, reporter })).expect(201)
    }
    const { body } = await desk.get(told.path).expect(200)
    const channels = (body as { items: { channel: string }[] }).items.map((row) => row.channel)
    expect(channels.sort()).toEqual(['code', 'front-desk', 'miniprogram', 'on-site', 'telephone'])
  })

  it('[REP-01] keeps the photos with the report and shows them by a link that needs no session', async () => {
    const told = await story()
    const repair = await report(told, { fileIds: [await told.resident.photo(told.community.id)] })
    const view = await read(told.resident, told, repair)
    expect(view.files).toHaveLength(1)
    expect(view.timeline[0]).toMatchObject({ kind: 'opened', text: '提交了报修' })
    const { pathname, search } = new URL(view.files[0]!.url)
    const picture = await fetch(`${app.url}${pathname}${search}`)
    expect(picture.status).toBe(200)
  })

  it('does not know a place, a file or a community that is not theirs', async () => {
    const told = await story()
    const other = await story()
    await told.resident.post(other.path, leak(other.resident.unitId)).expect(404)
    await told.resident.post(told.path, leak(other.resident.unitId)).expect(404)
    const foreign = await other.resident.photo(other.community.id)
    await told.resident.post(told.path, leak(told.resident.unitId, { fileIds: [foreign] })).expect(404)
  })

  it('happens once however often it is sent, and answers the same', async () => {
    const told = await story()
    const key = randomUUID()
    const body = leak(told.resident.unitId)
    const answers = await Promise.all(Array.from({ length: 20 }, () => told.resident.post(told.path, body, key)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    const { rows } = await app.owner.query('SELECT 1 FROM cases WHERE community_id = $1', [told.community.id])
    expect(rows).toHaveLength(1)
    const changed = await told.resident.post(told.path, { ...body, description: '另一件事' }, key)
    expect(changed.body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  it('says the promise before anything is sent', async () => {
    const told = await story('B')
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
    const told = await story()
    const electrician = await app.world.staff(told.community, { skills: ['electrical'] })
    await report(told)
    const second = await app.world.staff(told.community)
    const repair = await report(told)
    const view = await read(told.supervisor, told, repair)
    expect(view.assignee?.id).toBe(second.staffId)
    expect(view.assignee?.id).not.toBe(electrician.staffId)
    expect(view.assignedBecause.map((reason) => reason.rule)).toEqual(['qualified', 'on-duty', 'least-load'])
  })

  it('[REP-02] stays in the queue when nobody fits, and the supervisor is told', async () => {
    const told = await story()
    const repair = await report(told, { category: 'lift', urgency: 'emergency' })
    expect(await read(told.supervisor, told, repair)).toMatchObject({ state: 'reported', assignee: null })
    const { body } = await told.supervisor.get('/me/messages').expect(200)
    expect((body as { items: { kind: string }[] }).items.map((message) => message.kind)).toEqual(['repair.undispatched'])
  })

  it('[REP-02] can be done by hand, and whoever had it stays in the timeline', async () => {
    const told = await story()
    const repair = await report(told)
    const second = await app.world.staff(told.community)
    await act(told.supervisor, told, repair, 'dispatch', { staffId: second.staffId })
    const view = await read(told.supervisor, told, repair)
    expect(view.assignee?.id).toBe(second.staffId)
    const dispatches = view.timeline.filter((event) => event.kind === 'dispatch').map((event) => event.text)
    expect(dispatches[0]).toContain(told.engineer.name)
    expect(dispatches[1]).toContain(second.name)
  })

  it('[REP-02] does not give work to somebody without the trade', async () => {
    const told = await story()
    const repair = await report(told)
    const painter = await app.world.staff(told.community, { skills: ['masonry'] })
    const { version } = await read(told.supervisor, told, repair)
    const answer = await told.supervisor.post(`${told.path}/${repair.id}/dispatch`, { version, staffId: painter.staffId })
    expect(answer.body).toMatchObject({ status: 422, code: 'STAFF_NOT_QUALIFIED' })
  })
})

describe('taking it on', () => {
  it('[REP-03] tells the person assigned, who accepts, which stops the response clock', async () => {
    const told = await story()
    const repair = await report(told)
    const { body } = await told.engineer.get('/me/messages').expect(200)
    expect((body as { items: object[] }).items[0]).toMatchObject({ kind: 'repair.assigned', repairId: repair.id })
    app.clock.advance({ minutes: 5 })
    await act(told.engineer, told, repair, 'accept')
    const view = await read(told.resident, told, repair)
    expect(view.state).toBe('accepted')
    expect(view.clocks.find((clock) => clock.name === 'respond')?.state).toBe('kept')
  })

  it('[REP-03] is declined with a reason and goes to somebody else', async () => {
    const told = await story()
    const repair = await report(told)
    const second = await app.world.staff(told.community)
    await act(told.engineer, told, repair, 'decline', { reason: '正在处理爆管' })
    const view = await read(told.supervisor, told, repair)
    expect(view).toMatchObject({ state: 'assigned', assignee: { id: second.staffId } })
    expect(view.timeline.map((event) => event.text)).toContain('退回：正在处理爆管')
  })

  it('is accepted by one of fifty who press at once, and the others are told who', async () => {
    const told = await story()
    const engineers = await Promise.all(Array.from({ length: 50 }, () => app.world.staff(told.community, { skills: ['lift'], onDuty: false })))
    const repair = await report(told, { category: 'lift' })
    await app.owner.query(
      `INSERT INTO duty_periods (community_id, id, staff_id, since) SELECT $1, uuidv7(), unnest($2::uuid[]), $3`,
      [told.community.id, engineers.map((engineer) => engineer.staffId), app.clock.now()],
    )
    const { version } = await read(engineers[0]!, told, repair)
    const answers = await Promise.all(engineers.map((engineer) => engineer.post(`${told.path}/${repair.id}/accept`, { version })))
    const winners = answers.filter((answer) => answer.status === 200)
    expect(winners).toHaveLength(1)
    const view = await read(told.supervisor, told, repair)
    const refusals = answers.filter((answer) => answer.status === 409).map((answer) => answer.body as { code: string; detail: string })
    expect(refusals).toHaveLength(49)
    expect(new Set(refusals.map((refusal) => `${refusal.code} ${refusal.detail}`))).toEqual(
      new Set([`REPAIR_ALREADY_TAKEN 这一单已由${view.assignee!.name}接单。`]),
    )
  })

  it('is not accepted by somebody off duty', async () => {
    const told = await story()
    const resting = await app.world.staff(told.community, { skills: ['lift'], onDuty: false })
    const repair = await report(told, { category: 'lift' })
    const { version } = await read(resting, told, repair)
    const answer = await resting.post(`${told.path}/${repair.id}/accept`, { version })
    expect(answer.body).toMatchObject({ status: 422, code: 'NOT_ON_DUTY' })
  })
})

describe('clocks', () => {
  it.each([
    ['A', 'routine', 15, 24 * 60],
    ['B', 'routine', 30, 48 * 60],
    ['B', 'urgent', 15, 48 * 60],
    ['C', 'routine', 120, null],
    ['C', 'emergency', 5, null],
  ] as const)('[STD-02] preset %s, %s: respond in %s min, resolve in %s min', async (preset, urgency: Urgency, respond, resolve) => {
    const told = await story(preset)
    const view = await read(told.resident, told, await report(told, { urgency }))
    const minutes = Object.fromEntries(view.clocks.map((clock) => [clock.name, clock.targetMinutes]))
    expect(minutes.respond).toBe(respond)
    expect(minutes.resolve ?? null).toBe(resolve)
  })

  it('[STD-02] keeps the figure a running case started under when another standard is adopted', async () => {
    const told = await story('A')
    const manager = await app.world.staff(told.community, { post: 'project-manager', skills: [] })
    const before = await report(told)
    const adoption = { preset: 'C', overrides: {}, effectiveFrom: app.clock.now().toISOString(), reason: '改用流程标准' }
    await manager.put(`/communities/${told.community.id}/standard`, adoption).expect(200)
    app.clock.advance({ seconds: 1 })
    const after = await report(told)
    const respond = async (repair: RepairReceipt) =>
      (await read(told.resident, told, repair)).clocks.find((clock) => clock.name === 'respond')?.targetMinutes
    expect(await respond(before)).toBe(15)
    expect(await respond(after)).toBe(120)
  })

  it('[STD-02] a small repair of preset A is due on the same day', async () => {
    const told = await story('A')
    const view = await read(told.resident, told, await report(told, { category: 'taps' }))
    expect(view.clocks.find((clock) => clock.name === 'resolve')?.dueAt).toBe('2026-11-21T16:00:00.000Z')
  })

  it('[REP-04] climbs from assignee to supervisor, project manager and company when nobody takes it', async () => {
    const told = await story('B')
    const manager = await app.world.staff(told.community, { post: 'project-manager', skills: [] })
    const headOffice = await app.world.staff(told.community, { post: 'head-office', skills: [] })
    const repair = await report(told, { category: 'lift', urgency: 'emergency' })
    const kinds = async (person: Person) => {
      const { body } = await person.get('/me/messages').expect(200)
      return (body as { items: { kind: string }[] }).items.map((message) => message.kind).filter((kind) => kind !== 'repair.undispatched')
    }
    app.clock.advance({ minutes: 11 })
    await app.deliver()
    expect(await kinds(told.supervisor)).toEqual(['repair.warned'])
    app.clock.advance({ minutes: 4 })
    await app.deliver()
    expect(await kinds(told.supervisor)).toEqual(['repair.breached', 'repair.warned'])
    expect(await kinds(manager)).toEqual([])
    app.clock.advance({ minutes: 8 })
    await app.deliver()
    expect(await kinds(manager)).toEqual(['repair.breached'])
    app.clock.advance({ minutes: 8 })
    await app.deliver()
    expect(await kinds(headOffice)).toEqual(['repair.breached'])
    const view = await read(told.supervisor, told, repair)
    expect(view.late).toBe(true)
    expect(view.timeline.map((event) => event.text).filter((text) => text.includes('响应'))).toEqual([
      '响应时限将到，已提醒处理人',
      '响应超时，已升级至主管',
      '响应仍未完成，已升级至项目经理',
      '响应仍未完成，已升级至公司',
    ])
  })

  it('[REP-04] records every step a standstill left behind, once, with two servers scanning', async () => {
    const told = await story('B')
    const repair = await report(told, { category: 'lift', urgency: 'emergency' })
    app.clock.advance({ hours: 1 })
    const { ClockScan } = await import('../cases/index.ts')
    const other = await app.replica()
    await Promise.all([app.nest.get(ClockScan).run(), other.get(ClockScan).run(), app.nest.get(ClockScan).run()])
    await app.deliver()
    const view = await read(told.supervisor, told, repair)
    const steps = view.timeline.filter((event) => event.kind === 'clock-step')
    expect(steps.map((event) => event.text)).toHaveLength(new Set(steps.map((event) => event.text)).size)
    expect(steps).toHaveLength(4)
  })

  it('[REP-04] stands still while waiting for parts, with the reason on record', async () => {
    const told = await story('A')
    const repair = await report(told)
    await act(told.engineer, told, repair, 'accept')
    const before = (await read(told.engineer, told, repair)).clocks.find((clock) => clock.name === 'resolve')!
    await act(told.engineer, told, repair, 'wait', { for: 'parts', reason: '阀芯缺货' })
    const paused = await read(told.resident, told, repair)
    expect(paused.clocks.find((clock) => clock.name === 'resolve')).toMatchObject({ state: 'paused', pausedBecause: '等配件：阀芯缺货' })
    app.clock.advance({ hours: 10 })
    await act(told.engineer, told, repair, 'resume')
    const after = (await read(told.engineer, told, repair)).clocks.find((clock) => clock.name === 'resolve')!
    expect(new Date(after.dueAt).getTime() - new Date(before.dueAt).getTime()).toBe(10 * 3600_000)
    expect((await read(told.engineer, told, repair)).timeline.map((event) => event.text)).toContain('暂停，等配件：阀芯缺货')
  })
})

describe('the work', () => {
  it('[REP-05] is flagged after a day without an update, until somebody writes one', async () => {
    const told = await story('B')
    const repair = await report(told)
    await act(told.engineer, told, repair, 'accept')
    app.clock.advance({ hours: 25 })
    await app.deliver()
    expect((await read(told.supervisor, told, repair)).flaggedNoProgress).toBe(true)
    await act(told.engineer, told, repair, 'note', { text: '已订配件，明早到', fileIds: [] })
    expect((await read(told.supervisor, told, repair)).flaggedNoProgress).toBe(false)
  })

  it('[REP-05] records photos before and after, materials, labour and an agreed charge', async () => {
    const told = await story()
    const repair = await report(told)
    await act(told.engineer, told, repair, 'accept')
    await act(told.engineer, told, repair, 'arrive', { fileIds: [await told.engineer.photo(told.community.id)] })
    await act(told.engineer, told, repair, 'add-materials', { materials: [{ name: '角阀', quantity: 1, unit: '个', unitPriceFen: 3500 }] })
    await act(told.engineer, told, repair, 'offer-charge', { lines: [{ label: '角阀', amountFen: 3500 }, { label: '人工', amountFen: 5000 }] })
    const { version } = await read(told.engineer, told, repair)
    const after = await told.engineer.photo(told.community.id)
    const early = await told.engineer.post(`${told.path}/${repair.id}/finish`, { version, text: '换好了', labourMinutes: 40, fileIds: [after] })
    expect(early.body).toMatchObject({ status: 409, code: 'CHARGE_NOT_AGREED' })
    await act(told.resident, told, repair, 'agree-charge')
    await act(told.engineer, told, repair, 'finish', { text: '换好了', labourMinutes: 40, fileIds: [after] })
    const view = await read(told.resident, told, repair)
    expect(view).toMatchObject({ state: 'done', labourMinutes: 40, charge: { state: 'agreed', amountFen: 8500 } })
    expect(view.materials).toMatchObject([{ name: '角阀', quantity: 1, unitPriceFen: 3500 }])
    expect(view.files.map((file) => file.purpose).sort()).toEqual(['after', 'before'])
  })

  it('[REP-05] is not finished without proof', async () => {
    const told = await story()
    const repair = await report(told)
    await act(told.engineer, told, repair, 'accept')
    await act(told.engineer, told, repair, 'arrive', { fileIds: [] })
    const { version } = await read(told.engineer, told, repair)
    const answer = await told.engineer.post(`${told.path}/${repair.id}/finish`, { version, text: '好了', labourMinutes: 5, fileIds: [] })
    expect(answer.body).toMatchObject({ code: 'PROOF_REQUIRED' })
  })

  it('refuses what the procedure does not allow, and a version somebody else has moved on from', async () => {
    const told = await story()
    const repair = await report(told)
    const { version } = await read(told.engineer, told, repair)
    const tooEarly = await told.engineer.post(`${told.path}/${repair.id}/arrive`, { version, fileIds: [] })
    expect(tooEarly.body).toMatchObject({ status: 409, code: 'TRANSITION_NOT_ALLOWED', detail: '当前状态是“待接单”，不能到场，请刷新后查看。' })
    const stale = await told.engineer.post(`${told.path}/${repair.id}/accept`, { version: version - 1 })
    expect(stale.body).toMatchObject({ status: 409, code: 'STALE_VERSION' })
    const notTheirs = await told.resident.post(`${told.path}/${repair.id}/accept`, { version })
    expect(notTheirs.body).toMatchObject({ status: 403, code: 'NOT_ALLOWED' })
  })
})

describe('the end', () => {
  it('[REP-06] the reporter confirms and rates', async () => {
    const told = await story()
    const repair = await untilDone(told)
    await act(told.resident, told, repair, 'confirm', { rating: 5, comment: '很快' })
    expect(await read(told.resident, told, repair)).toMatchObject({ state: 'closed', rating: 5, closeReason: 'confirmed' })
  })

  it('[REP-06] is reopened with new clocks and goes to the one who had it', async () => {
    const told = await story()
    const repair = await untilDone(told)
    app.clock.advance({ hours: 2 })
    await act(told.resident, told, repair, 'reopen', { reason: '还在滴水', fileIds: [] })
    const view = await read(told.resident, told, repair)
    expect(view).toMatchObject({ state: 'assigned', assignee: { id: told.engineer.staffId } })
    expect(view.clocks.find((clock) => clock.name === 'respond')).toMatchObject({ state: 'running', startedAt: app.clock.now().toISOString() })
  })

  it('[REP-06] closes itself unconfirmed when nobody answers', async () => {
    const told = await story()
    const repair = await untilDone(told)
    app.clock.advance({ hours: 73 })
    await app.deliver()
    expect(await read(told.resident, told, repair)).toMatchObject({ state: 'closed', closeReason: 'unanswered', rating: null })
  })

  it('[REP-06] records a return visit and archives the closed case whole', async () => {
    const told = await story()
    const desk = await app.world.staff(told.community, { post: 'front-desk', skills: [] })
    const repair = await untilDone(told)
    await act(told.resident, told, repair, 'confirm', { rating: 4 })
    await act(desk, told, repair, 'visit', { method: 'telephone', satisfied: true, finding: '没有再漏' })
    app.clock.advance({ days: 31 })
    const { ArchiveOldRepairs } = await import('./index.ts')
    await app.nest.get(ArchiveOldRepairs).run()
    const view = await read(desk, told, repair)
    expect(view).toMatchObject({ state: 'archived', allowedActions: [] })
    expect(view.visits).toMatchObject([{ method: 'telephone', satisfied: true, finding: '没有再漏' }])
  })

  it('[REP-07] supervisors draw closed repairs by lot, each once, and record what they found', async () => {
    const told = await story()
    const repair = await untilDone(told)
    await act(told.resident, told, repair, 'confirm', { rating: 3 })
    const wish = { count: 5, closedFrom: '2026-11-01T00:00:00Z', closedUntil: '2026-12-01T00:00:00Z' }
    const samples = `/communities/${told.community.id}/repair-samples`
    const { body: drawn } = await told.supervisor.post(samples, wish).expect(201)
    expect(drawn).toMatchObject([{ repairId: repair.id, result: 'pending' }])
    const { body: again } = await told.supervisor.post(samples, wish).expect(201)
    expect(again).toEqual([])
    const [sample] = drawn as { id: string }[]
    await told.supervisor.post(`${samples}/${sample!.id}/result`, { result: 'failed', finding: '密封胶未打' }).expect(200)
    expect((await read(told.supervisor, told, repair)).samples).toMatchObject([{ result: 'failed', finding: '密封胶未打' }])
  })
})

describe('who sees what', () => {
  it('[ORG-05] a resident sees their own repairs and those of their home, not the neighbour’s', async () => {
    const told = await story()
    const repair = await report(told)
    const family = await app.world.resident(told.community, { unitId: told.resident.unitId, role: 'family' })
    const neighbour = await app.world.resident(told.community)
    await family.get(`${told.path}/${repair.id}`).expect(200)
    await neighbour.get(`${told.path}/${repair.id}`).expect(404)
    await neighbour.get(told.path).expect(403)
    const { body } = await neighbour.get('/me/repairs').expect(200)
    expect(body).toMatchObject({ items: [] })
  })

  it('[ORG-05] another community answers exactly as one that does not exist', async () => {
    const told = await story()
    const other = await story()
    const repair = await report(other)
    const foreign = await told.supervisor.get(`${other.path}/${repair.id}`)
    const missing = await told.supervisor.get(`/communities/${randomUUID()}/repairs/${repair.id}`)
    const hidden = ({ traceId: _, ...rest }: Record<string, unknown>) => rest
    expect(hidden(foreign.body as Record<string, unknown>)).toEqual(hidden(missing.body as Record<string, unknown>))
    expect(foreign.status).toBe(404)
  })

  it('writes every change down: who, what, before and after', async () => {
    const told = await story()
    const repair = await report(told)
    await act(told.engineer, told, repair, 'accept')
    const { rows } = await app.owner.query<{ action: string; actor_name: string; before: object; after: object }>(
      'SELECT action, actor_name, before, after FROM audit_entries WHERE subject_id = $1 ORDER BY id',
      [repair.id],
    )
    expect(rows.map((row) => row.action).sort()).toEqual(['repairs.accept', 'repairs.dispatch', 'repairs.report'])
    expect(rows.find((row) => row.action === 'repairs.accept')).toMatchObject({
      actor_name: told.engineer.name,
      before: { state: 'assigned' },
      after: { state: 'accepted' },
    })
  })
})

describe('lists', () => {
  it('page through the open queue by urgency of their clocks, without gap or repetition', async () => {
    const told = await story()
    for (let count = 0; count < 7; count++) await told.resident.post(told.path, leak(told.resident.unitId)).expect(201)
    await app.deliver()
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await told.supervisor.get(`${told.path}?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`).expect(200)
      const page = body as { items: { id: string }[]; nextCursor: string | null }
      seen.push(...page.items.map((row) => row.id))
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  it('counts what the board shows', async () => {
    const told = await story()
    const repair = await untilDone(told)
    await act(told.resident, told, repair, 'confirm', { rating: 5 })
    await report(told)
    const { body } = await told.supervisor.get(`/communities/${told.community.id}/repair-numbers`).expect(200)
    expect(body).toMatchObject({ byState: { assigned: 1, closed: 0 }, closedThisMonth: 1, onTimeThisMonth: 1, ratingThisMonth: 5 })
    expect((body as { byDay: object[] }).byDay).toHaveLength(30)
  })
})
