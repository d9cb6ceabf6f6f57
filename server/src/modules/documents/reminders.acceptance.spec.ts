import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DocumentNumbers, DocumentRow, InboxMessage, Page } from '@yinuo/contracts'
import { startApp, type TestApp } from '../../../test/app.ts'
import { documentOf } from '../../../test/documents.ts'
import type { Person } from '../../../test/person.ts'
import type { TestCommunity } from '../../../test/world.ts'
import { Remind } from './index.ts'

let app: TestApp
let community: TestCommunity
let manager: Person
let here: string
let ownerPostId: string
let categoryId: string

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community({ companyId: await app.world.company() })
  here = `/communities/${community.id}`
  manager = await app.world.staff(community, { post: 'project-manager' })
  await app.owner.query('CALL lay_document_categories($1)', [community.companyId])
  const { rows } = await app.owner.query<{ post: string; category: string }>(
    `SELECT p.id AS post, c.id AS category FROM posts p JOIN document_categories c USING (company_id)
     WHERE p.code = 'project-manager' AND c.name = '证照资质' AND company_id = $1`,
    [community.companyId],
  )
  ownerPostId = rows[0]!.post
  categoryId = rows[0]!.category
})
afterAll(() => app.close())

const inDays = (days: number) => new Date(app.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const licence = (title: string, more: object) =>
  documentOf(app, manager, community, categoryId, { title, ownerPostId, remindDays: 30, ...more })
const toldOf = async (title: string) => {
  await app.deliver()
  const { items } = (await manager.get('/me/messages?limit=100')).body as Page<InboxMessage>
  return items.filter((message) => message.title.includes(title)).map((message) => message.title)
}

describe('the day of a document', () => {
  it('[ORG-06] is told once before and once on the day, by however many workers', async () => {
    const second = await app.replica()
    const tick = () => Promise.all([app.nest.get(Remind).run(), second.get(Remind).run(), app.nest.get(Remind).run()])
    await licence('特种设备使用登记证', { validUntil: inDays(30) })
    await licence('还早的证', { validUntil: inDays(31) })
    await tick()
    expect(await toldOf('特种设备')).toEqual(['《特种设备使用登记证》即将到期'])
    app.clock.advance({ days: 7 })
    await tick()
    expect(await toldOf('特种设备')).toHaveLength(1)
    expect(await toldOf('还早的证')).toHaveLength(1)
    app.clock.advance({ days: 23 })
    await tick()
    await tick()
    expect(await toldOf('特种设备')).toEqual(['《特种设备使用登记证》已到有效期', '《特种设备使用登记证》即将到期'])
  })

  it('[ORG-06] is told anew when it is moved, not for what is withdrawn, and for looking through again as well', async () => {
    const remind = app.nest.get(Remind)
    const plan = await licence('防汛预案', { reviewBy: inDays(3) })
    await remind.run()
    expect(await toldOf('防汛预案')).toEqual(['《防汛预案》即将复核'])
    const draft = { title: '防汛预案', categoryId, tags: [], ownerPostId, remindDays: 30, version: plan.version }
    await manager.put(`${here}/documents/${plan.id}`, { ...draft, reviewBy: inDays(10) })
    await remind.run()
    expect(await toldOf('防汛预案')).toHaveLength(2)
    const gone = await licence('作废的证', { validUntil: inDays(1) })
    await manager.post(`${here}/documents/${gone.id}/withdraw`, { reason: '作废', version: gone.version })
    await remind.run()
    expect(await toldOf('作废的证')).toEqual([])
  })

  it('[ORG-06] is counted and filtered', async () => {
    const numbers = async () => (await manager.get(`${here}/document-numbers`)).body as DocumentNumbers
    const before = await numbers()
    await licence('快到期的', { validUntil: inDays(0) })
    await licence('过期的', { validUntil: inDays(-1) })
    expect(await numbers()).toEqual({ expiring: before.expiring + 1, expired: before.expired + 1 })
    const titles = async (due: string) =>
      ((await manager.get(`${here}/documents?due=${due}`)).body as Page<DocumentRow>).items.map((row) => row.title)
    expect(await titles('expired')).toContain('过期的')
    expect(await titles('expiring')).toContain('快到期的')
    expect(await titles('expiring')).not.toContain('过期的')
  })
})
