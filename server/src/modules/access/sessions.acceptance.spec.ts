import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AuditRow, Me, Page, Problem, SavedView, SearchHit } from '@yinuo/contracts'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
})
afterAll(() => app.close())

const codeOf = async (answer: Promise<{ body: unknown }>) => ((await answer).body as Problem).code

describe('a session', () => {
  it('[ORG-05] ends for every replica when its holder signs out', async () => {
    const staff = await app.world.staff(community)
    const second = new Person(await (await app.replica()).getUrl(), { name: staff.name, token: staff.token })
    expect((await second.get('/me')).status).toBe(200)
    expect((await staff.delete('/me/session')).status).toBe(204)
    expect((await second.get('/me')).status).toBe(401)
    expect((await staff.delete('/me/session')).status).toBe(401)
  })

  it('[ORG-05] loses its rights on the next request: disabled, post taken away, permission taken away, moved out', async () => {
    const queue = `/communities/${community.id}/repairs`
    const disabled = await app.world.staff(community, { post: 'front-desk' })
    expect((await disabled.get(queue)).status).toBe(200)
    await app.owner.query('UPDATE staff SET active = false WHERE id = $1', [disabled.staffId])
    expect((await disabled.get(queue)).status).toBe(401)

    const postless = await app.world.staff(community, { post: 'front-desk' })
    await app.owner.query('DELETE FROM staff_posts WHERE staff_id = $1', [postless.staffId])
    expect((await postless.get(queue)).status).toBe(404)

    const reduced = await app.world.staff(community, { permissions: ['repairs.read'] })
    expect((await reduced.get(queue)).status).toBe(200)
    await app.owner.query(
      `UPDATE posts SET permissions = '{}' WHERE id = (SELECT post_id FROM staff_posts WHERE staff_id = $1)`,
      [reduced.staffId],
    )
    expect(await codeOf(reduced.get(queue))).toBe('NOT_ALLOWED')

    const tenant = await app.world.resident(community, { role: 'tenant' })
    const options = `/communities/${community.id}/repair-options`
    expect((await tenant.get(options)).status).toBe(200)
    await app.owner.query(`UPDATE residencies SET valid_until = '2026-11-20' WHERE resident_id = $1`, [tenant.residentId])
    expect((await tenant.get(options)).status).toBe(404)
  })

  it('[ORG-05] is not opened by a made-up token', async () => {
    const tokens = ['x', 'null', 'a'.repeat(43), 'eyJhbGciOiJub25lIn0.e30.', `${'é'.repeat(3)}`]
    for (const token of tokens.map(encodeURIComponent)) {
      const answer = await request(app.url).get('/api/me').set('authorization', `Bearer ${token}`)
      expect(answer.status).toBe(401)
    }
  })

  it('[ORG-05] keeps only the hash of its token', async () => {
    const staff = await app.world.staff(community)
    const { rows } = await app.owner.query(
      `SELECT 1 FROM sessions WHERE token_hash = $1 OR encode(token_hash, 'escape') = $1::text`,
      [staff.token],
    )
    expect(rows).toHaveLength(0)
  })
})

describe('what I set for myself', () => {
  it('[ORG-04] elder mode stays on', async () => {
    const resident = await app.world.resident(community)
    const answer = (await resident.put('/me/preferences', { elderMode: true })).body as Me
    expect(answer.account!.elderMode).toBe(true)
    expect(((await resident.get('/me')).body as Me).account!.elderMode).toBe(true)
    expect(answer.homes[0]).toMatchObject({ communityId: community.id, unitId: resident.unitId, role: 'owner' })
  })

  it('[ORG-05] duty goes on and off, once each', async () => {
    const engineer = await app.world.staff(community, { onDuty: false })
    const duty = (onDuty: boolean) => engineer.put(`/communities/${community.id}/duty`, { onDuty })
    await Promise.all([duty(true), duty(true), duty(true)])
    expect(((await engineer.get('/me')).body as Me).staff!.onDutyIn).toEqual([community.id])
    expect(((await duty(false)).body as Me).staff!.onDutyIn).toEqual([])
    const { rows } = await app.owner.query('SELECT until FROM duty_periods WHERE staff_id = $1', [engineer.staffId])
    expect(rows).toHaveLength(1)
  })

  it('saved views are kept per page and person', async () => {
    const manager = await app.world.staff(community, { post: 'project-manager' })
    const views: SavedView[] = [{ name: '已超时', filters: { late: 'true' } }]
    expect((await manager.put('/me/saved-views/repairs', views)).body).toEqual(views)
    expect((await manager.get('/me/saved-views?page=repairs')).body).toEqual(views)
    expect((await manager.get('/me/saved-views?page=people')).body).toEqual([])
    const other = await app.world.staff(community, { post: 'project-manager' })
    expect((await other.get('/me/saved-views?page=repairs')).body).toEqual([])
    expect(await codeOf(manager.put('/me/saved-views/repairs', [{ name: '', filters: {} }]))).toBe('VALIDATION_FAILED')
    expect(await codeOf(manager.put('/me/saved-views/repairs', { name: 'x' }))).toBe('VALIDATION_FAILED')
  })
})

describe('the search', () => {
  const search = async (person: Person, query: string) =>
    (await person.get(`/search?query=${encodeURIComponent(query)}`)).body as SearchHit[]

  it('[ORG-02] finds a home by room, name and telephone number, which stays masked', async () => {
    const desk = await app.world.staff(community, { post: 'front-desk' })
    const resident = await app.world.resident(community, { phone: '13655556666' })
    const { rows } = await app.owner.query<{ label: string }>('SELECT label FROM units WHERE id = $1', [resident.unitId])
    const label = rows[0]!.label
    const home = { kind: 'unit', id: resident.unitId, communityId: community.id, title: label }
    expect(await search(desk, label.slice(-6))).toContainEqual({ ...home, subtitle: community.name })
    const named = { ...home, subtitle: `${resident.name} 136****6666` }
    expect(await search(desk, resident.name)).toContainEqual(named)
    expect(await search(desk, '13655556666')).toEqual([named])
    expect(await search(desk, '1365555')).toEqual([])
  })

  it('[ORG-05] finds nothing its reader may not read', async () => {
    const resident = await app.world.resident(community)
    const engineer = await app.world.staff(community)
    expect(await search(engineer, resident.name)).toEqual([])
    const elsewhere = await app.world.staff(await app.world.community(), { post: 'front-desk' })
    expect(await search(elsewhere, resident.name)).toEqual([])
    expect((await resident.get('/search?query=1')).status).toBe(403)
  })

  it('[COM-01][COM-06][NTC-01] finds complaints and notices by what they say, for who may read them', async () => {
    const resident = await app.world.resident(community)
    const told = { sort: 'complaint', category: 'noise', urgency: 'routine', description: '楼顶风机彻夜轰鸣', fileIds: [] }
    await resident.post(`/communities/${community.id}/complaints`, { ...told, anonymous: true }).expect(201)
    const desk = await app.world.staff(community, { permissions: ['complaints.read', 'notices.read', 'notices.edit'] })
    const everybody = { whole: true, buildingIds: [], entrances: [], unitIds: [], roles: [] }
    const notice = {
      category: 'affairs',
      title: '楼顶风机检修',
      body: '周三检修',
      audience: everybody,
      fileIds: [],
      urgent: false,
    }
    await desk.post(`/communities/${community.id}/notices`, notice).expect(201)
    const found = await search(desk, '楼顶风机')
    expect(found.map(({ kind, title, subtitle }) => [kind, title.replace(/^T\S+ /, ''), subtitle])).toEqual([
      ['complaint', told.description, community.name],
      ['notice', notice.title, community.name],
    ])
    expect(await search(await app.world.staff(community), '楼顶风机')).toEqual([])
  })

  it('takes signs of patterns literally', async () => {
    const desk = await app.world.staff(community, { post: 'front-desk' })
    for (const sign of ['%', '_', '\\', "'", '%%%']) expect(await search(desk, sign)).toEqual([])
  })
})

describe('the record of changes', () => {
  const audit = async (person: Person, query = '') => ((await person.get(`/audit${query}`)).body as Page<AuditRow>).items

  it('[ORG-05] shows who changed what to who may read it, without personal data', async () => {
    const manager = await app.world.staff(community, { post: 'project-manager' })
    const posts = (await manager.get('/posts')).body as { id: string; code: string }[]
    const postId = posts.find((post) => post.code === 'project-manager')!.id
    const draft = { name: '李新来', phone: '13712345678', login: 'li.xin', password: 'not to be seen', active: true, skills: [] }
    const added = await manager.post('/staff', { ...draft, posts: [{ scope: 'community', communityId: community.id, postId }] })
    expect(added.status).toBe(201)
    const [entry] = await audit(manager, `?actor=${manager.staffId}&subject=${(added.body as { id: string }).id}`)
    expect(entry).toMatchObject({
      actorName: manager.name,
      action: 'people.add-staff',
      before: null,
      after: { name: '李**', phone: '137****5678', login: 'li.xin', passwordSet: true },
    })
    expect(JSON.stringify(entry)).not.toContain('not to be seen')
    expect(await codeOf((await app.world.staff(community)).get('/audit'))).toBe('NOT_ALLOWED')
  })

  it('[ORG-05] hides communities where its reader may not read it', async () => {
    const elsewhere = await app.world.community()
    const engineer = await app.world.staff(elsewhere, { onDuty: false })
    await engineer.put(`/communities/${elsewhere.id}/duty`, { onDuty: true })
    const manager = await app.world.staff(community, { post: 'project-manager' })
    expect(await audit(manager, `?actor=${engineer.staffId}`)).toEqual([])
    expect((await manager.get(`/audit?communityId=${elsewhere.id}`)).status).toBe(404)
    const theirs = await app.world.staff(elsewhere, { post: 'project-manager' })
    expect(await audit(theirs, `?communityId=${elsewhere.id}`)).toHaveLength(1)
  })

  it('pages through everything once, newest first', async () => {
    const here = await app.world.community()
    const manager = await app.world.staff(here, { post: 'project-manager', onDuty: false })
    for (let turn = 0; turn < 7; turn++) {
      app.clock.advance({ minutes: 1 })
      await manager.put(`/communities/${here.id}/duty`, { onDuty: turn % 2 === 0 })
    }
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const path: string = `/audit?communityId=${here.id}&limit=3${cursor && `&cursor=${cursor}`}`
      const page = (await manager.get(path)).body as Page<AuditRow>
      seen.push(...page.items.map((item) => item.at))
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(7)
    expect(seen).toEqual([...new Set(seen)].sort().reverse())
    const from = seen[2]!
    expect(await audit(manager, `?communityId=${here.id}&from=${from}`)).toHaveLength(3)
    expect(await codeOf(manager.get('/audit?cursor=nonsense'))).toBe('VALIDATION_FAILED')
  })

  it('cannot be changed by the application', async () => {
    const { rows } = await app.owner.query<{ may: boolean }>(
      `SELECT bool_or(has_table_privilege(role, 'audit_entries', right_)) AS may
       FROM unnest(ARRAY['yinuo_app', 'yinuo_worker', 'yinuo_identity']) role, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) right_`,
    )
    expect(rows[0]!.may).toBe(false)
  })
})
