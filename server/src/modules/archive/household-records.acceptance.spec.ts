import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { KeptRow } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { codeOf, faultsOf, HouseholdOffice } from '../../../test/household-office.ts'
import type { Person } from '../../../test/person.ts'

let app: TestApp
let office: HouseholdOffice
let owner: Person

beforeAll(async () => {
  app = await startApp()
  office = await HouseholdOffice.open(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T04:00:00Z')
  owner = await app.world.resident(office.community)
})

const home = (path: string) => office.here(`households/${owner.unitId}${path}`)
const read = () => office.read(owner.unitId)

describe('the history of a household', () => {
  const renovation = { kind: 'renovation', title: '全屋装修', begunOn: '2026-03-01', fileIds: [] as string[] }
  const begin = async (more: object = {}) =>
    (await office.clerk.post(home('/events'), { ...renovation, ...more }).expect(201)).body as KeptRow

  it('[ORG-02] is what was written, the latest first, with its photos', async () => {
    const photo = await office.clerk.photo(office.community.id)
    await begin({ fileIds: [photo], detail: '水电改造' })
    await begin({ kind: 'delivery', title: '交付', begunOn: '2019-12-01' })
    expect((await read()).events).toMatchObject([
      {
        kind: 'renovation',
        detail: '水电改造',
        endedOn: null,
        files: [{ id: photo, kind: 'photo' }],
        recordedByName: office.clerk.name,
      },
      { kind: 'delivery', begunOn: '2019-12-01', residentName: null },
    ])
  })

  it('[ORG-02] is completed by who saw it as it is', async () => {
    const photo = await office.clerk.photo(office.community.id)
    const { id } = await begin({ fileIds: [photo] })
    const colleague = await app.world.staff(office.community, { permissions: ['archive.edit'] })
    const change = { ...renovation, fileIds: [photo], endedOn: '2026-06-30', version: 1 }
    expect((await colleague.put(office.here(`household-events/${id}`), change).expect(200)).body).toEqual({ id, version: 2 })
    expect((await read()).events).toMatchObject([{ id, endedOn: '2026-06-30', files: [{ id: photo }], version: 2 }])
    expect(codeOf(await colleague.put(office.here(`household-events/${id}`), change).expect(409))).toBe('STALE_VERSION')
    expect(await office.audited(id)).toMatchObject([
      { action: 'archive.add-event', before: null },
      { action: 'archive.change-event', before: { endedOn: null }, after: { endedOn: '2026-06-30' } },
    ])
  })

  it('[ORG-02] does not end before it begins, nor show what somebody else uploaded', async () => {
    const backwards = await office.clerk.post(home('/events'), { ...renovation, endedOn: '2026-02-28' }).expect(400)
    expect(faultsOf(backwards)).toEqual(['endedOn'])
    const photo = await owner.photo(office.community.id)
    expect(faultsOf(await office.clerk.post(home('/events'), { ...renovation, fileIds: [photo] }).expect(400))).toEqual([
      'fileIds',
    ])
  })

  it('[ORG-02] is for who may edit, within their community', async () => {
    const { id } = await begin()
    await office.reader.post(home('/events'), renovation).expect(403)
    await office.reader.put(office.here(`household-events/${id}`), { ...renovation, version: 1 }).expect(403)
    await office.stranger.post(office.there(`households/${owner.unitId}/events`), renovation).expect(404)
    await office.stranger.put(office.there(`household-events/${id}`), { ...renovation, version: 1 }).expect(404)
  })
})

describe('the notes of a household', () => {
  const write = async (text: string, pinned = false) =>
    ((await office.clerk.post(home('/notes'), { text, pinned }).expect(201)).body as { id: string }).id

  it('[ORG-02] stand pinned first, then the latest; taken back they are gone from the page and kept in the audit log', async () => {
    const pinned = await write('家有老人，请轻敲门', true)
    app.clock.advance({ minutes: 1 })
    const other = await write('周末才在家')
    app.clock.advance({ minutes: 1 })
    await write('快递放门口')
    expect((await read()).notes.map(({ text }) => text)).toEqual(['家有老人，请轻敲门', '快递放门口', '周末才在家'])
    await office.clerk.put(office.here(`household-notes/${pinned}`), { pinned: false }).expect(204)
    await office.clerk.put(office.here(`household-notes/${other}`), { pinned: true }).expect(204)
    await office.clerk.put(office.here(`household-notes/${other}`), { pinned: true }).expect(204)
    await office.clerk.post(office.here(`household-notes/${pinned}/withdraw`)).expect(204)
    await office.clerk.post(office.here(`household-notes/${pinned}/withdraw`)).expect(204)
    await office.clerk.put(office.here(`household-notes/${pinned}`), { pinned: true }).expect(404)
    expect((await read()).notes).toMatchObject([
      { text: '周末才在家', pinned: true, writtenByName: office.clerk.name },
      { text: '快递放门口', pinned: false },
    ])
    expect((await office.audited(pinned)).map(({ action }) => action)).toEqual([
      'archive.write-note',
      'archive.pin-note',
      'archive.withdraw-note',
    ])
  })

  it('[ORG-02] are for who may edit, within their community', async () => {
    const id = await write('备注')
    await office.reader.post(home('/notes'), { text: '备注', pinned: false }).expect(403)
    await office.reader.put(office.here(`household-notes/${id}`), { pinned: true }).expect(403)
    await office.stranger.post(office.there(`households/${owner.unitId}/notes`), { text: '备注', pinned: false }).expect(404)
    await office.stranger.put(office.there(`household-notes/${id}`), { pinned: true }).expect(404)
    await office.stranger.post(office.there(`household-notes/${id}/withdraw`)).expect(404)
  })
})
