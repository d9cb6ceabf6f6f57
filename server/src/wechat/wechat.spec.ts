import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createSandbox, demonstrationTemplates, type Sandbox } from '@yinuo/wechat-sandbox'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { TestClock } from '../../test/test-clock.ts'
import type { Config } from '../platform/config/index.ts'
import { WorkerDatabase } from '../platform/database/index.ts'
import { registry } from '../platform/telemetry/metrics.ts'
import { WechatError, type WechatErrorKind } from './client/wechat-error.ts'
import { Wechat } from './wechat.ts'

const lin = { id: 'lin', openid: 'oLin', phoneNumber: '13800010001' }
const template = demonstrationTemplates['repair-progress']!
const message = {
  openid: lin.openid,
  templateId: template,
  page: 'pages/repair/index?id=1',
  values: { character_string1: 'YN-1', thing2: '3号楼', phrase3: '已接单', thing4: '马上到', time5: '2026年11月21日 18:05' },
}

let databases: TestDatabase
let source: DataSource
let sandbox: Sandbox
let base: string
let clock: TestClock

beforeAll(async () => {
  databases = await openTestDatabase()
  source = await new DataSource({ type: 'postgres', driver: pg, url: databases.workerUrl }).initialize()
})
afterAll(async () => {
  await source.destroy()
  await databases.close()
})
beforeEach(async () => {
  await source.query('UPDATE wechat_tokens SET sealed_token = NULL')
  sandbox = createSandbox()
  base = await sandbox.listen()
  sandbox.world.phones.add(lin)
  sandbox.world.phones.touch(lin.id)
  clock = new TestClock()
})
afterEach(() => sandbox.close())

function replica({ appSecret = 'sandbox-app-secret', key = 'the key of the program, for this test only' } = {}): Wechat {
  const config = {
    WECHAT_API_BASE: base,
    WECHAT_APP_ID: 'wx0000yinuosandbox',
    WECHAT_APP_SECRET: appSecret,
    WECHAT_ENV_VERSION: 'release',
    LINK_SIGNING_KEY: key,
  } as Config
  return new Wechat(config, clock, new WorkerDatabase(source), 300)
}

const loginCode = () => sandbox.world.oneTimeCodes.issue('login', lin.id, 'wx0000yinuosandbox')
const grant = (times = 1) => {
  for (let time = 0; time < times; time++) sandbox.world.grants.answer(lin.openid, template, 'accept', false)
}
const pushes = () => sandbox.world.inboxes.of(lin.id).filter(({ kind }) => kind === 'push').length
const callsOf = (endpoint: string) => sandbox.world.calls.all().filter((call) => call.endpoint === endpoint).length
const tokensFetched = () => callsOf('/cgi-bin/stable_token')
const fails = (endpoint: string, fault: object, times = 1) => sandbox.world.faults.order({ endpoint, times, ...fault })

async function failureOf(call: Promise<unknown>): Promise<WechatError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(WechatError)
  return error as WechatError
}

describe('the access token', () => {
  it('is fetched once for all replicas, however many calls begin at once', async () => {
    const replicas = [replica(), replica(), replica()]
    await Promise.all(replicas.flatMap((each) => Array.from({ length: 5 }, () => each.checkText('漏水', lin.openid, 'comment'))))
    expect(tokensFetched()).toBe(1)
  })

  it('is renewed ahead of its end by one replica', async () => {
    const replicas = [replica(), replica()]
    await Promise.all(replicas.map((each) => each.checkText('漏水', lin.openid, 'comment')))
    clock.advance({ minutes: 116 })
    await Promise.all(replicas.map((each) => each.checkText('漏水', lin.openid, 'comment')))
    expect(tokensFetched()).toBe(2)
  })

  it('goes on serving while WeChat does not give a new one', async () => {
    const one = replica()
    await one.checkText('漏水', lin.openid, 'comment')
    clock.advance({ minutes: 116 })
    fails('/cgi-bin/stable_token', { kind: 'html' }, 50)
    expect(await one.checkText('漏水', lin.openid, 'comment')).toMatchObject({ verdict: 'pass' })
    clock.advance({ minutes: 5 })
    expect(await failureOf(one.checkText('漏水', lin.openid, 'comment'))).toMatchObject({
      kind: 'unavailable',
      mayHaveHappened: false,
    })
  })

  it('is fetched again once when somebody else made WeChat forget it', async () => {
    const replicas = [replica(), replica()]
    await Promise.all(replicas.map((each) => each.checkText('漏水', lin.openid, 'comment')))
    sandbox.world.tokens.revoke()
    await Promise.all(replicas.map((each) => each.checkText('漏水', lin.openid, 'comment')))
    expect(tokensFetched()).toBe(2)
  })

  it.each([40001, 40014, 42001])('is asked for once more, and the call repeated once, after %i', async (errcode) => {
    fails('/wxa/msg_sec_check', { errcode }, 1)
    expect(await replica().checkText('漏水', lin.openid, 'comment')).toMatchObject({ verdict: 'pass' })
    expect(callsOf('/wxa/msg_sec_check')).toBe(2)
  })

  it('that is refused twice is not fetched in a circle', async () => {
    fails('/wxa/msg_sec_check', { errcode: 40001 }, 10)
    expect((await failureOf(replica().checkText('漏水', lin.openid, 'comment'))).kind).toBe('token-invalid')
    expect(callsOf('/wxa/msg_sec_check')).toBe(2)
    expect(tokensFetched()).toBe(2)
  })

  it('lies sealed in the database, and a replica with another key fetches its own', async () => {
    await replica().checkText('漏水', lin.openid, 'comment')
    const { current } = sandbox.world.tokens.view()
    const [row] = (await source.query('SELECT sealed_token FROM wechat_tokens')) as [{ sealed_token: string }]
    expect(row.sealed_token).not.toContain(current!.token)
    expect(Buffer.from(row.sealed_token, 'base64url').toString('latin1')).not.toContain(current!.token)
    await replica({ key: 'another key of the program, after a change' }).checkText('漏水', lin.openid, 'comment')
    expect(tokensFetched()).toBe(2)
  })

  it('is taken over from a replica that died while it renewed', async () => {
    await source.query(
      `INSERT INTO wechat_tokens (app_id, renewing_until) VALUES ('wx0000yinuosandbox', clock_timestamp() + interval '1 second')
       ON CONFLICT (app_id) DO UPDATE SET renewing_until = excluded.renewing_until`,
    )
    expect(await replica().checkText('漏水', lin.openid, 'comment')).toMatchObject({ verdict: 'pass' })
    expect(tokensFetched()).toBe(1)
  })
})

describe('a call that WeChat does not answer', () => {
  it.each<[string, object, boolean]>([
    ['an HTML page', { kind: 'html' }, true],
    ['status 500', { kind: '5xx' }, true],
    ['silence', { kind: 'timeout' }, true],
    ['a reset', { kind: 'reset' }, true],
    ['an answer lost on its way', { kind: 'lost' }, true],
  ])('with anything but %s is unavailable, and may have happened', async (_, fault, mayHaveHappened) => {
    grant()
    fails('/cgi-bin/message/subscribe/send', fault)
    const failure = await failureOf(replica().sendSubscribeMessage(message))
    expect(failure).toMatchObject({ kind: 'unavailable', errcode: null, mayHaveHappened })
    expect(failure.message).not.toContain(sandbox.world.tokens.view().current!.token)
  })

  it('because nobody listens has not happened', async () => {
    await sandbox.close()
    expect(await failureOf(replica().signIn('code'))).toMatchObject({ kind: 'unavailable', mayHaveHappened: false })
  })

  it('with anything but "busy" is asked once more, and only once', async () => {
    fails('/sns/jscode2session', { errcode: -1 })
    expect(await replica().signIn(loginCode())).toEqual({ openid: lin.openid, unionid: null })
    fails('/sns/jscode2session', { errcode: -1 }, 5)
    expect((await failureOf(replica().signIn(loginCode()))).kind).toBe('busy')
    expect(callsOf('/sns/jscode2session')).toBe(4)
  })

  it.each([45009, 45011])('because of quota %i is not repeated', async (errcode) => {
    fails('/wxa/msg_sec_check', { errcode }, 5)
    expect((await failureOf(replica().checkText('漏水', lin.openid, 'comment'))).kind).toBe('quota')
    expect(callsOf('/wxa/msg_sec_check')).toBe(1)
  })
})

describe('signing in', () => {
  it('tells the openid and nothing of the session key', async () => {
    expect(await replica().signIn(loginCode())).toEqual({ openid: lin.openid, unionid: null })
  })

  it('refuses a code used twice, unknown, or too old', async () => {
    const code = loginCode()
    await replica().signIn(code)
    expect(await failureOf(replica().signIn(code))).toMatchObject({ kind: 'code-invalid', errcode: 40163 })
    expect(await failureOf(replica().signIn('never issued'))).toMatchObject({ kind: 'code-invalid', errcode: 40029 })
    const old = loginCode()
    sandbox.world.clock.advance(301_000)
    expect(await failureOf(replica().signIn(old))).toMatchObject({ kind: 'code-invalid', errcode: 40029 })
  })

  it('never repeats it for a person WeChat blocks', async () => {
    sandbox.world.phones.change(lin.id, { blocked: true })
    const failure = await failureOf(replica().signIn(loginCode()))
    expect(failure).toMatchObject({ kind: 'blocked', errcode: 40226 })
    expect(failure.rid).toMatch(/^[0-9a-f]{8}-/)
    expect(callsOf('/sns/jscode2session')).toBe(1)
  })

  it('says that our secret is wrong in a way that does not show it', async () => {
    const failure = await failureOf(replica({ appSecret: 'a wrong secret' }).signIn(loginCode()))
    expect(failure.kind).toBe('misconfigured')
    expect(JSON.stringify(failure) + failure.stack).not.toContain('a wrong secret')
  })
})

describe('the other calls', () => {
  it('give a phone number for a code made for us, once', async () => {
    const code = sandbox.world.oneTimeCodes.issue('phone-number', lin.id, 'wx0000yinuosandbox')
    expect(await replica().phoneNumber(code)).toBe(lin.phoneNumber)
    expect((await failureOf(replica().phoneNumber(code))).kind).toBe('code-invalid')
    const foreign = sandbox.world.oneTimeCodes.issue('phone-number', lin.id, 'wx-of-another')
    expect((await failureOf(replica().phoneNumber(foreign))).kind).toBe('misconfigured')
  })

  it('give a picture of a code, or say why not', async () => {
    const picture = await replica().unlimitedCode({ scene: 'u3Jf0123456789abcdefghi', page: 'pages/entry/index', width: 280 })
    expect(picture.contentType).toMatch(/^image\//)
    expect(picture.bytes.length).toBeGreaterThan(500)
    const elsewhere = replica().unlimitedCode({ scene: 'u3Jf', page: 'pages/nowhere/index', width: 280 })
    expect(await failureOf(elsewhere)).toMatchObject({ kind: 'bad-value', errcode: 41030 })
    for (const scene of ['', '房屋', 'a%20b', 'x'.repeat(33)])
      expect((await failureOf(replica().unlimitedCode({ scene, page: 'pages/entry/index', width: 280 }))).kind).toBe('bad-value')
  })

  it('[MSG-02] send one message per grant and know its whole number', async () => {
    grant()
    const id = await replica().sendSubscribeMessage(message)
    expect(id).toMatch(/^\d{19}$/)
    expect(await failureOf(replica().sendSubscribeMessage(message))).toMatchObject({ kind: 'refused', errcode: 43101 })
    expect(pushes()).toBe(1)
  })

  it.each<[string, Partial<typeof message>, WechatErrorKind, number]>([
    ['a wrong value', { values: { ...message.values, phrase3: 'OK' } }, 'bad-value', 47003],
    ['an unknown template', { templateId: 'unknown' }, 'bad-value', 40037],
    ['an unknown page', { page: '/pages/repair/index' }, 'bad-value', 41030],
    ['an unknown person', { openid: 'oNobody' }, 'unknown-user', 40003],
  ])('[MSG-02] say what is wrong with %s', async (_, wrong, kind, errcode) => {
    grant()
    expect(await failureOf(replica().sendSubscribeMessage({ ...message, ...wrong }))).toMatchObject({ kind, errcode })
  })

  it('check a text', async () => {
    expect((await replica().checkText('水管漏水', lin.openid, 'comment')).verdict).toBe('pass')
    expect((await replica().checkText('加我微信', lin.openid, 'comment')).verdict).toBe('review')
    expect((await replica().checkText('网上赌博', lin.openid, 'comment')).verdict).toBe('risky')
    sandbox.world.clock.advance(3 * 3600_000)
    expect((await failureOf(replica().checkText('水管漏水', lin.openid, 'comment'))).kind).toBe('unknown-user')
  })

  it('ask about a photo and get a number by which the verdict will come', async () => {
    expect((await replica().checkPhoto(`${base}/photo.jpg`, lin.openid, 'comment')).traceId).toMatch(/^[0-9a-f]{8}-/)
  })

  it('are counted by endpoint and error code, for the budget of paid calls', async () => {
    fails('/wxa/business/getuserphonenumber', { errcode: 45009 })
    await failureOf(replica().phoneNumber('code'))
    const figures = await registry.getSingleMetricAsString('yinuo_wechat_calls_total')
    expect(figures).toContain('{endpoint="/wxa/business/getuserphonenumber",errcode="45009"} 1')
  })
})
