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

async function proposed(more: object = {}): Promise<{ id: string }> {
  const complaint = await story.investigated(more)
  await story.act(story.handler, complaint, 'propose', { solution: '划线' })
  return complaint
}

async function leaves(successorId: string | null): Promise<void> {
  const { rows } = await app.owner.query<{ version: number }>('SELECT version FROM staff WHERE id = $1', [story.handler.staffId])
  const given = { kind: 'complaint', communityId: story.community.id, category: 'parking', successorId }
  const leaving = { version: rows[0]!.version, leftOn: '2026-11-21', reason: '离职', work: successorId ? [given] : [] }
  await story.manager.post(`/staff/${story.handler.staffId!}/leave`, leaving).expect(200)
  await app.deliver()
}

describe('a complainant who does not answer', () => {
  it.each(['proposed', 'done'])('[COM-02] has a week: until then what is %s is not put away over their head', async (state) => {
    const complaint = await proposed()
    if (state === 'done') {
      await story.act(story.resident, complaint, 'accept-solution')
      await story.act(story.handler, complaint, 'finish', { result: '已划线', fileIds: [] })
    }
    const { version, allowedActions } = await story.read(story.supervisor, complaint)
    expect(allowedActions).not.toContain('archive')
    const refused = await story.supervisor.post(`${story.path}/${complaint.id}/archive`, { version }).expect(409)
    expect(refused.body).toMatchObject({ code: 'COMPLAINT_ANSWER_AWAITED' })
    app.clock.advance({ days: 7 })
    expect((await story.read(story.supervisor, complaint)).allowedActions).toContain('archive')
    await story.act(story.supervisor, complaint, 'archive')
    expect(await story.read(story.resident, complaint)).toMatchObject({ state: 'archived', rating: null })
  })

  it('[COM-02] nobody waits for where there is nobody: a slip without a name is put away once it is done', async () => {
    const { body } = await story.desk
      .post(`/communities/${story.community.id}/complaint-registrations`, {
        sort: 'suggestion',
        category: 'greening',
        urgency: 'routine',
        description: '多种树',
        fileIds: [],
        channel: 'suggestion-box',
      }) // prettier-ignore
      .expect(201)
    const slip = body as { id: string }
    await story.act(story.desk, slip, 'assign', { staffId: story.handler.staffId })
    await story.act(story.handler, slip, 'investigate', { note: '问绿化' })
    await story.act(story.handler, slip, 'finish', { result: '明年春天种', fileIds: [] })
    await story.act(story.supervisor, slip, 'archive')
    expect(await story.read(story.desk, slip)).toMatchObject({ state: 'archived' })
  })
})

describe('a handler who is there no more', () => {
  it('[COM-02] leaves the solution where it lies: it is answered, and given to somebody else', async () => {
    const complaint = await proposed()
    await leaves(null)
    expect(await story.read(story.desk, complaint)).toMatchObject({ state: 'proposed', assignee: null, solution: '划线' })
    expect(await story.inboxOf(story.desk)).toContain('complaint.registered')
    await story.act(story.resident, complaint, 'accept-solution')
    await story.act(story.desk, complaint, 'assign', { staffId: story.supervisor.staffId })
    await story.act(story.supervisor, complaint, 'finish', { result: '已划线', fileIds: [] })
    expect(await story.read(story.resident, complaint)).toMatchObject({ state: 'done' })
  })

  it('[COM-02] is given nothing that is taken up again: it is to be assigned', async () => {
    const complaint = await proposed()
    await story.act(story.resident, complaint, 'accept-solution')
    await story.act(story.handler, complaint, 'finish', { result: '已划线', fileIds: [] })
    await leaves(null)
    await story.act(story.resident, complaint, 'escalate', { reason: '线又没了' })
    const seen = await story.read(story.desk, complaint)
    expect(seen).toMatchObject({ state: 'registered', assignee: null, dueClock: 'resolve' })
    expect(seen.allowedActions).toContain('assign')
  })

  it('[COM-02] holds a post limited to buildings: it reaches no complaint, so none is given to them', async () => {
    const limited = await app.world.staff(story.community, { post: 'front-desk', permissions: ['complaints.handle'] })
    await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [
      limited.staffId,
      [story.community.buildingId],
    ])
    const complaint = await story.report()
    const { body } = await story.desk.get(`/communities/${story.community.id}/complaint-handlers`).expect(200)
    expect((body as { staffId: string }[]).map(({ staffId }) => staffId)).not.toContain(limited.staffId)
    const { version } = await story.read(story.desk, complaint)
    const refused = await story.desk.post(`${story.path}/${complaint.id}/assign`, { version, staffId: limited.staffId })
    expect(refused.body).toMatchObject({ code: 'COMPLAINT_HANDLER_UNFIT' })
  })
})

describe('two who act at once', () => {
  it('[COM-02] the resident accepts while the office gives it to another: one is done, the other told to look again', async () => {
    const complaint = await proposed()
    const { version } = await story.read(story.resident, complaint)
    const at = (action: string) => `${story.path}/${complaint.id}/${action}`
    const answers = await Promise.all([
      story.resident.post(at('accept-solution'), { version }),
      story.resident.post(at('reject-solution'), { version, reason: '不行' }),
      story.desk.post(at('assign'), { version, staffId: story.supervisor.staffId }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const { version: now, timeline } = await story.read(story.desk, complaint)
    expect({ now, events: timeline.length }).toEqual({ now: version + 1, events: 5 })
  })

  it('[COM-02] what is sent twice under one key is done once, whether it comes late or at the same moment', async () => {
    const complaint = await proposed()
    const { version } = await story.read(story.resident, complaint)
    const key = '0f6f7f0e-2222-4222-8333-444455556666'
    const send = () => story.resident.post(`${story.path}/${complaint.id}/accept-solution`, { version }, key)
    const first = await Promise.all([send(), send()])
    expect(first.map(({ status }) => status).filter((status) => status === 200).length).toBeGreaterThan(0)
    app.clock.advance({ hours: 3 })
    await send().expect(200)
    expect((await story.read(story.desk, complaint)).timeline.filter(({ kind }) => kind === 'accept-solution')).toHaveLength(1)
  })
})

describe('the clock of a complex complaint', () => {
  const progressOf = async (complaint: { id: string }) =>
    (await story.read(story.desk, complaint)).clocks.find(({ name }) => name === 'answer')

  it('[COM-03] runs on while the agreed solution is carried out, and keeps that news came late', async () => {
    const complaint = await story.investigated()
    await story.act(story.supervisor, complaint, 'mark-complex', { reason: '牵涉开发商' })
    app.clock.advance({ hours: 73 })
    await app.deliver()
    await story.act(story.handler, complaint, 'talk', { text: '开发商还没回', fileIds: [] })
    expect(await progressOf(complaint)).toMatchObject({ state: 'running' })
    await story.act(story.handler, complaint, 'propose', { solution: '换整段管' })
    expect(await progressOf(complaint)).toMatchObject({ state: 'broken' })
    await story.act(story.resident, complaint, 'accept-solution')
    expect(await progressOf(complaint)).toMatchObject({ state: 'running', targetMinutes: 4320 })
    await story.act(story.handler, complaint, 'finish', { result: '换好了', fileIds: [] })
    expect(await progressOf(complaint)).toMatchObject({ state: 'broken' })
  })

  it('[COM-03] is not wound up by saying again that it is complex', async () => {
    const complaint = await story.investigated()
    await story.act(story.supervisor, complaint, 'mark-complex', { reason: '牵涉开发商' })
    const { dueAt } = await story.read(story.desk, complaint)
    app.clock.advance({ hours: 48 })
    const { version, allowedActions } = await story.read(story.supervisor, complaint)
    expect(allowedActions).not.toContain('mark-complex')
    await story.supervisor.post(`${story.path}/${complaint.id}/mark-complex`, { version, reason: '还是复杂' }).expect(409)
    expect(await story.read(story.desk, complaint)).toMatchObject({ dueAt })
  })

  it('[COM-03] of document C: what is urgent is answered at once, also at night; a routine one when the office opens', async () => {
    const on = await ComplaintStory.begin(app, 'C')
    app.clock.set('2026-11-21T15:00:00Z')
    const dueOf = async (urgency: string) => {
      const complaint = await on.report({ urgency })
      return new Date((await on.read(on.desk, complaint)).dueAt!).toISOString()
    }
    expect([await dueOf('urgent'), await dueOf('emergency'), await dueOf('routine')]).toEqual([
      '2026-11-21T15:05:00.000Z', '2026-11-21T15:05:00.000Z', '2026-11-22T02:00:00.000Z',
    ]) // prettier-ignore
  })
})
