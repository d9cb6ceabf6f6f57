import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ComplaintFiguresView, NoticeView, PublishedResult } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { BoxOffice } from '../../../test/box-office.ts'
import { DraftSummaries } from './index.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const november = { firstDay: '2026-11-01', lastDay: '2026-11-30' }

async function drafted(office: BoxOffice, kind: string, more: object = {}): Promise<PublishedResult> {
  const answer = await office.story.desk.post(`${office.here}/published-results`, { kind, ...november, ...more }).expect(201)
  return answer.body as PublishedResult
}

const noticeOf = async (office: BoxOffice, { noticeId }: PublishedResult) =>
  (await office.story.supervisor.get(`${office.here}/notices/${noticeId}`).expect(200)).body as NoticeView

/** The resident of the story as the archive knows them, with a name that can be planted. */
async function plant(office: BoxOffice): Promise<{ name: string; phone: string; room: string; staff: string }> {
  const { resident, handler } = office.story
  await app.owner.query('UPDATE residents SET name = $2 WHERE id = $1', [resident.residentId, '欧阳晓梅'])
  await app.owner.query('UPDATE staff SET name = $2 WHERE id = $1', [handler.staffId, '诸葛建国'])
  return { name: '欧阳晓梅', phone: '13987654321', room: '3号楼2单元601', staff: '诸葛建国' }
}

describe('what is published of slips', () => {
  it('[COM-05] is a draft without names, rooms or telephone numbers that goes the way of every notice', async () => {
    const office = await BoxOffice.open(app)
    const { desk, handler, supervisor, resident } = office.story
    const planted = await plant(office)
    const opening = await office.empty(3)
    const description = `我是${planted.name}，住${planted.room}室，电话${planted.phone}。希望多种花，${planted.staff}态度好。隔壁陈阿姨也说过。`
    const slip = await office.register(opening, { description, complainant: { name: '司马留名', phone: planted.phone } })
    await office.register(opening, { description: '大堂的灯太暗', category: 'facilities' })
    await desk.post(`${office.here}/box-openings/${opening.id}/unreadable-slips`, { reason: '字迹模糊' }).expect(204)
    const gardener = { staffId: handler.staffId }
    await office.story.act(desk, slip, 'assign', gardener)
    await office.story.act(handler, slip, 'investigate', { note: '看花坛' })
    await office.story.act(handler, slip, 'propose', { solution: `已答应司马留名（${planted.phone}）春天补种月季` })

    const result = await drafted(office, 'slips')
    expect(result).toMatchObject({
      kind: 'slips',
      noticeState: 'draft',
      title: '2026年11月意见箱意见办理情况',
      publishedAt: null,
    })
    const notice = await noticeOf(office, result)
    expect(notice.body).toContain('共开箱 **1** 次，收到意见 **3** 张，其中 1 张字迹无法辨认')
    expect(notice.body).toContain('希望多种花')
    expect(notice.body).toContain('春天补种月季')
    expect(notice.body).toContain('大堂的灯太暗')
    for (const secret of [...Object.values(planted), '601', '司马留名', '陈阿姨', slip.number])
      expect(notice.body).not.toContain(secret)

    let { version } = notice
    for (const [person, step] of [
      [desk, 'submit'],
      [supervisor, 'approve'],
      [desk, 'publish'],
    ] as const) {
      const answer = await person.post(`${office.here}/notices/${notice.id}/${step}`, { version }).expect(200)
      version = (answer.body as NoticeView).version
    }
    await app.deliver()
    expect((await resident.get(`/me/notices/${notice.id}`).expect(200)).body).toMatchObject({ title: result.title })
    const { body } = await desk.get(`${office.here}/published-results`).expect(200)
    expect((body as { items: PublishedResult[] }).items).toMatchObject([{ id: result.id, noticeState: 'published' }])
  })

  it('[COM-05] needs a period in which a box was opened, and somebody who may write notices', async () => {
    const office = await BoxOffice.open(app)
    const path = `${office.here}/published-results`
    expect(codeOf(await office.story.desk.post(path, { kind: 'slips', ...november }))).toBe('RESULTS_EMPTY')
    const backwards = { kind: 'summary', firstDay: november.lastDay, lastDay: november.firstDay }
    expect((await office.story.desk.post(path, backwards)).body).toMatchObject({ errors: [{ field: 'lastDay' }] })
    const years = { kind: 'summary', firstDay: '2024-01-01', lastDay: '2026-01-01' }
    expect((await office.story.desk.post(path, years)).body).toMatchObject({ errors: [{ field: 'lastDay' }] })
    await office.story.company.post(path, { kind: 'summary', ...november }).expect(403)
    const writesOnly = await app.world.staff(office.story.community, { permissions: ['notices.edit'] })
    await writesOnly.post(path, { kind: 'summary', ...november }).expect(403)
  })
})

describe('a summary of complaints', () => {
  it('[COM-05] says the same figures as the chart, and never who an unnamed complainant is or what they were told', async () => {
    const office = await BoxOffice.open(app)
    const { resident, desk, handler, manager } = office.story
    const planted = await plant(office)
    const finished = async (more: object, result: string) => {
      const complaint = await office.story.investigated(more)
      await office.story.act(handler, complaint, 'propose', { solution: '会改的' })
      await office.story.act(resident, complaint, 'accept-solution')
      await office.story.act(handler, complaint, 'finish', { result, fileIds: [] })
      return complaint
    }
    await finished({}, `与业主${planted.name}（${planted.phone}，${planted.room}室）商定，通道已画线，${planted.staff}每日巡查`)
    await finished({ anonymous: true, category: 'service', description: '保安凶人' }, '已对当班保安谈话，秘密线索甲乙丙')
    await office.story.report({ sort: 'praise', category: 'service', description: `${planted.staff}很热心` })
    const other = await office.story.report({ sort: 'suggestion', category: 'greening' })
    app.clock.advance({ days: 4 })
    await app.deliver()

    const chart = await desk.get(`${office.here}/complaint-figures?firstDay=2026-11-01&lastDay=2026-11-30`).expect(200)
    const figures = chart.body as ComplaintFiguresView
    expect(figures).toMatchObject({ total: 4 })
    expect(figures.bySort.map(({ count }) => count)).toEqual([2, 1, 1])
    expect(figures.byCategory).toContainEqual({ category: 'service', complaint: 1, suggestion: 0, praise: 1 })
    expect(figures.result.kept).toBe(2)
    expect(figures.result.broken).toBeGreaterThan(0)

    const { body } = await noticeOf(office, await drafted(office, 'summary'))
    expect(body).toContain('共收到 **4** 件：投诉 2 件，建议 1 件，表扬 1 件')
    expect(body).toContain(`- 处理结果：按时 **2** 件，超时 **${figures.result.broken}** 件`)
    expect(body).toContain('通道已画线')
    for (const secret of [...Object.values(planted), '601', '保安', '秘密线索', resident.name, other.number])
      expect(body).not.toContain(secret)
    await manager.get(`${office.here}/complaint-figures`).expect(400)
    await resident.get(`${office.here}/complaint-figures?firstDay=2026-11-01&lastDay=2026-11-30`).expect(403)
  })

  it('[COM-05] of the month before is drafted once for each community, and who approves is told', async () => {
    const office = await BoxOffice.open(app)
    const other = await app.replica()
    const twice = () => Promise.all([app, { nest: other }].map(({ nest }) => nest.get(DraftSummaries).run()))
    app.clock.set('2026-12-01T00:30:00Z')
    await twice()
    await twice()
    await app.deliver()
    const list = async () => {
      const { body } = await office.story.desk.get(`${office.here}/published-results`).expect(200)
      return (body as { items: PublishedResult[] }).items
    }
    const [result, ...more] = (await list()).filter(({ firstDay }) => firstDay === '2026-11-01')
    expect(more).toEqual([])
    expect(result).toMatchObject({ kind: 'summary', lastDay: '2026-11-30', madeByName: '系统', noticeState: 'draft' })
    const told = async () => (await office.story.inboxOf(office.story.supervisor)).filter((kind) => kind === 'results.drafted')
    expect(await told()).toHaveLength((await list()).length)
    expect(await office.story.inboxOf(office.story.desk)).not.toContain('results.drafted')

    const notice = await noticeOf(office, result!)
    expect(notice).toMatchObject({ writtenByName: '系统', title: '2026年11月投诉建议办理情况汇总' })
    const path = `${office.here}/notices/${notice.id}`
    const submitted = (await office.story.desk.post(`${path}/submit`, { version: notice.version }).expect(200)).body as NoticeView
    expect(submitted.mayDecide).toBe(false)
    expect((await noticeOf(office, result!)).mayDecide).toBe(true)
    const approved = await office.story.supervisor.post(`${path}/approve`, { version: submitted.version }).expect(200)
    const { version } = approved.body as NoticeView
    await office.story.desk.post(`${path}/publish`, { version }).expect(200)
    await other.close()
  })
})
