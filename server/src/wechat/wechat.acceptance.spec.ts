import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { startApp, type TestApp } from '../../test/app.ts'
import { Messaging, type Reachable } from '../../test/messaging.ts'
import type { TestCommunity } from '../../test/world.ts'
import { eventually } from '../../test/eventually.ts'
import { WorkerDatabase, type Act } from '../platform/database/index.ts'
import { OutboxRelay } from '../platform/outbox/index.ts'
import { CONTENT_CHECKED, recordContentCheck, Wechat } from './index.ts'

let app: TestApp
let community: TestCommunity
let author: Reachable
const checked: Record<string, unknown>[] = []

beforeAll(async () => {
  app = await startApp()
  community = await app.world.community()
  const messaging = new Messaging(app, community)
  messaging.calm()
  author = await messaging.resident()
  app.nest.get(OutboxRelay).on(CONTENT_CHECKED, async (_tx, _act, { payload }) => void checked.push(payload))
})
afterAll(() => app.close())
beforeEach(() => {
  checked.length = 0
  app.sandbox.world.phones.touch(author.openid!)
})

const act = (): Act => ({
  actor: { kind: 'system', id: null, name: '系统' },
  reach: { communities: [community.id], companies: [] },
  now: app.clock.now(),
  traceId: 'test',
  address: null,
  idempotency: null,
})

async function waiting(traceId: string): Promise<string> {
  const subjectId = randomUUID()
  await app.nest
    .get(WorkerDatabase)
    .transaction((tx) =>
      recordContentCheck(tx, act(), { communityId: community.id, subjectKind: 'file', subjectId, verdict: 'pending', traceId }),
    )
  return subjectId
}

function verdict(content: object) {
  const timestamp = String(Math.floor(app.clock.now().getTime() / 1000))
  const signature = createHash('sha1').update([app.config.WECHAT_MESSAGE_TOKEN, timestamp, '7'].sort().join('')).digest('hex')
  return request(app.url)
    .post('/api/wechat/events')
    .query({ signature, timestamp, nonce: '7', openid: author.openid })
    .send({ MsgType: 'event', Event: 'wxa_media_check', FromUserName: author.openid, CreateTime: Number(timestamp), ...content })
}

describe('a photo’s verdict', () => {
  it.each([
    ['passes', { errcode: 0, result: { suggest: 'pass' } }, 'pass'],
    ['is risky', { errcode: 0, result: { suggest: 'risky' } }, 'risky'],
    ['is for people to review', { errcode: 0, result: { suggest: 'review' } }, 'review'],
    ['could not be found, because WeChat could not load it', { errcode: -1008, result: { suggest: 'pass' } }, 'review'],
    ['is in words we do not know', { errcode: 0, result: { suggest: 'perhaps' } }, 'review'],
    ['is missing', {}, 'review'],
  ])('that %s is told once, however often WeChat tells it', async (_, content, expected) => {
    const traceId = randomUUID()
    const subjectId = await waiting(traceId)
    await verdict({ trace_id: traceId, ...content }).expect(200)
    await verdict({ trace_id: traceId, ...content }).expect(200)
    await app.deliver()
    expect(checked).toEqual([{ subjectKind: 'file', subjectId, verdict: expected }])
  })

  it('is asked for again when it is faster than our own commit', async () => {
    const traceId = randomUUID()
    await verdict({ trace_id: traceId, errcode: 0, result: { suggest: 'pass' } }).expect(503)
    await waiting(traceId)
    await verdict({ trace_id: traceId, errcode: 0, result: { suggest: 'pass' } }).expect(200)
    await app.deliver()
    expect(checked).toHaveLength(1)
  })

  it('comes from the sandbox after it was asked', async () => {
    app.sandbox.world.mediaChecks.plant('risky', 1)
    const { traceId } = await app.nest.get(Wechat).checkPhoto(`${app.sandboxUrl}/photo.jpg`, author.openid!, 'comment')
    const subjectId = await waiting(traceId)
    app.sandbox.world.clock.advance(3_000)
    await eventually(async () => {
      await app.deliver()
      expect(checked).toEqual([{ subjectKind: 'file', subjectId, verdict: 'risky' }])
    })
  })
})

describe('what is not an event', () => {
  it.each([
    ['a message to customer service', { MsgType: 'text', Content: '在吗' }],
    ['an event nobody waits for', { MsgType: 'event', Event: 'weapp_audit_success', FromUserName: 'o', CreateTime: 1 }],
    ['an event without a time', { MsgType: 'event', Event: 'subscribe_msg_popup_event', FromUserName: 'o' }],
    [
      'an event with a strange list',
      { MsgType: 'event', Event: 'subscribe_msg_popup_event', FromUserName: 'o', CreateTime: 1, List: 'x' },
    ],
    ['nothing', {}],
    ['a list', []],
  ])('is answered and forgotten: %s', async (_, body) => {
    const timestamp = String(Math.floor(app.clock.now().getTime() / 1000))
    const signature = createHash('sha1').update([app.config.WECHAT_MESSAGE_TOKEN, timestamp, '7'].sort().join('')).digest('hex')
    const answer = await request(app.url).post('/api/wechat/events').query({ signature, timestamp, nonce: '7' }).send(body)
    expect([answer.status, answer.text]).toEqual([200, 'success'])
  })
})
