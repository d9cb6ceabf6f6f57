import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { RepairStory } from '../../../test/repair-story.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('a repair in the hands of others', () => {
  it('[REP-02] is handed on to a qualified colleague, who accepts it anew', async () => {
    const told = await RepairStory.begin(app)
    const colleague = await app.world.staff(told.community)
    const repair = await told.report()
    const { assignee } = await told.read(told.supervisor, repair)
    const [holder, other] = assignee!.id === colleague.staffId ? [colleague, told.engineer] : [told.engineer, colleague]
    await told.act(holder, repair, 'accept')
    await told.act(holder, repair, 'transfer', { staffId: other.staffId, reason: '家里有急事' })
    expect(await told.read(told.supervisor, repair)).toMatchObject({ state: 'assigned', assignee: { id: other.staffId } })
    await told.act(other, repair, 'accept')
    expect(await told.read(told.supervisor, repair)).toMatchObject({ state: 'accepted' })
  })

  it('[REP-05] goes on without the charge its reporter refused', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.report()
    await told.act(told.engineer, repair, 'accept')
    await told.act(told.engineer, repair, 'arrive', { fileIds: [] })
    await told.act(told.engineer, repair, 'offer-charge', { lines: [{ label: '角阀', amountFen: 3500 }] })
    await told.act(told.resident, repair, 'refuse-charge', { reason: '太贵' })
    expect((await told.read(told.resident, repair)).charge).toMatchObject({ state: 'refused' })
  })

  it('[REP-06] is archived by the supervisor once it is closed, and not before', async () => {
    const told = await RepairStory.begin(app)
    const repair = await told.untilDone()
    const { version } = await told.read(told.supervisor, repair)
    const early = await told.supervisor.post(`${told.path}/${repair.id}/archive`, { version })
    expect(early.body).toMatchObject({ status: 409, code: 'TRANSITION_NOT_ALLOWED' })
    await told.act(told.resident, repair, 'confirm', { rating: 5 })
    await told.act(told.supervisor, repair, 'archive')
    expect(await told.read(told.supervisor, repair)).toMatchObject({ state: 'archived', allowedActions: [] })
  })
})
