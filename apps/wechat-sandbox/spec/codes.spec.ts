import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { WechatWorld } from './wechat-world.ts'

const scene = 'u3JfTq0cVbN7xYz2LmKp8Ra'
const entry = { scene, page: 'pages/entry/index' }

describe('mini-program codes', () => {
  let wechat: WechatWorld
  beforeEach(async () => {
    wechat = await new WechatWorld().open()
    await wechat.signIn()
  })
  afterEach(() => wechat.close())

  const make = (body: Record<string, unknown>) => wechat.post('/wxa/getwxacodeunlimit', body)

  it.each([280, 430, 1280])('draws a picture of %i pixels that can be read again', async (width) => {
    const made = await make({ ...entry, width })
    expect(made.type).toBe('image/jpeg')
    expect(await sharp(made.bytes).metadata()).toMatchObject({ width, height: width, format: 'jpeg' })
    const scanned = await fetch(`${wechat.url}/sandbox/scans`, {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg' },
      body: new Uint8Array(made.bytes),
    })
    expect(await scanned.json()).toMatchObject({ path: `pages/entry/index?scene=${scene}` })
  })

  it('draws a transparent PNG and coloured lines when asked', async () => {
    const made = await make({ ...entry, is_hyaline: true, auto_color: false, line_color: { r: 15, g: 107, b: 87 } })
    expect(made.type).toBe('image/png')
    expect(await sharp(made.bytes).metadata()).toMatchObject({ format: 'png', hasAlpha: true })
  })

  it.each(["0123456789abcdefABCDEF!#$&'()*+,", '/:;=?@-._~'])('takes every character of the alphabet: %s', async (allowed) => {
    expect((await make({ ...entry, scene: allowed })).type).toBe('image/jpeg')
  })

  it.each([
    ['33 characters', 'x'.repeat(33)],
    ['nothing', ''],
    ['Chinese', '三号楼'],
    ['a percent sign', 'a%20b'],
    ['a space', 'a b'],
    ['a number', 7],
  ])('refuses a scene of %s with 40169', async (_what, bad) => {
    expect((await make({ ...entry, scene: bad })).json.errcode).toBe(40169)
  })

  it.each(['/pages/entry/index', 'pages/entry/index?a=1', 'pages/nowhere/index'])(
    'refuses the page %s with 41030',
    async (page) => {
      const refused = await make({ ...entry, page })
      expect(refused.type).toContain('application/json')
      expect(refused.json.errcode).toBe(41030)
    },
  )

  it('draws a page not yet published when check_path is false', async () => {
    expect((await make({ ...entry, page: 'pages/nowhere/index', check_path: false })).type).toBe('image/jpeg')
  })

  it.each([
    ['a width of 279', { width: 279 }],
    ['a width of 1281', { width: 1281 }],
    ['an unknown version', { env_version: 'beta' }],
  ])('refuses %s with 40097', async (_what, change) => {
    expect((await make({ ...entry, ...change })).json.errcode).toBe(40097)
  })

  it('answers 45009 above the quota of the minute', async () => {
    await wechat.close()
    wechat = await new WechatWorld().open({ minuteQuotas: { '/wxa/getwxacodeunlimit': 1 } })
    await wechat.beginDay()
    await wechat.signIn()
    await make(entry)
    expect((await make(entry)).json.errcode).toBe(45009)
  })

  it('says so when an uploaded picture shows no code', async () => {
    const blank = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer()
    const scanned = await fetch(`${wechat.url}/sandbox/scans`, {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: new Uint8Array(blank),
    })
    expect(scanned.status).toBe(422)
  })
})
