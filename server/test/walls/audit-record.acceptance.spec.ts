import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AuditChain } from '@yinuo/contracts'
import { AuditChecker, AuditHeadExporter, AuditSealer } from '../../src/platform/audit/index.ts'
import { startApp, type TestApp } from '../app.ts'
import type { Person } from '../person.ts'
import type { TestCommunity } from '../world.ts'

let app: TestApp
let here: TestCommunity
let manager: Person
beforeAll(async () => {
  app = await startApp()
  here = await app.world.community({ companyId: await app.world.company() })
  manager = await app.world.staff(here, { post: 'project-manager' })
}, 60_000)
afterAll(() => app.close())

const chain = async () => (await manager.get('/audit/chain')).body as AuditChain

let posts = 0
async function act(times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    app.clock.advance({ seconds: 1 })
    const texts = { duties: '', work: '', authority: '', responsibility: '', qualification: '', certificates: [], answersFor: [] }
    const made = await manager.post('/posts', { name: `岗位${++posts}`, ...texts, permissions: [] })
    expect(made.status).toBe(201)
  }
}

/** What `npm run verify-audit` says. */
async function verifyAudit(...args: string[]): Promise<{ code: number; says: string }> {
  const command = [join(import.meta.dirname, '../../src/verify-audit.ts'), '--company', here.companyId, ...args]
  const env = { ...process.env, DATABASE_URL: app.databases.ownerUrl, LINK_SIGNING_KEY: app.config.LINK_SIGNING_KEY }
  return promisify(execFile)(process.execPath, command, { env }).then(
    ({ stdout }) => ({ code: 0, says: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, says: error.stdout }),
  )
}

describe('the record of changes', () => {
  it('[ORG-05] waits, is sealed by any number of workers once, and is read through', async () => {
    await act(6)
    expect(await chain()).toMatchObject({ sealed: 0, waiting: 6, checkedAt: null, brokenAt: null })
    const second = await app.replica()
    await Promise.all([app.nest, second].flatMap((server) => [server.get(AuditSealer).run(), server.get(AuditSealer).run()]))
    expect(await chain()).toMatchObject({ sealed: 6, waiting: 0, checkedAt: null })
    expect(await app.nest.get(AuditChecker).run()).toBeGreaterThan(0)
    expect(await app.nest.get(AuditChecker).run()).toBe(0)
    expect(await chain()).toMatchObject({ sealed: 6, checked: 6, brokenAt: null, checkedAt: app.clock.now().toISOString() })
  })

  it('[ORG-05] has its head carried out when the day is over, and is held to it', async () => {
    await act(2)
    await app.nest.get(AuditSealer).run()
    expect(await app.nest.get(AuditHeadExporter).run()).toBe(0)
    app.clock.advance({ hours: 24 })
    expect(await app.nest.get(AuditHeadExporter).run()).toBeGreaterThan(0)
    expect(await app.nest.get(AuditHeadExporter).run()).toBe(0)
    const heads = join(app.config.FILES_DIR!, 'audit')
    expect(await verifyAudit('--heads', heads)).toMatchObject({ code: 0, says: expect.stringContaining('：8 条完好') })
    await app.owner.query('DELETE FROM audit_heads WHERE company_id = $1', [here.companyId])
    await app.owner.query('DELETE FROM audit_entries WHERE company_id = $1 AND seq > 7', [here.companyId])
    expect(await verifyAudit()).toMatchObject({ code: 0 })
    expect(await verifyAudit('--heads', heads)).toEqual({ code: 1, says: expect.stringContaining('第 8 条断裂，链尾被截断') })
  })

  it('[ORG-05] shows the place where somebody changed it', async () => {
    const elsewhere = await app.world.community({ companyId: await app.world.company() })
    const other = await app.world.staff(elsewhere, { post: 'project-manager' })
    await other.post(`/communities/${elsewhere.id}/codes`, { kind: 'building', placeIds: [elsewhere.buildingId] })
    await app.nest.get(AuditSealer).run()
    await app.owner.query(`UPDATE audit_entries SET actor_name = '别人' WHERE company_id = $1`, [elsewhere.companyId])
    await app.nest.get(AuditChecker).run()
    expect((await other.get('/audit/chain')).body).toMatchObject({ sealed: 1, checked: 0, brokenAt: 1 })
  })
})
