import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type {
  ImprovementNumbers,
  ImprovementOwner,
  ImprovementRow,
  ImprovementView,
  OwedGroup,
  Page,
  Problem,
  ProposalView,
} from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { answered, ImprovementStory } from '../../../test/improvement-story.ts'
import { Propose } from './index.ts'

let app: TestApp
let story: ImprovementStory
let aged: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  story = await ImprovementStory.begin(app)
  aged = await story.causeId('管道老化')
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const DAY = 24 * 60
/** Only the rule of one place speaks up unless a test wants the others. */
const rules = (place: { cases: number; days: number }, others = { cases: 100, days: 30 }) =>
  answered(
    story.manager.put(`${story.path}/repeat-rules`, {
      rules: [
        { rule: 'cause', ...others },
        { rule: 'building', ...others },
        { rule: 'place', ...place },
      ],
    }),
  )

describe('what repeats', () => {
  it('[COM-04] is proposed from the n-th case on and not before, and told once to who sees to improvement', async () => {
    await rules({ cases: 3, days: 30 })
    await story.leaks(2, aged)
    expect(await story.look()).toBe(0)
    await story.leaks(1, aged)
    expect(await story.look()).toBe(1)
    expect(await story.look()).toBe(0)
    const [proposal] = await story.proposals()
    expect(proposal).toMatchObject({ rule: 'place', causeName: '管道老化', cases: 3, days: 30, state: 'open' })
    for (const person of [story.manager, story.colleague]) {
      const told = (await story.inboxOf(person)).filter(({ kind }) => kind === 'improvement.proposed')
      expect(told.map(({ body }) => body)).toEqual([expect.stringContaining('30 天内 3 件')])
    }
    expect((await story.inboxOf(story.resident)).map(({ kind }) => kind)).not.toContain('improvement.proposed')
    const numbers = await answered<ImprovementNumbers>(story.manager.get(`${story.path}/improvement-numbers`))
    expect(numbers).toEqual({ proposals: 1, overdue: 0 })
  })

  it('[COM-04] is proposed once however many servers look at the same time', async () => {
    await rules({ cases: 3, days: 30 })
    await story.leaks(3, aged)
    const second = await app.replica()
    const made = await Promise.all([app.nest, second, app.nest, second].map((server) => server.get(Propose).run()))
    await app.deliver()
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await story.proposals()).toHaveLength(1)
    expect((await story.inboxOf(story.manager)).filter(({ kind }) => kind === 'improvement.proposed')).toHaveLength(1)
  })

  it('[COM-04] counts a case on the last of the m days and not one reported before', async () => {
    await rules({ cases: 3, days: 10 })
    await story.leaks(1, aged)
    app.clock.advance({ minutes: 10 * DAY })
    await story.leaks(2, aged)
    app.clock.set('2026-12-01T04:00:00.001Z')
    expect(await story.look()).toBe(0)
    app.clock.set('2026-12-01T04:00:00Z')
    const { rows } = await app.owner.query<{ reported_at: Date }>(
      'SELECT min(reported_at) AS reported_at FROM cases WHERE community_id = $1',
      [story.community.id],
    )
    expect(rows[0]!.reported_at.toISOString()).toBe('2026-11-21T04:00:00.000Z')
    expect(await story.look()).toBe(1)
  })

  it('[COM-04] is the same cause in one building or anywhere, as each rule says', async () => {
    await rules({ cases: 100, days: 30 }, { cases: 4, days: 30 })
    await story.leaks(2, aged)
    await story.leaks(2, aged, story.neighbour)
    expect(await story.look()).toBe(1)
    expect((await story.proposals()).map(({ rule, placeLabel }) => [rule, placeLabel])).toEqual([['building', '1号楼']])
  })

  it('[COM-04] where rules overlap the same cases are proposed once, by the narrowest; wider ones count the others', async () => {
    await rules({ cases: 2, days: 30 }, { cases: 3, days: 30 })
    await story.leaks(3, aged)
    await story.leaks(1, aged, story.neighbour)
    expect(await story.look()).toBe(1)
    expect(await story.proposals()).toMatchObject([{ rule: 'place', cases: 3 }])
    app.clock.advance({ minutes: 1 })
    await story.leaks(2, aged)
    expect(await story.look()).toBe(1)
    const standing = await story.proposals()
    expect(standing.map(({ rule, cases }) => [rule, cases]).toSorted()).toEqual([
      ['building', 3],
      ['place', 3],
    ])
    expect(await story.look()).toBe(0)
    const { rows } = await app.owner.query<{ cases: number; all: number }>(
      `SELECT count(DISTINCT x.case_id)::int AS cases, count(*)::int AS all
       FROM improvement_proposals p, unnest(p.case_ids) AS x (case_id) WHERE p.community_id = $1`,
      [story.community.id],
    )
    expect(rows).toEqual([{ cases: 6, all: 6 }])
    const again = app.owner.query(
      `INSERT INTO improvement_proposal_cases SELECT community_id, cause_id, case_id, uuidv7() FROM improvement_proposal_cases
       WHERE community_id = $1`,
      [story.community.id],
    )
    await expect(again).rejects.toThrow(/improvement_proposal_cases_pkey/)
  })

  it('[COM-04] is dismissed with a reason and comes back only after as many new cases', async () => {
    await rules({ cases: 2, days: 30 })
    await story.leaks(2, aged)
    await story.look()
    const [proposal] = await story.proposals()
    const dismiss = (body: object) => story.manager.post(`${story.path}/improvement-proposals/${proposal!.id}/dismiss`, body)
    expect((await dismiss({ version: 1 })).status).toBe(400)
    const settled = await answered<ProposalView>(dismiss({ reason: '下月整体改造', version: 1 }))
    expect(settled).toMatchObject({ state: 'dismissed', dismissedBecause: '下月整体改造', settledByName: story.manager.name })
    expect(codeOf(await dismiss({ reason: '再次', version: 2 }))).toBe('PROPOSAL_SETTLED')
    expect(await story.look()).toBe(0)
    app.clock.advance({ minutes: 1 })
    await story.leaks(1, aged)
    expect(await story.look()).toBe(0)
    await story.leaks(1, aged)
    expect(await story.look()).toBe(1)
    expect(await story.proposals()).toMatchObject([{ cases: 2 }])
  })
})

describe('an improvement', () => {
  it('[COM-04] comes out of a proposal in one step, with its cases and those reported since', async () => {
    await rules({ cases: 3, days: 30 })
    await story.leaks(3, aged)
    await story.look()
    await story.leaks(1, aged)
    expect(await story.look()).toBe(0)
    const [proposal] = await story.proposals()
    const accept = (key?: string) =>
      story.manager.post(`${story.path}/improvement-proposals/${proposal!.id}/accept`, { ...story.plan(), version: 1 }, key)
    const key = 'accept-it-once'
    const item = await answered<ImprovementView>(accept(key), 201)
    expect(await answered<ImprovementView>(accept(key), 201)).toEqual(item)
    expect(codeOf(await accept())).toBe('PROPOSAL_SETTLED')
    expect(item).toMatchObject({
      number: 'GJ0001',
      state: 'open',
      causeName: '管道老化',
      figureAtOpening: 4,
      target: 1,
      overdue: false,
    })
    expect(item.linked).toHaveLength(4)
    await app.deliver()
    expect((await story.inboxOf(story.colleague)).map(({ kind }) => kind)).toContain('improvement.assigned')
    expect(await story.proposals('accepted')).toMatchObject([{ improvementId: item.id }])
    expect(await story.look()).toBe(0)
  })

  it('[COM-04] goes from open to checked with figures counted before and after, and a timeline', async () => {
    await story.leaks(6, aged)
    const item = await story.opened(aged)
    expect(item).toMatchObject({ figureAtOpening: 6, figureNow: 6 })
    await story.act(item.id, 'start', { note: '材料已到' })
    app.clock.advance({ minutes: 5 * DAY })
    await story.act(item.id, 'finish', { note: '换完' })
    const early = await story.manager.post(`${story.path}/improvements/${item.id}/check`, {
      effective: true,
      note: '好',
      version: 3,
    })
    expect(codeOf(early)).toBe('IMPROVEMENT_CHECK_EARLY')
    app.clock.advance({ minutes: DAY })
    await story.leaks(1, aged)
    app.clock.advance({ minutes: 14 * DAY })
    const checked = await story.act(item.id, 'check', { effective: true, note: '渗漏少了' })
    expect(checked).toMatchObject({ state: 'checked', effective: true, figureBefore: 6, figureAfter: 2 })
    expect(checked.timeline.map(({ text }) => text)).toEqual([
      expect.stringContaining('立项'),
      '开始实施：材料已到',
      '已落实：换完',
      '验证有效：每 30 天 6 件 → 2 件。渗漏少了',
    ])
    const again = await story.manager.post(`${story.path}/improvements/${item.id}/start`, { version: checked.version })
    expect(codeOf(again)).toBe('IMPROVEMENT_STATE')
  })

  it('[COM-04] is changed as it was seen, shows when it is late, and belongs to somebody who may see to it', async () => {
    await story.leaks(1, aged)
    const item = await story.opened(aged)
    const put = (body: object) => story.manager.put(`${story.path}/improvements/${item.id}`, body)
    const later = await answered<ImprovementView>(
      put({ ...story.plan({ dueOn: '2026-11-22', ownerId: story.manager.staffId }), version: 1 }),
    )
    expect(later.timeline.at(-1)!.text).toBe(`改由${story.manager.name}负责，期限改为 2026-11-22`)
    expect(codeOf(await put({ ...story.plan(), version: 1 }))).toBe('STALE_VERSION')
    const reader = await app.world.staff(story.community, { permissions: ['improvement.read'] })
    expect(codeOf(await put({ ...story.plan({ ownerId: reader.staffId }), version: 2 }))).toBe('IMPROVEMENT_OWNER_UNFIT')
    const owners = await answered<ImprovementOwner[]>(reader.get(`${story.path}/improvement-owners`))
    expect(owners.map(({ name }) => name).toSorted()).toEqual([story.manager.name, story.colleague.name].toSorted())
    app.clock.set('2026-11-23T04:00:00Z')
    const list = (query: string) => answered<Page<ImprovementRow>>(reader.get(`${story.path}/improvements?${query}`))
    expect((await list('overdue=true')).items).toMatchObject([{ id: item.id, overdue: true }])
    expect((await list('state=doing')).items).toEqual([])
    expect((await reader.post(`${story.path}/improvements/${item.id}/start`, { version: 2 })).status).toBe(403)
    const exported = await story.manager.post(`${story.path}/exports`, { list: 'improvements', filters: { overdue: 'true' } })
    expect(exported.status).toBeLessThan(300)
  })

  it('[COM-04] is handed over when its owner leaves', async () => {
    await story.leaks(1, aged)
    const item = await story.opened(aged)
    const leaver = story.colleague
    const owed = await answered<OwedGroup[]>(story.manager.get(`/staff/${leaver.staffId}/open-work`))
    expect(owed).toMatchObject([
      { kind: 'improvement', categoryName: '改进事项', items: [{ number: 'GJ0001', state: '待开始' }] },
    ])
    const work = [
      { kind: 'improvement', communityId: story.community.id, category: 'improvement', successorId: story.manager.staffId },
    ]
    const { rows } = await app.owner.query<{ version: number }>('SELECT version FROM staff WHERE id = $1', [leaver.staffId])
    const leave = { version: rows[0]!.version, leftOn: '2026-11-21', reason: '离职', note: '', work }
    await answered(story.manager.post(`/staff/${leaver.staffId}/leave`, leave))
    const after = await story.read(item.id)
    expect(after.ownerName).toBe(story.manager.name)
    expect(after.timeline.at(-1)!.text).toBe(`${leaver.name}工作交接，改由${story.manager.name}负责`)
  })

  it('[COM-04] of another community is not there, neither is its proposal nor its cause', async () => {
    await story.leaks(1, aged)
    const item = await story.opened(aged)
    const other = await ImprovementStory.begin(app)
    for (const path of [`improvements/${item.id}`, `improvements/${item.id}/telling-reach`, `improvement-proposals/${item.id}`])
      expect((await other.manager.get(`${other.path}/${path}`)).status).toBe(404)
    expect((await other.manager.post(`${other.path}/improvements/${item.id}/start`, { version: 1 })).status).toBe(404)
    const theirs = { ...other.plan(), causeId: aged, days: 30 }
    expect((await other.manager.post(`${other.path}/improvements`, theirs)).status).toBe(404)
    expect((await story.manager.get(`${other.path}/improvements`)).status).toBe(404)
  })
})
