import { randomUUID } from 'node:crypto'
import type { ComplaintReceipt } from '@yinuo/contracts'
import { demonstrationTemplates } from '@yinuo/wechat-sandbox'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.ts'
import { ComplaintStory } from '../../../test/complaint-story.ts'
import { Messaging, type Reachable } from '../../../test/messaging.ts'

const templateId = demonstrationTemplates['complaint-progress']!

let app: TestApp
let story: ComplaintStory
let messaging: Messaging
beforeAll(async () => {
  app = await startApp()
  story = await ComplaintStory.begin(app)
  messaging = new Messaging(app, story.community)
  messaging.calm()
})
afterAll(() => app.close())

async function readyToHear(): Promise<Reachable> {
  const resident = await messaging.resident()
  app.sandbox.world.grants.answer(resident.openid!, templateId, 'accept', false)
  await resident.post('/me/subscriptions', { askId: randomUUID(), answers: [{ templateId, answer: 'accept' }] }).expect(200)
  return resident
}

async function proposedTo(resident: Reachable, more: object = {}): Promise<ComplaintReceipt> {
  const complaint = (await resident.post(story.path, story.told(more)).expect(201)).body as ComplaintReceipt
  await app.deliver()
  await story.act(story.desk, complaint, 'assign', { staffId: story.handler.staffId, note: null })
  await story.act(story.handler, complaint, 'investigate', { note: '今天下午到现场看过了。' })
  await story.act(story.handler, complaint, 'propose', { solution: '划出禁停区，每两小时巡查一次。' })
  await app.deliver()
  return complaint
}

describe('who complained', () => {
  it('[MSG-02] has a push for the grant given when complaining, and it opens the complaint', async () => {
    const resident = await readyToHear()
    const complaint = await proposedTo(resident)
    const pushes = messaging.pushes(resident)
    expect(pushes).toHaveLength(1)
    expect(pushes[0]).toMatchObject({
      page: `pages/complaint/index?communityId=${story.community.id}&id=${complaint.id}`,
    })
    expect(JSON.stringify(pushes[0])).toContain(complaint.number)
  })

  it('[COM-06] without a name has none, and keeps the grant', async () => {
    const resident = await readyToHear()
    await proposedTo(resident, { anonymous: true })
    expect(messaging.pushes(resident)).toEqual([])
    const offers = (await resident.get('/me/subscriptions')).body as { template: string; grantsLeft: number }[]
    expect(offers.find(({ template }) => template === 'complaint-progress')).toMatchObject({ grantsLeft: 1 })
  })
})
