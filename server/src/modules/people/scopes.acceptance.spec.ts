import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type {
  Me,
  MyPost,
  Page,
  PostHeld,
  PostRow,
  Problem,
  Responsibility,
  SignedIn,
  StaffRow,
  TemplateGap,
} from '@yinuo/contracts'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { newId } from '../../platform/clock/index.ts'

const PASSWORD = 'long enough'

let app: TestApp
let garden: TestCommunity
let plaza: TestCommunity
let regionId: string
let headOffice: Person
let manager: Person
let posts: PostRow[]
let count = 0

beforeAll(async () => {
  app = await startApp()
  const companyId = await app.world.company()
  garden = await app.world.community({ companyId })
  plaza = await app.world.community({ companyId })
  regionId = await region(companyId)
  await app.owner.query('UPDATE communities SET region_id = $2 WHERE id = $1', [garden.id, regionId])
  headOffice = await app.world.staff(garden, { post: 'head-office' })
  await app.world.appoint(plaza, headOffice.staffId!, 'head-office')
  await app.owner.query(
    `UPDATE posts SET permissions = '{people.read,people.edit}' WHERE company_id = $1 AND code = 'head-office'`,
    [companyId],
  )
  manager = await app.world.staff(garden, { post: 'project-manager' })
  await app.world.staff(garden)
  posts = (await headOffice.get('/posts')).body as PostRow[]
})
afterAll(() => app.close())

async function signedIn(login: string): Promise<Person> {
  const answer = await request(app.url).post('/api/sessions/password').send({ login, password: PASSWORD })
  return new Person(app.url, { name: login, token: (answer.body as SignedIn).token })
}

async function region(companyId: string): Promise<string> {
  const id = newId(app.clock.now())
  await app.owner.query('INSERT INTO regions (company_id, id, name) VALUES ($1, $2, $3)', [companyId, id, `区域${++count}`])
  return id
}

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const postId = (code: string) => posts.find((post) => post.code === code)!.id
const inGarden = (code: string, ...buildingIds: string[]): PostHeld => ({
  scope: 'community',
  postId: postId(code),
  communityId: garden.id,
  buildingIds,
})
const inRegion = (code: string): PostHeld => ({ scope: 'region', postId: postId(code), regionId })
const everywhere = (code: string): PostHeld => ({ scope: 'company', postId: postId(code) })

function draft(...held: PostHeld[]) {
  const number = String(++count)
  return {
    name: `新人${number}`,
    phone: `1371000${number.padStart(4, '0')}`,
    login: `scoped.${number}`,
    active: true,
    skills: [],
    posts: held,
    password: PASSWORD,
  }
}

async function hire(...held: PostHeld[]) {
  const sent = draft(...held)
  const answer = await headOffice.post('/staff', sent)
  expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({ status: 201 })
  return { row: answer.body as StaffRow, sent }
}

const namesIn = async (query: string, person = headOffice) =>
  ((await person.get(`/staff?limit=100&${query}`)).body as Page<StaffRow>).items.map(({ name }) => name)

describe('a post reaches', () => {
  it('[ORG-05] the company, a region, a community or some of its buildings, several at once', async () => {
    const second = await app.world.building(garden, '2号楼', 200, 200)
    const { row, sent } = await hire(everywhere('engineer'), inRegion('project-manager'), inGarden('head-office', second))
    expect(row.posts).toEqual([
      expect.objectContaining({ scope: 'company', communityId: null, regionId: null, buildings: [] }),
      expect.objectContaining({ scope: 'region', regionId, communityId: null }),
      expect.objectContaining({ scope: 'community', communityId: garden.id, buildings: [{ id: second, name: '2号楼' }] }),
    ])
    expect(await namesIn(`communityId=${plaza.id}&scope=company`)).toContain(row.name)
    expect(await namesIn(`communityId=${plaza.id}&scope=region`)).not.toContain(row.name)
    expect(await namesIn(`communityId=${garden.id}&scope=region&postId=${postId('project-manager')}`)).toContain(row.name)

    const narrowed = await headOffice.put(`/staff/${row.id}`, { ...sent, posts: [inGarden('engineer')], version: row.version })
    expect((narrowed.body as StaffRow).posts).toEqual([expect.objectContaining({ scope: 'community', buildings: [] })])
    expect(await namesIn(`communityId=${plaza.id}`)).not.toContain(row.name)
  })

  it('[ORG-05] its holder from the next request on, and no longer once it is taken back', async () => {
    const { row, sent } = await hire(everywhere('engineer'))
    const holder = await signedIn(sent.login)
    const communities = async () =>
      ((await holder.get('/me')).body as Me).staff!.communities.map(({ communityId }) => communityId).toSorted()
    const both = [garden.id, plaza.id].toSorted()
    expect(await communities()).toEqual(both)
    const { password: _once, ...again } = sent
    let { version } = row
    const steps = [
      { held: inRegion('engineer'), seen: [garden.id] },
      { held: { ...inGarden('engineer'), communityId: plaza.id }, seen: [plaza.id] },
      { held: inGarden('engineer', garden.buildingId), seen: [garden.id] },
    ]
    for (const { held, seen } of steps) {
      const answer = await headOffice.put(`/staff/${row.id}`, { ...again, posts: [held], version })
      version = (answer.body as StaffRow).version
      expect(await communities()).toEqual(seen)
    }
  })

  it('[ORG-05] nothing that is named twice, half or from elsewhere', async () => {
    const foreign = await app.world.community({ companyId: await app.world.company() })
    const foreignRegion = await region(foreign.companyId)
    const refusals = [
      [inGarden('engineer'), inGarden('engineer')],
      [{ ...everywhere('engineer'), communityId: garden.id }],
      [{ ...inGarden('engineer'), regionId }],
      [{ scope: 'region' as const, postId: postId('engineer') }],
      [{ ...inRegion('engineer'), regionId: foreignRegion }],
      [{ scope: 'community' as const, postId: postId('engineer') }],
      [inGarden('engineer', plaza.buildingId)],
      [],
    ]
    const abroad = { scope: 'community' as const, postId: postId('engineer'), communityId: foreign.id }
    expect(codeOf(await headOffice.post('/staff', draft(abroad)))).toBe('NOT_YOURS_TO_GIVE')
    for (const held of refusals) expect(codeOf(await headOffice.post('/staff', draft(...held)))).toBe('VALIDATION_FAILED')
  })

  it('[ORG-05] no further than what its giver holds', async () => {
    expect(codeOf(await manager.post('/staff', draft(everywhere('engineer'))))).toBe('NOT_YOURS_TO_GIVE')
    expect(codeOf(await manager.post('/staff', draft(inRegion('engineer'))))).toBe('NOT_YOURS_TO_GIVE')
    expect((await manager.post('/staff', draft(inGarden('engineer', garden.buildingId)))).status).toBe(201)
    const { row, sent } = await hire(everywhere('engineer'))
    const takeover = { ...sent, posts: [inGarden('engineer')], password: 'mine now!!', version: row.version }
    expect(codeOf(await manager.put(`/staff/${row.id}`, takeover))).toBe('NOT_YOURS_TO_GIVE')
  })

  it('[ORG-05] the company when its giver is head office of every community, and no longer when one is added', async () => {
    expect((await headOffice.post('/staff', draft(everywhere('engineer')))).status).toBe(201)
    await app.world.community({ companyId: garden.companyId })
    expect(codeOf(await headOffice.post('/staff', draft(everywhere('engineer'))))).toBe('NOT_YOURS_TO_GIVE')
    await app.owner.query('INSERT INTO wide_posts (company_id, staff_id, post_id) VALUES ($1, $2, $3)', [
      garden.companyId,
      headOffice.staffId,
      postId('head-office'),
    ])
    expect((await headOffice.post('/staff', draft(everywhere('engineer')))).status).toBe(201)
  })

  it('[PER-01] its holder with its description', async () => {
    const mine = (await manager.get('/me/posts')).body as MyPost[]
    expect(mine).toEqual([
      expect.objectContaining({ scope: 'community', communityId: garden.id, description: expect.objectContaining({ work: '' }) }),
    ])
  })
})

describe('ready-made posts', () => {
  it('[PER-01] fill what is empty and keep what somebody wrote', async () => {
    const own = posts.find((post) => post.code === 'engineer')!
    const { id: _id, code: _code, holders: _holders, ...draftOfOwn } = own
    const written = { ...draftOfOwn, work: '只修我们小区的水电。' }
    expect((await headOffice.put(`/posts/${own.id}`, written)).status).toBe(200)
    const gaps = (await headOffice.get('/post-templates')).body as TemplateGap[]
    expect(gaps).toContainEqual(expect.objectContaining({ code: 'engineer', missing: false }))
    expect(gaps).toContainEqual(expect.objectContaining({ code: 'service-supervisor', missing: true }))
    const filled = (await headOffice.post('/post-templates', { codes: ['engineer', 'service-supervisor'] })).body as PostRow[]
    expect(filled.find(({ code }) => code === 'engineer')).toMatchObject({
      work: '只修我们小区的水电。',
      authority: expect.stringContaining('接单'),
      answersFor: ['repair-work', 'facilities'],
      permissions: own.permissions,
    })
    expect(filled.find(({ code }) => code === 'service-supervisor')).toMatchObject({ name: '客服主管', version: 1 })
    const left = (await headOffice.get('/post-templates')).body as TemplateGap[]
    expect(left.map(({ code }) => code)).not.toContain('engineer')
  })

  it('[PER-01] are given only by who could define them', async () => {
    expect(codeOf(await manager.post('/post-templates', { codes: ['head-office'] }))).toBe('NOT_YOURS_TO_GIVE')
  })
})

describe('who answers for what', () => {
  it('[PER-01] is told for every area: the posts, and who holds them here', async () => {
    await headOffice.post('/post-templates', { codes: ['engineer'] })
    const read = async (place: TestCommunity) =>
      (await headOffice.get(`/communities/${place.id}/responsibilities`)).body as Responsibility[]
    const { row } = await hire(inGarden('engineer'))
    const mending = (areas: Responsibility[]) => areas.find(({ area }) => area === 'repair-work')!
    const here = mending(await read(garden))
    expect(here.posts[0]!.holders).toContainEqual({ id: row.id, name: row.name, onDuty: false })
    expect(mending(await read(plaza)).posts[0]!.holders).not.toContainEqual(expect.objectContaining({ id: row.id }))
    expect((await read(garden)).find(({ area }) => area === 'greening')!.posts).toEqual([])
  })

  it('[PER-01] is nobody else’s business', async () => {
    const foreign = await app.world.community({ companyId: await app.world.company() })
    expect((await headOffice.get(`/communities/${foreign.id}/responsibilities`)).status).toBe(404)
  })
})
