import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { CaseCause, Cause, CauseAnalysis, CauseCase, Causes, Page, Problem, RepeatRules } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { answered, ImprovementStory } from '../../../test/improvement-story.ts'

let app: TestApp
let story: ImprovementStory

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  story = await ImprovementStory.begin(app)
})

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const causes = (query = '') => answered<Causes>(story.manager.get(`${story.path}/causes${query}`))
const causeOf = (id: string, by = story.manager) => answered<CaseCause>(by.get(`${story.path}/cases/${id}/cause`))
const period = 'from=2026-11-01&until=2026-11-30'

describe('causes', () => {
  it('[COM-04] are laid for a company, and a community adds, renames and retires its own', async () => {
    const { items, editsCompanyWide } = await causes()
    expect(editsCompanyWide).toBe(true)
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['管道老化', '沟通不清楚']))
    const wish = { kind: 'repair', category: 'water-leak', name: '三楼阀门', companyWide: false }
    const added = await answered<Cause>(story.manager.post(`${story.path}/causes`, wish), 201)
    expect(added).toMatchObject({ name: '三楼阀门', companyWide: false, retired: false, cases: 0 })
    expect(codeOf(await story.manager.post(`${story.path}/causes`, wish))).toBe('DUPLICATE')
    const put = (body: object) => story.manager.put(`${story.path}/causes/${added.id}`, body)
    const renamed = await answered<Cause>(put({ name: '三楼总阀', retired: false, version: added.version }))
    expect(renamed.name).toBe('三楼总阀')
    expect(codeOf(await put({ name: '旧', retired: false, version: added.version }))).toBe('STALE_VERSION')
    await answered(put({ name: '三楼总阀', retired: true, version: renamed.version }))
    expect((await causes('?kind=repair')).items.map(({ name }) => name)).not.toContain('三楼总阀')
    expect((await causes('?retired=true')).items.map(({ name }) => name)).toContain('三楼总阀')
    await answered(story.manager.post(`${story.path}/causes`, { ...wish, name: '三楼总阀' }), 201)
  })

  it('[COM-04] of the whole company are changed only by who sees to improvement everywhere', async () => {
    const { items } = await causes()
    await app.world.community({ companyId: story.community.companyId })
    expect((await causes()).editsCompanyWide).toBe(false)
    const wish = { kind: 'repair', name: '新原因', companyWide: true }
    expect(codeOf(await story.manager.post(`${story.path}/causes`, wish))).toBe('CAUSE_COMPANY_WIDE')
    const change = { name: '改名', retired: false, version: items[0]!.version }
    expect(codeOf(await story.manager.put(`${story.path}/causes/${items[0]!.id}`, change))).toBe('CAUSE_COMPANY_WIDE')
  })

  it('[COM-04] of another community or company are not there', async () => {
    const other = await ImprovementStory.begin(app)
    const own = await answered<Cause>(
      other.manager.post(`${other.path}/causes`, { kind: 'repair', name: '他们的', companyWide: false }),
      201,
    )
    const id = await story.repair()
    expect((await story.name(id, own.id)).status).toBe(404)
    const change = { name: '改名', retired: false, version: 1 }
    expect((await story.manager.put(`${story.path}/causes/${own.id}`, change)).status).toBe(404)
    expect((await story.name(await other.repair(), await story.causeId('管道老化'))).status).toBe(404)
  })
})

describe('the cause of a case', () => {
  it('[COM-04] is named when it is over and can be changed, with what it was on the record', async () => {
    const id = await story.repair()
    const offered = await causeOf(id)
    expect(offered).toMatchObject({ cause: null, mayName: true })
    expect(offered.options[0]).toMatchObject({ fitting: true })
    await answered(story.name(id, await story.causeId('管道老化'), story.manager, '立管'))
    const named = await answered<CaseCause>(story.name(id, await story.causeId('接头松动')))
    expect(named.cause).toMatchObject({ name: '接头松动', note: '', namedByName: story.manager.name })
    const { rows } = await app.owner.query<{ before: unknown; after: unknown }>(
      `SELECT before, after FROM audit_entries WHERE subject_id = $1 AND action = 'improvement.name-cause' ORDER BY seq`,
      [id],
    )
    expect(rows).toEqual([
      { before: null, after: { cause: '管道老化', note: '立管' } },
      { before: { cause: '管道老化', note: '立管' }, after: { cause: '接头松动', note: '' } },
    ])
  })

  it('[COM-04] waits until the case is over, and stays when the cause is retired', async () => {
    const place = { kind: 'unit', id: story.resident.unitId }
    const told = { place, category: 'water-leak', urgency: 'routine', description: '漏水', fileIds: [] }
    const open = await answered<{ id: string }>(story.resident.post(`${story.path}/repairs`, told), 201)
    const causeId = await story.causeId('管道老化')
    expect((await causeOf(open.id)).mayName).toBe(false)
    expect(codeOf((await story.name(open.id, causeId)) as { body: unknown })).toBe('CAUSE_NOT_YET')
    const id = await story.repair()
    await answered(story.name(id, causeId))
    await answered(story.manager.put(`${story.path}/causes/${causeId}`, { name: '管道老化', retired: true, version: 1 }))
    expect((await causeOf(id)).cause).toMatchObject({ name: '管道老化' })
    expect((await causeOf(id)).options.map(({ name }) => name)).not.toContain('管道老化')
    expect(codeOf((await story.name(await story.repair(), causeId)) as { body: unknown })).toBe('CAUSE_RETIRED')
    await answered(story.name(id, causeId, story.manager, '补充'))
  })

  it('[COM-04] is named by the engineer whose repair it is, and by no other', async () => {
    const engineer = await app.world.staff(story.community, { permissions: ['repairs.work'] })
    const id = await story.repair()
    const causeId = await story.causeId('管道老化')
    await app.owner.query('UPDATE cases SET assignee_id = NULL WHERE id = $1', [id])
    expect((await engineer.get(`${story.path}/cases/${id}/cause`)).status).toBe(404)
    expect((await story.name(id, causeId, engineer)).status).toBe(404)
    await app.owner.query('UPDATE cases SET assignee_id = $2 WHERE id = $1', [id, engineer.staffId])
    expect((await causeOf(id, engineer)).mayName).toBe(true)
    await answered(story.name(id, causeId, engineer))
    const reader = await app.world.staff(story.community, { permissions: ['repairs.read'] })
    expect((await causeOf(id, reader)).mayName).toBe(false)
    expect((await story.name(id, causeId, reader)).status).toBe(403)
    expect((await story.resident.get(`${story.path}/cases/${id}/cause`)).status).toBe(403)
  })
})

describe('the analysis of causes', () => {
  it('[COM-04] counts causes of a period with shares that make 100 percent, and leads to the cases behind', async () => {
    const [aged, loose] = [await story.causeId('管道老化'), await story.causeId('接头松动')]
    await story.leaks(3, aged)
    await story.leaks(1, loose, story.neighbour)
    const parked = await story.complaint()
    await answered(story.name(parked, await story.causeId('车位不足')))
    await story.repair()
    const all = await answered<CauseAnalysis>(story.manager.get(`${story.path}/cause-analysis?${period}`))
    expect(all).toMatchObject({ cases: 6, named: 5 })
    expect(all.items.map(({ name, cases, share, cumulative }) => [name, cases, share, cumulative])).toEqual([
      ['管道老化', 3, 60, 60],
      ['接头松动', 1, 20, 80],
      ['车位不足', 1, 20, 100],
    ])
    const only = (query: string) =>
      answered<CauseAnalysis>(story.manager.get(`${story.path}/cause-analysis?${period}&${query}`)).then((found) =>
        found.items.map(({ name }) => name),
      )
    expect(await only('kind=complaint')).toEqual(['车位不足'])
    expect(await only('department=order-supervisor')).toEqual(['车位不足'])
    expect(await only('department=engineering-supervisor')).toEqual(['管道老化', '接头松动'])
    const far = await app.world.building(story.community, '9号楼', 1, 1)
    expect(await only(`buildingId=${far}`)).toEqual([])
    const behind = (query: string) =>
      answered<Page<CauseCase>>(story.manager.get(`${story.path}/cause-cases?${period}&causeId=${aged}&${query}`))
    const first = await behind('limit=2')
    const rest = await behind(`limit=2&cursor=${first.nextCursor!}`)
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null])
    expect(JSON.stringify(first)).not.toContain(story.resident.name)
    const workbook = await story.manager.post(`${story.path}/exports`, {
      list: 'causes',
      filters: { from: '2026-11-01', until: '2026-11-30' },
    })
    expect(workbook.status).toBeLessThan(300)
    expect(codeOf(await story.manager.get(`${story.path}/cause-analysis?from=2026-11-30&until=2026-11-01`))).toBe(
      'VALIDATION_FAILED',
    )
  })
})

describe('the rules of what repeats', () => {
  it('[COM-04] are data of a community', async () => {
    const rules = () => answered<RepeatRules>(story.manager.get(`${story.path}/repeat-rules`))
    const usual = await rules()
    expect(usual.rules.map(({ rule }) => rule)).toEqual(['cause', 'building', 'place'])
    const stricter = { rules: usual.rules.map((each) => ({ ...each, cases: 2 })) }
    expect(await answered<RepeatRules>(story.manager.put(`${story.path}/repeat-rules`, stricter))).toEqual(stricter)
    expect(await rules()).toEqual(stricter)
    const twice = { rules: [usual.rules[0], usual.rules[0], usual.rules[1]] }
    expect((await story.manager.put(`${story.path}/repeat-rules`, twice)).status).toBe(400)
    expect((await story.resident.put(`${story.path}/repeat-rules`, stricter)).status).toBe(403)
  })
})
