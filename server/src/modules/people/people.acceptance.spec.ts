import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page, Permission, PostRow, Problem, SignedIn, StaffRow } from '@yinuo/contracts'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let manager: Person
let count = 0
beforeAll(async () => {
  app = await startApp()
  community = await app.world.community({ companyId: await app.world.company() })
  await app.world.staff(community)
  manager = await app.world.staff(community, { post: 'project-manager' })
})
afterAll(() => app.close())

const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code
const listPosts = async (person: Person) => (await person.get('/posts')).body as PostRow[]
const postIdOf = async (code: string) => (await listPosts(manager)).find((post) => post.code === code)!.id
const held = async (code: string, at = community) => ({ scope: 'community', communityId: at.id, postId: await postIdOf(code) })
const signIn = (login: string, password: string) => request(app.url).post('/api/sessions/password').send({ login, password })

const postDraft = (more: object) => ({
  duties: '',
  work: '',
  authority: '',
  responsibility: '',
  qualification: '',
  certificates: [],
  answersFor: [],
  permissions: [],
  ...more,
})

async function draft(more: object = {}) {
  const number = ++count
  return {
    name: `新人${number}`,
    phone: `1370000${String(number).padStart(4, '0')}`,
    login: `new.${number}`,
    active: true,
    skills: ['plumbing'],
    posts: [await held('engineer')],
    ...more,
  }
}

async function hire(more: object = {}): Promise<{ row: StaffRow; sent: Awaited<ReturnType<typeof draft>> }> {
  const sent = await draft(more)
  const answer = await manager.post('/staff', sent)
  expect(answer.status).toBe(201)
  return { row: answer.body as StaffRow, sent }
}

describe('staff', () => {
  it('[ORG-05] are hired with a post and can sign in at once', async () => {
    const { row, sent } = await hire({ password: 'long enough' })
    expect(row).toMatchObject({ name: sent.name, login: sent.login, active: true, version: 1, onDutyIn: [] })
    expect(row.phoneMasked).toBe(`137****${sent.phone.slice(-4)}`)
    expect(row.posts).toEqual([expect.objectContaining({ communityId: community.id, communityName: community.name })])
    const { me } = (await signIn(sent.login, 'long enough')).body as SignedIn
    expect(me.staff!.id).toBe(row.id)
  })

  it('[ORG-05] are found by name, login and whole telephone number', async () => {
    const { row, sent } = await hire()
    const find = async (query: string) =>
      ((await manager.get(`/staff?query=${encodeURIComponent(query)}`)).body as Page<StaffRow>).items.map((each) => each.id)
    expect(await find(sent.name)).toContain(row.id)
    expect(await find(sent.login.toUpperCase())).toContain(row.id)
    expect(await find(sent.phone)).toEqual([row.id])
    expect(await find(sent.phone.slice(0, 9))).toEqual([])
  })

  it('[ORG-05] are listed page by page, each once', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = (await manager.get(`/staff?limit=2${cursor && `&cursor=${cursor}`}`)).body as Page<StaffRow>
      seen.push(...page.items.map((each) => each.id))
      cursor = page.nextCursor
    }
    const { rows } = await app.owner.query('SELECT id FROM staff WHERE company_id = $1', [community.companyId])
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(rows.length)
  })

  it('[ORG-05] share neither login nor telephone number', async () => {
    const { sent } = await hire()
    const sameLogin = await manager.post('/staff', await draft({ login: sent.login.toUpperCase() }))
    expect(sameLogin.body).toMatchObject({ code: 'DUPLICATE', detail: '已经存在同样的记录：账号。' })
    const samePhone = await manager.post('/staff', await draft({ phone: sent.phone }))
    expect(samePhone.body).toMatchObject({ code: 'DUPLICATE', detail: '已经存在同样的记录：手机号。' })
  })

  it('[ORG-05] changed by twenty at once are changed by one', async () => {
    const { row, sent } = await hire()
    const changes = Array.from({ length: 20 }, (_, turn) =>
      manager.put(`/staff/${row.id}`, { ...sent, name: `改名${turn}`, version: 1 }),
    )
    const answers = await Promise.all(changes)
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => codeOf(answer) === 'STALE_VERSION')).toHaveLength(19)
  })

  it('[ORG-05] keep their number when it comes back masked, and lose WeChat with a new one', async () => {
    const { row, sent } = await hire()
    const account = await app.world.stranger()
    await app.owner.query('UPDATE staff SET account_id = $2 WHERE id = $1', [row.id, account.accountId])
    const kept = await manager.put(`/staff/${row.id}`, { ...sent, phone: row.phoneMasked, version: 1 })
    expect((kept.body as StaffRow).phoneMasked).toBe(row.phoneMasked)
    expect((await account.get('/search?query=x')).status).toBe(200)
    expect(codeOf(await manager.put(`/staff/${row.id}`, { ...sent, phone: '137****9999', version: 2 }))).toBe('VALIDATION_FAILED')
    await manager.put(`/staff/${row.id}`, { ...sent, phone: '13799990000', version: 2 })
    expect((await account.get('/search?query=x')).status).toBe(403)
  })

  it('[ORG-05] must sign in again after a new password, and not at all when disabled', async () => {
    const { row, sent } = await hire({ password: 'first password' })
    const { token } = (await signIn(sent.login, 'first password')).body as SignedIn
    const me = (held: string) => request(app.url).get('/api/me').set('authorization', `Bearer ${held}`)
    expect((await manager.put(`/staff/${row.id}`, { ...sent, password: 'second password', version: 1 })).status).toBe(200)
    expect((await me(token)).status).toBe(401)
    expect((await signIn(sent.login, 'first password')).status).toBe(401)
    const second = ((await signIn(sent.login, 'second password')).body as SignedIn).token
    await manager.put(`/staff/${row.id}`, { ...sent, active: false, version: 2 })
    expect((await me(second)).status).toBe(401)
    expect((await signIn(sent.login, 'second password')).status).toBe(401)
    await manager.put(`/staff/${row.id}`, { ...sent, active: true, version: 3 })
    expect((await me(second)).status).toBe(401)
  })

  it('[ORG-05] go off duty where they lose their post', async () => {
    const elsewhere = await app.world.community({ companyId: community.companyId })
    await app.world.appoint(elsewhere, manager.staffId!, 'project-manager')
    const engineerPost = await postIdOf('engineer')
    const both = [community, elsewhere].map((place) => ({ scope: 'community', communityId: place.id, postId: engineerPost }))
    const { row, sent } = await hire({ posts: both })
    for (const place of [community, elsewhere]) {
      await app.owner.query(
        'INSERT INTO duty_periods (community_id, id, staff_id, since) VALUES ($1, gen_random_uuid(), $2, now())',
        [place.id, row.id],
      )
    }
    const answer = await manager.put(`/staff/${row.id}`, { ...sent, posts: both.slice(0, 1), version: 1 })
    expect((answer.body as StaffRow).onDutyIn).toEqual([community.id])
    await app.owner.query('DELETE FROM staff_posts WHERE staff_id = $1 AND community_id = $2', [manager.staffId, elsewhere.id])
  })

  it('[ORG-05] disabled with open repairs keep them', async () => {
    const { row, sent } = await hire()
    const resident = await app.world.resident(community)
    const place = { kind: 'unit', id: resident.unitId }
    const repair = { place, category: 'taps', urgency: 'routine', description: '龙头滴水', fileIds: [] }
    const { id } = (await resident.post(`/communities/${community.id}/repairs`, repair)).body as { id: string }
    await app.owner.query('UPDATE cases SET assignee_id = $2 WHERE id = $1', [id, row.id])
    expect((await manager.put(`/staff/${row.id}`, { ...sent, active: false, version: 1 })).status).toBe(200)
    const { rows } = await app.owner.query<{ assignee_id: string }>('SELECT assignee_id FROM cases WHERE id = $1', [id])
    expect(rows[0]!.assignee_id).toBe(row.id)
  })
})

describe('nobody gives away what they do not hold', () => {
  async function keeper(more: Permission[] = []) {
    return app.world.staff(community, { permissions: ['people.read', 'people.edit', ...more] })
  }

  it('[ORG-05] neither to somebody new, nor to themselves', async () => {
    const clerk = await keeper()
    const posts = [await held('project-manager')]
    expect(codeOf(await clerk.post('/staff', await draft({ posts })))).toBe('NOT_YOURS_TO_GIVE')
    const me = ((await clerk.get(`/staff?query=${clerk.name}`)).body as Page<StaffRow>).items.find(
      (each) => each.id === clerk.staffId,
    )!
    const promoted = { ...(await draft({ posts })), version: me.version }
    expect(codeOf(await clerk.put(`/staff/${clerk.staffId}`, promoted))).toBe('NOT_YOURS_TO_GIVE')
  })

  it('[ORG-05] nor by taking over somebody who holds more', async () => {
    const clerk = await keeper()
    const takeover = { ...(await draft({ password: 'mine now!!' })), version: 1 }
    expect(codeOf(await clerk.put(`/staff/${manager.staffId}`, takeover))).toBe('NOT_YOURS_TO_GIVE')
  })

  it('[ORG-05] nor by taking over somebody with a post in a community out of sight', async () => {
    const hidden = await app.world.community({ companyId: community.companyId })
    const { row, sent } = await hire()
    await app.world.appoint(hidden, row.id, 'front-desk')
    expect(codeOf(await manager.put(`/staff/${row.id}`, { ...sent, password: 'mine now!!', version: 1 }))).toBe(
      'NOT_YOURS_TO_GIVE',
    )
  })

  it('[ORG-05] nor in a community of another company', async () => {
    const foreign = await app.world.community({ companyId: await app.world.company() })
    const posts = [await held('engineer', foreign)]
    expect(codeOf(await manager.post('/staff', await draft({ posts })))).toBe('NOT_YOURS_TO_GIVE')
    const theirs = await app.world.staff(foreign)
    expect(codeOf(await manager.put(`/staff/${theirs.staffId}`, { ...(await draft()), version: 1 }))).toBe('NOT_FOUND')
  })

  it('[ORG-05] nor by widening a post', async () => {
    const clerk = await keeper(['repairs.read'])
    const wide = postDraft({ name: '总管', permissions: ['audit.read'] })
    expect(codeOf(await clerk.post('/posts', wide))).toBe('NOT_YOURS_TO_GIVE')
    const answer = await clerk.post('/posts', { ...wide, name: '查看员', permissions: ['repairs.read'] })
    const post = answer.body as PostRow
    expect(answer.status).toBe(201)
    expect(codeOf(await clerk.put(`/posts/${post.id}`, { ...wide, version: 1 }))).toBe('NOT_YOURS_TO_GIVE')
  })

  it('[ORG-05] and nobody disables themselves', async () => {
    const posts = [await held('project-manager')]
    const answer = await manager.put(`/staff/${manager.staffId}`, { ...(await draft({ posts })), active: false, version: 1 })
    expect(answer.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ field: 'active' }] })
  })
})

describe('posts', () => {
  it('[ORG-05] changed act on the next request of those who hold them', async () => {
    const { body } = await manager.post('/posts', postDraft({ name: '夜班前台', permissions: ['repairs.read'] }))
    const post = body as PostRow
    const { sent } = await hire({
      password: 'long enough',
      posts: [{ scope: 'community', communityId: community.id, postId: post.id }],
    })
    const { token } = (await signIn(sent.login, 'long enough')).body as SignedIn
    const queue = () => request(app.url).get(`/api/communities/${community.id}/repairs`).set('authorization', `Bearer ${token}`)
    expect((await queue()).status).toBe(200)
    const changed = await manager.put(`/posts/${post.id}`, postDraft({ name: '夜班前台', version: 1 }))
    expect(changed.body).toMatchObject({ permissions: [], holders: 1, version: 2 })
    expect(codeOf(await queue())).toBe('NOT_ALLOWED')
    expect(codeOf(await manager.put(`/posts/${post.id}`, postDraft({ name: 'x', version: 1 })))).toBe('STALE_VERSION')
  })

  it('[ORG-05] share no name', async () => {
    await manager.post('/posts', postDraft({ name: '班长' }))
    const again = await manager.post('/posts', postDraft({ name: '班长' }))
    expect(again.body).toMatchObject({ code: 'DUPLICATE', detail: '已经存在同样的记录：岗位名称。' })
  })
})
