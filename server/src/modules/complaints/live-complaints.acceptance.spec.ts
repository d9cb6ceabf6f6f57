import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ComplaintStory } from '../../../test/complaint-story.ts'

let app: TestApp
const hangUp = new AbortController()

beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  hangUp.abort()
  await app.close()
})

/** An open line, and what it said so far. */
async function listen(communityId: string, token: string) {
  const heard = { text: '', isOver: false }
  const headers = { authorization: `Bearer ${token}` }
  const line = await fetch(`${app.url}/api/communities/${communityId}/live`, { headers, signal: hangUp.signal })
  expect(line.status).toBe(200)
  void (async () => {
    for await (const piece of line.body!) heard.text += new TextDecoder().decode(piece as Uint8Array)
    heard.isOver = true
  })().catch(() => (heard.isOver = true))
  return heard
}

async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 5000
  while (!isSo() && performance.now() < giveUpAt) await new Promise(setImmediate)
  expect(isSo()).toBe(true)
}

describe('what happens to complaints', () => {
  it('[COM-02][COM-06] is told at once to who may read complaints, and no more than to which; others go on hearing of repairs', async () => {
    const story = await ComplaintStory.begin(app)
    const { community, resident } = story
    const reader = await app.world.staff(community, { permissions: ['repairs.read', 'complaints.read'] })
    const other = await app.world.staff(community, { permissions: ['repairs.read'] })
    const [hears, hearsRepairs] = await Promise.all([reader, other].map(({ token }) => listen(community.id, token)))
    const { id } = await story.report({ anonymous: true })
    await app.deliver()
    await until(() => hears!.text.includes(`data: ${JSON.stringify({ complaintId: id })}\n`))
    const place = { kind: 'unit', id: resident.unitId }
    const repair = { place, category: 'taps', urgency: 'routine', description: '漏水', fileIds: [] }
    await resident.post(`/communities/${community.id}/repairs`, repair).expect(201)
    await app.deliver()
    await until(() => hearsRepairs!.text.includes('repairId'))
    expect(hearsRepairs!.text).not.toContain(id)
    expect(hearsRepairs!.isOver).toBe(false)
  })
})
