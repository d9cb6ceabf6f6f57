import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ContactSheet, OwedGroup, SuggestionBox } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { BoxOffice } from '../../../test/box-office.ts'
import type { Person } from '../../../test/person.ts'
import { WatchBoxes } from './index.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('a suggestion box in a building', () => {
  it('[COM-05] names it; who looks after some buildings learns of the boxes there, and nothing of those elsewhere', async () => {
    const office = await BoxOffice.open(app)
    const { supervisor, desk, resident, community } = office.story
    const [first, second] = [community.buildingId, await app.world.building(community, '二号楼', 2, 2)]
    const path = `${office.here}/suggestion-boxes`
    const wish = { name: '二号楼意见箱', place: '大堂信报箱旁', postId: office.box.postId, buildingId: second }
    const box = (await supervisor.post(path, wish).expect(201)).body as SuggestionBox
    expect(box).toMatchObject({ buildingId: second, buildingName: '二号楼' })
    await supervisor.post(path, { ...wish, name: '别处的', buildingId: crypto.randomUUID() }).expect(404)
    const of = async (buildingId: string) => {
      const person = await app.world.staff(community, { permissions: ['complaints.read', 'complaints.assign', 'repairs.read'] })
      await app.owner.query('UPDATE staff_posts SET building_ids = $2 WHERE staff_id = $1', [person.staffId, [buildingId]])
      return person
    }
    const [firsts, seconds] = [await of(first), await of(second)]
    const known = async (person: Person) => {
      const { body } = await person.get(`${office.here}/contact-sheet`).expect(200)
      return (body as ContactSheet).boxes.map(({ name }) => name)
    }
    expect([await known(resident), await known(desk)]).toEqual(Array(2).fill(['二号楼意见箱', '大堂意见箱']))
    expect([await known(seconds), await known(firsts)]).toEqual([['二号楼意见箱'], []])
    await seconds.get(path).expect(403)
    const opening = { openedAt: app.clock.now().toISOString(), witness: '林女士', slips: 1, fileIds: [] }
    await desk.post(`${path}/${box.id}/openings`, opening).expect(201)
    const { rows } = await app.owner.query('SELECT building_id FROM box_openings WHERE box_id = $1', [box.id])
    expect(rows).toEqual([{ building_id: second }])
    const moved = { ...wish, buildingId: undefined, retired: false, version: box.version }
    expect((await supervisor.put(`${path}/${box.id}`, moved).expect(200)).body).toMatchObject({ buildingId: null })
  })
})

describe('who answers for a suggestion box and leaves', () => {
  it('[PER-01] hands it over, to who holds its post or another that may register slips', async () => {
    const office = await BoxOffice.open(app)
    const { supervisor, desk, manager } = office.story
    const owed = (await manager.get(`/staff/${desk.staffId}/open-work`).expect(200)).body as OwedGroup[]
    expect(owed).toMatchObject([{ kind: 'box', communityId: office.story.community.id, items: [{ number: '大堂意见箱' }] }])
    expect(owed[0]!.successors.map(({ id }) => id)).toContain(supervisor.staffId)
    const { rows } = await app.owner.query<{ version: number }>('SELECT version FROM staff WHERE id = $1', [desk.staffId])
    const work = owed.map(({ kind, communityId, category }) => ({ kind, communityId, category, successorId: supervisor.staffId }))
    const leave = { version: rows[0]!.version, leftOn: '2026-11-21', reason: '离职', work }
    await manager.post(`/staff/${desk.staffId}/leave`, leave).expect(200)
    const [box] = (await supervisor.get(`${office.here}/suggestion-boxes`).expect(200)).body as SuggestionBox[]
    expect(box).toMatchObject({ name: '大堂意见箱', staffName: supervisor.name, mine: true })
    app.clock.set('2026-11-28T00:30:00Z')
    await app.nest.get(WatchBoxes).run()
    await app.deliver()
    expect(await office.story.inboxOf(supervisor)).toContain('box.due')
  })

  it('[PER-01] owes nothing where others hold the post, unless the box is theirs by name; named to nobody it is the post’s', async () => {
    const office = await BoxOffice.open(app)
    const { desk, manager, supervisor } = office.story
    const { id, name, place, postId, version } = office.box
    const second = await app.world.staff(office.story.community, { post: 'front-desk', skills: [] })
    await app.owner.query('UPDATE staff_posts SET post_id = $2 WHERE staff_id = $1', [second.staffId, postId])
    const owes = async () => (await manager.get(`/staff/${desk.staffId}/open-work`).expect(200)).body as OwedGroup[]
    expect(await owes()).toEqual([])
    const named = { name, place, postId, staffId: desk.staffId, retired: false, version }
    await supervisor.put(`${office.here}/suggestion-boxes/${id}`, named).expect(200)
    expect(await owes()).toMatchObject([{ kind: 'box' }])
    const { rows } = await app.owner.query<{ version: number }>('SELECT version FROM staff WHERE id = $1', [desk.staffId])
    const leave = { version: rows[0]!.version, leftOn: '2026-11-21', reason: '离职', work: [] }
    await manager.post(`/staff/${desk.staffId}/leave`, leave).expect(200)
    const [box] = (await second.get(`${office.here}/suggestion-boxes`).expect(200)).body as SuggestionBox[]
    expect(box).toMatchObject({ staffId: null, postId, mine: true })
  })
})
