import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { RepairStory } from '../../../test/repair-story.ts'
import { ArchiveOldRepairs } from './index.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('the work', () => {
  it('[REP-05] is flagged after a day without an update, until somebody writes one', async () => {
    const told = await RepairStory.begin(app, 'B')
    const repair = await told.report()
    await told.act(told.engineer, repair, 'accept')
    app.clock.advance({ hours: 25 })
    await app.deliver()
    expect((await told.read(told.supervisor, repair)).flaggedNoProgress).toBe(true)
    await told.act(told.engineer, repair, 'note', { text: '已订配件，明早到', fileIds: [] })
    expect((await told.read(told.supervisor, repair)).flaggedNoProgress).toBe(false)
  })

  it('[REP-05] records photos before and after, materials, labour and an agreed charge', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    await told.act(told.engineer, repair, 'accept')
    await told.act(told.engineer, repair, 'arrive', { fileIds: [await told.engineer.photo(told.community.id)] })
    await told.act(told.engineer, repair, 'add-materials', {
      materials: [{ name: '角阀', quantity: 1, unit: '个', unitPriceFen: 3500 }],
    })
    await told.act(told.engineer, repair, 'offer-charge', {
      lines: [
        { label: '角阀', amountFen: 3500 },
        { label: '人工', amountFen: 5000 },
      ],
    })
    const { version } = await told.read(told.engineer, repair)
    const after = await told.engineer.photo(told.community.id)
    const early = await told.engineer.post(`${told.path}/${repair.id}/finish`, {
      version,
      text: '换好了',
      labourMinutes: 40,
      fileIds: [after],
    })
    expect(early.body).toMatchObject({ status: 409, code: 'CHARGE_NOT_AGREED' })
    await told.act(told.resident, repair, 'agree-charge')
    await told.act(told.engineer, repair, 'finish', { text: '换好了', labourMinutes: 40, fileIds: [after] })
    const view = await told.read(told.resident, repair)
    expect(view).toMatchObject({ state: 'done', labourMinutes: 40, charge: { state: 'agreed', amountFen: 8500 } })
    expect(view.materials).toMatchObject([{ name: '角阀', quantity: 1, unitPriceFen: 3500 }])
    expect(view.files.map((file) => file.purpose).sort()).toEqual(['after', 'before'])
  })

  it('[REP-05] is not finished without proof', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    await told.act(told.engineer, repair, 'accept')
    await told.act(told.engineer, repair, 'arrive', { fileIds: [] })
    const { version } = await told.read(told.engineer, repair)
    const answer = await told.engineer.post(`${told.path}/${repair.id}/finish`, {
      version,
      text: '好了',
      labourMinutes: 5,
      fileIds: [],
    })
    expect(answer.body).toMatchObject({ code: 'PROOF_REQUIRED' })
  })

  it('refuses what the procedure does not allow, and a version somebody else has moved on from', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    const { version } = await told.read(told.engineer, repair)
    const tooEarly = await told.engineer.post(`${told.path}/${repair.id}/arrive`, { version, fileIds: [] })
    expect(tooEarly.body).toMatchObject({
      status: 409,
      code: 'TRANSITION_NOT_ALLOWED',
      detail: '当前状态是“待接单”，不能到场，请刷新后查看。',
    })
    const stale = await told.engineer.post(`${told.path}/${repair.id}/accept`, { version: version - 1 })
    expect(stale.body).toMatchObject({ status: 409, code: 'STALE_VERSION' })
    const notTheirs = await told.resident.post(`${told.path}/${repair.id}/accept`, { version })
    expect(notTheirs.body).toMatchObject({ status: 403, code: 'NOT_ALLOWED' })
  })
})

describe('the end', () => {
  it('[REP-06] the reporter confirms and rates', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.untilDone()
    await told.act(told.resident, repair, 'confirm', { rating: 5, comment: '很快' })
    expect(await told.read(told.resident, repair)).toMatchObject({ state: 'closed', rating: 5, closeReason: 'confirmed' })
  })

  it('[REP-06] is reopened with new clocks and goes to the one who had it', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.untilDone()
    app.clock.advance({ hours: 2 })
    await told.act(told.resident, repair, 'reopen', { reason: '还在滴水', fileIds: [] })
    const view = await told.read(told.resident, repair)
    expect(view).toMatchObject({ state: 'assigned', assignee: { id: told.engineer.staffId } })
    expect(view.clocks.find((clock) => clock.name === 'respond')).toMatchObject({
      state: 'running',
      startedAt: app.clock.now().toISOString(),
    })
  })

  it('[REP-06] closes itself unconfirmed when nobody answers', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.untilDone()
    app.clock.advance({ hours: 73 })
    await app.deliver()
    expect(await told.read(told.resident, repair)).toMatchObject({ state: 'closed', closeReason: 'unanswered', rating: null })
  })

  it('[REP-06] records a return visit and archives the closed case whole', async () => {
    const told = await RepairStory.begin(app)
    const desk = await app.world.staff(told.community, { post: 'front-desk', skills: [] })
    const repair = await told.untilDone()
    await told.act(told.resident, repair, 'confirm', { rating: 4 })
    await told.act(desk, repair, 'visit', { method: 'telephone', satisfied: true, finding: '没有再漏' })
    app.clock.advance({ days: 31 })
    await app.nest.get(ArchiveOldRepairs).run()
    const view = await told.read(desk, repair)
    expect(view).toMatchObject({ state: 'archived', allowedActions: [] })
    expect(view.visits).toMatchObject([{ method: 'telephone', satisfied: true, finding: '没有再漏' }])
  })

  it('[REP-07] supervisors draw closed repairs by lot, each once, and record what they found', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.untilDone()
    await told.act(told.resident, repair, 'confirm', { rating: 3 })
    const wish = { count: 5, closedFrom: '2026-11-01T00:00:00Z', closedUntil: '2026-12-01T00:00:00Z' }
    const samples = `/communities/${told.community.id}/repair-samples`
    const { body: drawn } = await told.supervisor.post(samples, wish).expect(201)
    expect(drawn).toMatchObject([{ repairId: repair.id, result: 'pending' }])
    const { body: again } = await told.supervisor.post(samples, wish).expect(201)
    expect(again).toEqual([])
    const [sample] = drawn as { id: string }[]
    await told.supervisor.post(`${samples}/${sample!.id}/result`, { result: 'failed', finding: '密封胶未打' }).expect(200)
    expect((await told.read(told.supervisor, repair)).samples).toMatchObject([{ result: 'failed', finding: '密封胶未打' }])
  })
})

describe('who sees what', () => {
  it('[ORG-05] a resident sees their own repairs and those of their home, not the neighbour’s', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    const family = await app.world.resident(told.community, { unitId: told.resident.unitId, role: 'family' })
    const neighbour = await app.world.resident(told.community)
    await family.get(`${told.path}/${repair.id}`).expect(200)
    await neighbour.get(`${told.path}/${repair.id}`).expect(404)
    await neighbour.get(told.path).expect(403)
    const { body } = await neighbour.get('/me/repairs').expect(200)
    expect(body).toMatchObject({ items: [] })
  })

  it('[ORG-05] another community answers exactly as one that does not exist', async () => {
    const told = await RepairStory.begin(app)
    const other = await RepairStory.begin(app)
    const repair = await other.report()
    const foreign = await told.supervisor.get(`${other.path}/${repair.id}`)
    const missing = await told.supervisor.get(`/communities/${randomUUID()}/repairs/${repair.id}`)
    const hidden = ({ traceId: _, ...rest }: Record<string, unknown>) => rest
    expect(hidden(foreign.body as Record<string, unknown>)).toEqual(hidden(missing.body as Record<string, unknown>))
    expect(foreign.status).toBe(404)
  })

  it('writes every change down: who, what, before and after', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    await told.act(told.engineer, repair, 'accept')
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
    const told = await RepairStory.begin(app)
    for (let count = 0; count < 7; count++) await told.resident.post(told.path, told.leak()).expect(201)
    await app.deliver()
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await told.supervisor
        .get(`${told.path}?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
        .expect(200)
      const page = body as { items: { id: string }[]; nextCursor: string | null }
      seen.push(...page.items.map((row) => row.id))
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  it('counts what the board shows', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.untilDone()
    await told.act(told.resident, repair, 'confirm', { rating: 5 })
    await told.report()
    const { body } = await told.supervisor.get(`/communities/${told.community.id}/repair-numbers`).expect(200)
    const { body: options } = await told.resident.get(`/communities/${told.community.id}/repair-options`).expect(200)
    const kept = { urgency: 'routine', closedThisMonth: 1, onTimeThisMonth: 1 }
    expect((options as { promises: object[] }).promises[2]).toMatchObject(kept)
    expect(body).toMatchObject({
      byState: { assigned: 1, closed: 0 },
      closedThisMonth: 1,
      onTimeThisMonth: 1,
      ratingThisMonth: 5,
    })
    expect((body as { byDay: object[] }).byDay).toHaveLength(30)
  })
})
