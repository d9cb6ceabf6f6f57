import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { repairOf } from './repair-of.ts'
import { WechatWorld, finished, lin, zhang } from './wechat-world.ts'

interface Line {
  step: string
  state: string
  title: string
  text: string
  turn: string
}

const newest =
  'GET /api/communities/c1/repairs?state=reported,assigned,accepted,working,waiting,done,closed,archived,cancelled&limit=3'

describe('the stage', () => {
  let wechat: WechatWorld
  let server: Server
  let folder: string
  let answers: Record<string, unknown>
  beforeEach(async () => {
    answers = {
      'GET /health/ready': { status: 'ok' },
      'POST /api/sessions/password': { token: 'office' },
      'GET /api/communities': [{ id: 'c1', name: '一诺花园' }],
      'GET /api/communities/c1/codes?kind=community': { items: [{ state: 'valid', scene: 'cLobby', placeLabel: '一诺花园' }] },
      'GET /api/communities/c1/codes?kind=unit': { items: [] },
      [`GET /api/communities/c1/units?query=${encodeURIComponent('3号楼2单元601')}`]: {
        items: [{ id: 'u1', label: '3号楼2单元601' }],
      },
      'POST /api/communities/c1/codes': [{ state: 'valid', scene: 'uHome' }],
      [newest]: {
        items: [],
      },
    }
    server = createServer((request, response) => {
      const answer = answers[`${request.method} ${request.url}`]
      response
        .writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer ?? {}))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    folder = mkdtempSync(join(tmpdir(), 'miniprogram-'))
    wechat = await new WechatWorld().open({
      serverUrl: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
      story: { login: 'manager', password: 'secret' },
      miniprogramDir: folder,
      phones: [{ ...lin, about: '一诺花园 3号楼2单元601 业主' }, zhang],
    })
  })
  afterEach(async () => {
    await wechat.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  })

  const story = async () => {
    await wechat.advance(10)
    return JSON.parse((await wechat.ask('GET', '/sandbox/story')).text) as Line[]
  }

  it('tells a newcomer what to do first', async () => {
    const lines = await story()
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatchObject({ step: 'scan', state: 'now', turn: 'codes' })
    expect(lines.slice(1).map(({ state }) => state)).toEqual(['next', 'next', 'next', 'next', 'next'])
  })

  it('lays the code of the lobby and the one of the home on the desk, and tells of the scan', async () => {
    const posters = JSON.parse((await wechat.ask('GET', '/sandbox/posters')).text) as { path: string; picture: string }[]
    expect(posters).toMatchObject([
      { label: '一诺花园 大堂', path: 'pages/entry/index?scene=cLobby' },
      { label: '3号楼2单元601 门内', path: 'pages/entry/index?scene=uHome' },
    ])
    expect((await wechat.ask('GET', posters[0]?.picture ?? '')).type).toContain('image/svg+xml')
    await wechat.ask('POST', '/sandbox/phones/lin/scans', { path: posters[1]?.path })
    const lines = await story()
    expect(lines[0]).toMatchObject({ state: 'done', title: '林晓梅扫了房屋码', text: '3号楼2单元601 门内' })
    expect(lines[1]).toMatchObject({ state: 'now', turn: 'resident' })
  })

  it('tells a case from the code to the confirmation', async () => {
    const repair = repairOf({ reportedAt: new Date(Date.now() + 60_000).toISOString() })
    answers[newest] = { items: [repair] }
    answers['GET /api/communities/c1/repairs/r1'] = repair
    await wechat.signIn()
    await wechat.consent('zhang', { [finished]: 'accept' })
    await wechat.post('/cgi-bin/message/subscribe/send', {
      touser: zhang.openid,
      template_id: finished,
      page: 'staff/repair/index?communityId=c1&id=r1',
      data: {
        character_string1: { value: 'BX1' },
        thing2: { value: '601' },
        thing3: { value: '好了' },
        time4: { value: '10:05' },
        thing5: { value: '请确认' },
      },
    })
    const lines = await story()
    expect(lines.map(({ title }) => title)).toEqual([
      '林晓梅打开了小程序',
      '报修 BX0007',
      '派给张建国',
      '张建国的手机响了',
      '2 分 10 秒接单',
      '住户确认，5 星',
    ])
    expect(lines[2]?.text).toBe('有“给排水”资质，手上 1 单，最少')
    expect(lines[4]?.text).toContain('承诺 15 分钟内接单，按时')
    expect(lines.every(({ state }) => state === 'done')).toBe(true)
  })

  it('tells of a text message where no subscription was granted', async () => {
    const repair = repairOf({ reportedAt: new Date(Date.now() + 1_000).toISOString() })
    answers[newest] = { items: [repair] }
    answers['GET /api/communities/c1/repairs/r1'] = repair
    await wechat.advance(5)
    const sms = {
      phone: zhang.phoneNumber,
      signature: '一诺物业',
      template: '新工单，请接单：{place}',
      values: { place: '3号楼2单元601' },
    }
    await wechat.ask('POST', '/sms/send', sms, { 'x-key': 'sms-key' })
    expect((await story())[3]).toMatchObject({ title: '张建国的手机响了', text: expect.stringContaining('短信') })
  })

  it('begins anew when a code is scanned after the end', async () => {
    const repair = {
      ...repairOf({ reportedAt: new Date(Date.now() + 1_000).toISOString() }),
      closedAt: new Date(Date.now() + 2_000).toISOString(),
    }
    answers[newest] = { items: [repair] }
    answers['GET /api/communities/c1/repairs/r1'] = repair
    expect((await story())[5]?.state).toBe('done')
    await wechat.ask('POST', '/sandbox/phones/lin/scans', { path: 'pages/entry/index?scene=uHome' })
    expect((await story())[1]).toMatchObject({ step: 'report', state: 'now' })
  })

  it('leaves cases of before alone', async () => {
    answers[newest] = { items: [repairOf({ reportedAt: '2020-01-01T00:00:00.000Z' })] }
    expect((await story())[1]?.state).toBe('next')
  })

  it('says plainly what is missing, and finds the mini-program once it is built', async () => {
    const before = JSON.parse((await wechat.ask('GET', '/sandbox/stage')).text) as { ready: object }
    expect(before.ready).toEqual({ miniprogram: false, server: true, office: false })
    expect(await wechat.ask('GET', '/miniprogram/')).toMatchObject({ status: 503, text: expect.stringContaining('还没有构建') })
    writeFileSync(join(folder, 'index.html'), '<p>here')
    expect(await wechat.ask('GET', '/miniprogram/?phone=lin')).toMatchObject({ status: 200, text: '<p>here' })
    expect((await wechat.ask('GET', '/miniprogram/../package.json')).status).not.toBe(200)
    expect((await wechat.ask('GET', '/miniprogram/%2e%2e/%2e%2e/etc/passwd')).status).not.toBe(200)
  })

  it('serves the WeChat app of the phones as scripts a browser understands', async () => {
    const script = await wechat.ask('GET', '/client.js')
    expect(script.type).toContain('javascript')
    expect(() => new Function(script.text)).not.toThrow()
    const app = await wechat.ask('GET', '/browser/client/phone-app.ts')
    expect(app.type).toContain('javascript')
    expect(app.text).not.toContain('import type')
    for (const page of ['/', '/inspect']) expect((await wechat.ask('GET', page)).type).toContain('text/html')
  })
})
