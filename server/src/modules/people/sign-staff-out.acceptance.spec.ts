import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import type { Person } from '../../../test/person.ts'

let app: TestApp
let manager: Person
let headOffice: Person
let guard: Person

beforeAll(async () => {
  app = await startApp()
  const community = await app.world.community()
  manager = await app.world.staff(community, { permissions: ['people.edit', 'repairs.dispatch'] })
  headOffice = await app.world.staff(community, { permissions: ['people.edit', 'audit.read'] })
  guard = await app.world.staff(community, { permissions: ['repairs.work'] })
})
afterAll(() => app.close())

describe('signing staff out', () => {
  it('[ORG-05] is done to those whose posts one could give', async () => {
    await manager.post(`/staff/${guard.staffId}/sign-out-everywhere`).expect(204)
    expect((await guard.get('/me')).status).toBe(401)
  })

  it('[ORG-05] keeps nobody out who may do more', async () => {
    const refused = await manager.post(`/staff/${headOffice.staffId}/sign-out-everywhere`)
    expect(refused.body).toMatchObject({ code: 'NOT_YOURS_TO_GIVE' })
    expect((await headOffice.get('/me')).status).toBe(200)
  })
})
