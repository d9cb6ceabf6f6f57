import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page, SpaceRow } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ParkingDesk, refusalOf } from '../../../test/parking-desk.ts'

let app: TestApp
let office: ParkingDesk

beforeAll(async () => {
  app = await startApp()
  office = await ParkingDesk.open(app)
})
afterAll(() => app.close())

describe('a parking space', () => {
  it('[ORG-02] is registered to a home with its term, area and zone, and on record', async () => {
    const unit = await app.world.unit(office.community)
    const draft = { zone: 'B1', number: '023', tenure: 'let', unitId: unit.id, areaSquareMetres: 13.25, validFrom: '2026-01-01', validUntil: '2026-12-31', note: '靠电梯' } as const // prettier-ignore
    const { id } = await office.spaced(draft)
    expect(await office.spaces(`unitId=${unit.id}`)).toEqual([{ ...draft, id, unitLabel: unit.label, vehicles: [], version: 1 }])
    expect(await office.lastAudit(id)).toMatchObject({ action: 'archive.add-space', before: null, after: draft })
  })

  it('[ORG-02] is changed, but not from an older sight of it', async () => {
    const { id } = await office.spaced()
    const [row] = await office.spaces('tenure=public&limit=100').then((rows) => rows.filter((each) => each.id === id))
    const unit = await app.world.unit(office.community)
    await office.clerk
      .put(`${office.here}/parking-spaces/${id}`, { number: row!.number, tenure: 'owned', unitId: unit.id, version: 1 })
      .expect(200)
    const late = await office.clerk.put(`${office.here}/parking-spaces/${id}`, {
      number: row!.number,
      tenure: 'public',
      version: 1,
    })
    expect([late.status, refusalOf(late).code]).toEqual([409, 'STALE_VERSION'])
    expect(await office.lastAudit(id)).toMatchObject({
      before: { tenure: 'public', unitId: null },
      after: { tenure: 'owned', unitId: unit.id },
    })
  })

  it('[ORG-02] keeps its number to itself within its zone', async () => {
    const number = office.newSpace()
    await office.spaced({ zone: 'A', number })
    await office.spaced({ zone: 'B', number })
    const twin = await office.clerk.post(`${office.here}/parking-spaces`, { zone: 'A', number, tenure: 'public' })
    expect([twin.status, refusalOf(twin).code]).toEqual([409, 'DUPLICATE'])
  })

  it('[ORG-02] belongs to a home exactly when it is not public, and its term runs forwards', async () => {
    const unit = await app.world.unit(office.community)
    const bodies = [
      { tenure: 'public', unitId: unit.id },
      { tenure: 'owned' },
      { tenure: 'let', unitId: unit.id, validFrom: '2026-05-01', validUntil: '2026-04-30' },
    ]
    const answers = await Promise.all(
      bodies.map((body) => office.clerk.post(`${office.here}/parking-spaces`, { number: 'X1', ...body })),
    )
    expect(answers.map((answer) => [answer.status, refusalOf(answer).errors[0]!.field])).toEqual([
      [400, 'unitId'],
      [400, 'unitId'],
      [400, 'validUntil'],
    ])
  })

  it('[ORG-02] is withdrawn when nobody parks there, and gives its number free', async () => {
    const unit = await app.world.unit(office.community)
    const number = office.newSpace()
    const { id } = await office.spaced({ number, tenure: 'owned', unitId: unit.id })
    const plate = office.newPlate()
    const vehicle = await office.parked({ unitId: unit.id, plate, spaceId: id })
    const refused = await office.clerk.post(`${office.here}/parking-spaces/${id}/withdraw`, { version: 1 })
    expect([refused.status, refusalOf(refused).code]).toEqual([409, 'SPACE_IN_USE'])
    expect(refusalOf(refused).detail).toContain(plate)
    await office.clerk.post(`${office.here}/vehicles/${vehicle.id}/end`, { version: 1 }).expect(204)
    await office.clerk.post(`${office.here}/parking-spaces/${id}/withdraw`, { version: 1 }).expect(204)
    expect(await office.spaces(`unitId=${unit.id}`)).toEqual([])
    await office.spaced({ number })
    await office.clerk.post(`${office.here}/parking-spaces/${id}/withdraw`, { version: 2 }).expect(404)
  })

  it('[ORG-02] is listed by its number however written, by tenure, and when its term is over', async () => {
    const unit = await app.world.unit(office.community)
    const { id } = await office.spaced({
      zone: '地下一层',
      number: 'C-077',
      tenure: 'let',
      unitId: unit.id,
      validUntil: '2026-11-20',
    })
    for (const written of ['C-077', 'c077', 'C 07', '地下一层C077'])
      expect((await office.spaces(`query=${encodeURIComponent(written)}`)).map((space) => space.id)).toEqual([id])
    expect((await office.spaces('lapsed=true')).map((space) => space.id)).toEqual([id])
    expect((await office.spaces('tenure=owned&query=C077')).map((space) => space.id)).toEqual([])
  })

  it('[ORG-02] is paged without leaving out or repeating one', async () => {
    for (let each = 0; each < 5; each++) await office.spaced({ zone: 'P' })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer = await office.clerk.get(`${office.here}/parking-spaces?limit=2${cursor && `&cursor=${cursor}`}`).expect(200)
      const page = answer.body as Page<SpaceRow>
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe((await office.spaces('limit=100')).length)
  })

  it('[ORG-02] of another community does not exist', async () => {
    const foreign = await app.world.unit(office.elsewhere)
    const answer = await office.clerk.post(`${office.here}/parking-spaces`, { number: 'Y1', tenure: 'owned', unitId: foreign.id })
    expect(answer.status).toBe(404)
  })
})
