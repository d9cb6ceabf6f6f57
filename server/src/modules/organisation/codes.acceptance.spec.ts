import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CodeContext, EntryCode } from '@yinuo/contracts'
import request from 'supertest'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'

let app: TestApp
let community: TestCommunity
let desk: Person

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  desk = await app.world.staff(community, { post: 'front-desk' })
})
afterAll(() => app.close())

const scan = (scene: string) => request(app.url).get(`/api/codes/${encodeURIComponent(scene)}`)
const path = () => `/communities/${community.id}/codes`

async function issue(kind: string, placeIds: string[], more: object = {}): Promise<EntryCode[]> {
  const answer = await desk.post(path(), { kind, placeIds, ...more })
  expect(answer.body).toEqual(expect.any(Array))
  return answer.body as EntryCode[]
}

describe('entry codes', () => {
  it('[ORG-03] a scanned code says without a session where it leads, whom to call and what is promised', async () => {
    const unit = await app.world.unit(community)
    const [code] = await issue('unit', [unit.id])
    const { body } = await scan(code!.scene).expect(200)
    expect(body as CodeContext).toEqual({
      kind: 'unit',
      communityId: community.id,
      communityName: community.name,
      hotline: '010-12345678',
      propertyType: 'residential',
      place: { kind: 'unit', id: unit.id, label: unit.label },
      promise: expect.stringContaining('30 分钟内有人接单'),
    })
  })

  it('[ORG-03] the code of the community itself needs no place', async () => {
    const [code] = await issue('community', [])
    const { body } = await scan(code!.scene).expect(200)
    expect((body as CodeContext).place).toEqual({ kind: 'community', id: null, label: community.name })
  })

  it('[ORG-03] the token holds nothing that could be read or guessed, and WeChat takes it as a scene', async () => {
    const [code] = await issue('building', [community.buildingId])
    expect(code!.scene).toMatch(/^b[\w-]{22}$/)
  })

  it('[ORG-03] issuing for a place that has a valid code gives that code, not a second one', async () => {
    const unit = await app.world.unit(community)
    const [first] = await issue('unit', [unit.id])
    const [again] = await issue('unit', [unit.id])
    expect(again).toEqual(first)
  })

  it('[ORG-03] issuing by several at once for one place puts up one code', async () => {
    const unit = await app.world.unit(community)
    const issued = await Promise.all(Array.from({ length: 5 }, () => issue('unit', [unit.id])))
    expect(new Set(issued.map(([code]) => code!.id)).size).toBe(1)
  })

  it.each(['x', `u${'A'.repeat(22)}`, "u' OR '1'='1", '../../etc/passwd', '一诺', `u${'A'.repeat(80)}`])(
    '[ORG-03] a code that is not ours (%#) is unknown, and says so',
    async (scene) => {
      const { status, body } = await scan(scene)
      expect({ status, code: (body as { code: string }).code }).toEqual({ status: 404, code: 'CODE_UNKNOWN' })
    },
  )

  it('[ORG-03] a revoked code says that it was revoked; revoking it again changes nothing', async () => {
    const unit = await app.world.unit(community)
    const [code] = await issue('unit', [unit.id])
    await desk.post(`${path()}/${code!.id}/revoke`).expect(204)
    await desk.post(`${path()}/${code!.id}/revoke`).expect(204)
    expect((await scan(code!.scene).expect(410)).body).toMatchObject({ code: 'CODE_REVOKED' })
  })

  it('[ORG-03] a code works through the day it expires on and not a moment longer', async () => {
    const unit = await app.world.unit(community)
    const [code] = await issue('unit', [unit.id], { expiresOn: '2026-11-22' })
    app.clock.set('2026-11-22T15:59:59Z')
    await scan(code!.scene).expect(200)
    app.clock.set('2026-11-22T16:00:00Z')
    expect((await scan(code!.scene).expect(410)).body).toMatchObject({ code: 'CODE_EXPIRED' })
    app.clock.set('2026-11-21T04:00:00Z')
  })

  it('[ORG-03] a replaced code ends and its place goes on under the new one', async () => {
    const unit = await app.world.unit(community)
    const [old] = await issue('unit', [unit.id])
    const replaced = (await desk.post(`${path()}/${old!.id}/replace`).expect(201)).body as EntryCode
    expect((await scan(old!.scene).expect(410)).body).toMatchObject({ code: 'CODE_REVOKED' })
    expect((await scan(replaced.scene).expect(200)).body).toMatchObject({ place: { id: unit.id } })
  })

  it('[ORG-03] the list shows what was issued, newest first, page by page', async () => {
    const building = await app.world.building(community, '二期', 10, 10)
    const units = [await app.world.unit(community, building), await app.world.unit(community, building)]
    app.clock.advance({ minutes: 1 })
    const issued = await issue('unit', units.map(({ id }) => id)) // prettier-ignore
    const first = (await desk.get(`${path()}?kind=unit&limit=1`).expect(200)).body as { items: EntryCode[]; nextCursor: string }
    const second = (await desk.get(`${path()}?kind=unit&limit=1&cursor=${first.nextCursor}`).expect(200)).body as typeof first
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(issued.map(({ id }) => id).sort())
  })

  it('[ORG-03] nobody issues codes for another community’s places, nor without the permission', async () => {
    const elsewhere = await app.world.community()
    const unit = await app.world.unit(elsewhere)
    await desk.post(path(), { kind: 'unit', placeIds: [unit.id] }).expect(400)
    await desk.post(`/communities/${elsewhere.id}/codes`, { kind: 'unit', placeIds: [unit.id] }).expect(404)
    const engineer = await app.world.staff(community)
    await engineer.post(path(), { kind: 'community', placeIds: [] }).expect(403)
  })

  it('[ORG-03] what is issued, revoked and replaced is on record', async () => {
    const { rows } = await app.owner.query<{ action: string }>(
      `SELECT DISTINCT action FROM audit_entries WHERE community_id = $1 AND subject_kind = 'entry-code' ORDER BY action`,
      [community.id],
    )
    expect(rows.map(({ action }) => action)).toEqual(['codes.issue', 'codes.replace', 'codes.revoke'])
  })
})

describe('code sheets', () => {
  it('[ORG-03] are printed as PDF with codes that WeChat drew', async () => {
    const unit = await app.world.unit(community)
    const codes = await issue('unit', [unit.id])
    const answer = await desk.post(`/communities/${community.id}/code-sheets`, { codeIds: codes.map(({ id }) => id) }).buffer()
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect((answer.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('[ORG-03] never show a code that no longer works', async () => {
    const unit = await app.world.unit(community)
    const [code] = await issue('unit', [unit.id])
    await desk.post(`${path()}/${code!.id}/revoke`)
    const answer = await desk.post(`/communities/${community.id}/code-sheets`, { codeIds: [code!.id] })
    expect(answer.body).toMatchObject({ code: 'CODE_REVOKED' })
  })

  it.each<[string, object, string]>([
    ['is busy (-1)', { errcode: -1 }, 'WECHAT_UNAVAILABLE'],
    ['answers with a page of HTML', { kind: 'html' }, 'WECHAT_UNAVAILABLE'],
    ['is not there', { kind: 'reset' }, 'WECHAT_UNAVAILABLE'],
    ['had too many calls (45009)', { errcode: 45009 }, 'TOO_MANY_REQUESTS'],
  ])('[ORG-03] are not printed while WeChat %s, and say so', async (_, fault, code) => {
    const [issued] = await issue('unit', [(await app.world.unit(community)).id])
    app.sandbox.world.faults.order({ endpoint: '/wxa/getwxacodeunlimit', times: 10, ...fault })
    const answer = await desk.post(`/communities/${community.id}/code-sheets`, { codeIds: [issued!.id] })
    app.sandbox.world.faults.clear()
    expect(answer.body).toMatchObject({ code })
  })
})
