import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { EventListener, WechatWorld, appId, lin, until } from './wechat-world.ts'

describe('content checks', () => {
  let wechat: WechatWorld
  let server: EventListener
  let pictures: Server
  let picturesUrl: string
  beforeEach(async () => {
    server = await new EventListener().open()
    wechat = await new WechatWorld().open({ serverUrl: server.url, mediaVerdictSeconds: 600 })
    await wechat.signIn()
    await wechat.loginCode('lin')
    pictures = createServer((request, response) => {
      const background = { '/red': '#ff0000', '/yellow': '#ffff00' }[request.url ?? ''] ?? '#4488aa'
      void sharp({ create: { width: 64, height: 64, channels: 3, background } })
        .jpeg()
        .toBuffer()
        .then((bytes) => response.end(bytes))
    })
    await new Promise<void>((resolve) => pictures.listen(0, '127.0.0.1', resolve))
    picturesUrl = `http://127.0.0.1:${(pictures.address() as { port: number }).port}`
  })
  afterEach(async () => {
    await wechat.close()
    await server.close()
    pictures.closeAllConnections()
    await new Promise((resolve) => pictures.close(resolve))
  })

  const text = (content: string, change: Record<string, unknown> = {}) =>
    wechat.post('/wxa/msg_sec_check', { version: 2, openid: lin.openid, scene: 2, content, ...change })
  const picture = (path: string, change: Record<string, unknown> = {}) =>
    wechat.post('/wxa/media_check_async', {
      version: 2,
      media_url: `${picturesUrl}${path}`,
      media_type: 2,
      scene: 2,
      openid: lin.openid,
      ...change,
    })

  it.each([
    ['厨房水管漏水', 'pass', 100],
    ['有问题加我微信', 'review', 10001],
    ['网上赌博', 'risky', 20006],
    ['加我微信，网上赌博', 'risky', 20006],
  ])('finds %s to be %s', async (content, suggest, label) => {
    const { json } = await text(content)
    expect(json).toMatchObject({
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
      trace_id: expect.stringMatching(/^[0-9a-f-]{26}$/),
    })
    expect(json.detail).toMatchObject([
      { strategy: 'content_model', errcode: 0, suggest, label },
      ...(suggest === 'pass' ? [] : [{ strategy: 'keyword' }]),
    ])
  })

  it.each([
    ['an unknown person', 40003, { openid: 'oNobody' }],
    ['an unknown scene', 40129, { scene: 5 }],
    ['the old version', 47001, { version: 1 }],
    ['empty text', 44002, { content: '' }],
    ['2501 characters', 45002, { content: '水'.repeat(2501) }],
  ])('refuses %s with %i', async (_what, errcode, change) => {
    expect((await text('水管', change)).json.errcode).toBe(errcode)
  })

  it('knows only people who used the mini-program within two hours', async () => {
    await wechat.advance(2 * 3600 + 1)
    await wechat.signIn()
    expect((await text('水管')).json.errcode).toBe(61010)
    await wechat.loginCode('lin')
    expect((await text('水管')).json.errcode).toBe(0)
  })

  it.each([
    ['/red', 'risky'],
    ['/yellow', 'review'],
    ['/photo', 'pass'],
  ])('pushes the verdict on %s later: %s', async (path, suggest) => {
    const { json } = await picture(path)
    expect(server.pushed).toHaveLength(0)
    await wechat.advance(600)
    await until(() => server.pushed.length === 1)
    expect(server.pushed[0]?.event).toMatchObject({
      Event: 'wxa_media_check',
      MsgType: 'event',
      FromUserName: lin.openid,
      appid: appId,
      trace_id: json.trace_id,
      version: 2,
      errcode: 0,
      result: { suggest },
    })
  })

  it('pushes the failure when the picture cannot be fetched', async () => {
    await picture('/photo', { media_url: 'http://127.0.0.1:9/nothing' })
    await wechat.advance(600)
    await until(() => server.pushed.length === 1)
    expect(server.pushed[0]?.event).toMatchObject({ Event: 'wxa_media_check', errcode: -1008 })
  })

  it('gives a planted verdict to the next picture', async () => {
    await wechat.ask('POST', '/sandbox/media-verdicts', { suggest: 'risky' })
    await picture('/photo')
    await wechat.advance(600)
    await until(() => server.pushed.length === 1)
    expect(server.pushed[0]?.event).toMatchObject({ result: { suggest: 'risky' } })
  })

  it.each([
    ['something that is no address', 47001, { media_url: 'photo.jpg' }],
    ['an unknown kind', 47001, { media_type: 3 }],
    ['an unknown scene', 40129, { scene: 0 }],
  ])('refuses a picture with %s: %i', async (_what, errcode, change) => {
    expect((await picture('/photo', change)).json.errcode).toBe(errcode)
  })
})
