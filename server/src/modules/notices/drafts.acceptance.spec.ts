import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { NoticeView, Problem } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { draftOf, publish } from '../../../test/notice-desk.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let writer: Person
let path: string
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  community = await app.world.community({ companyId: await app.world.company() })
  writer = await app.world.staff(community, { permissions: ['notices.read', 'notices.edit'] })
  path = `/communities/${community.id}/notices`
})

const codeOf = ({ body }: { body: unknown }) => (body as Problem).code
const write = async (more: object = {}) => (await writer.post(path, draftOf(more)).expect(201)).body as NoticeView
const discard = ({ id, version }: NoticeView, person = writer) => person.post(`${path}/${id}/discard`, { version })

describe('a draft of a notice', () => {
  it('[NTC-01] is thrown away for good, and what it said stays in the record', async () => {
    const draft = await write({ title: '写错了的公告' })
    expect(codeOf(await discard({ ...draft, version: 9 }))).toBe('STALE_VERSION')
    await discard(draft).expect(204)
    await writer.get(`${path}/${draft.id}`).expect(404)
    await discard(draft).expect(404)
    const { rows } = await app.owner.query<{ before: { title: string }; after: null }>(
      `SELECT before, after FROM audit_entries WHERE subject_id = $1 AND action = 'notices.discard'`,
      [draft.id],
    )
    expect(rows).toEqual([{ before: expect.objectContaining({ title: '写错了的公告' }), after: null }])
  })

  it('[NTC-01] is thrown away only as long as it is one, and by who may write here', async () => {
    const approver = await app.world.staff(community, { permissions: ['notices.read', 'notices.approve'] })
    const draft = await write()
    await discard(draft, approver).expect(403)
    const elsewhere = await app.world.staff(await app.world.community(), { permissions: ['notices.read', 'notices.edit'] })
    await discard(draft, elsewhere).expect(404)
    const submitted = (await writer.post(`${path}/${draft.id}/submit`, { version: draft.version })).body
    await app.world.resident(community)
    const waiting = (await writer.post(`${path}/${draft.id}/submit`, { version: draft.version })).body as NoticeView
    expect(codeOf({ body: submitted })).toBe('NOTICE_NOBODY')
    expect(codeOf(await discard(waiting))).toBe('NOTICE_STATE')
    const out = await publish(app, writer, approver, community.id)
    expect(codeOf(await discard(out))).toBe('NOTICE_STATE')
  })

  it('[NTC-01] cannot be removed past the database’s own wall once it is more than a draft', async () => {
    const draft = await write()
    await app.owner.query(`UPDATE notices SET state = 'approved' WHERE id = $1`, [draft.id])
    const { rows } = await app.owner.query<{ only: string }>(
      `SELECT pg_get_expr(polqual, polrelid) AS only FROM pg_policy WHERE polrelid = 'notices'::regclass AND polcmd = 'd'`,
    )
    expect(rows).toEqual([{ only: "(state = 'draft'::text)" }])
  })

  it('[COM-05] the system made of a summary is thrown away without taking the record of it along', async () => {
    const supervisor = await app.world.staff(community, {
      permissions: ['complaints.supervise', 'complaints.read', 'notices.read', 'notices.edit'],
    })
    const results = `/communities/${community.id}/published-results`
    const wish = { kind: 'summary', firstDay: '2026-11-01', lastDay: '2026-11-20' }
    const made = await supervisor.post(results, wish).expect(201)
    const { noticeId } = made.body as { noticeId: string }
    const draft = (await supervisor.get(`${path}/${noticeId}`).expect(200)).body as NoticeView
    await discard(draft, supervisor).expect(204)
    expect((await supervisor.get(results).expect(200)).body).toMatchObject({ items: [] })
    const { rows } = await app.owner.query('SELECT notice_id FROM published_results WHERE community_id = $1', [community.id])
    expect(rows).toEqual([{ notice_id: null }])
  })
})
