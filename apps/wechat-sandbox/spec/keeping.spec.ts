import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NotInProduction, createSandbox } from '../src/index.ts'
import { WechatWorld, lin, progress, until } from './wechat-world.ts'

describe('starting and stopping', () => {
  let folder: string
  let stateFile: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wechat-sandbox-'))
    stateFile = join(folder, 'kept', 'state.json')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('refuses to exist with NODE_ENV=production', () => {
    expect(() => createSandbox({ nodeEnv: 'production' })).toThrow(NotInProduction)
  })

  it('refuses to start with NODE_ENV=production, whatever else is set', () => {
    const main = join(import.meta.dirname, '../src/main.ts')
    const started = spawnSync(process.execPath, [main], {
      env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', PORT: '0' },
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(started.status).toBe(1)
    expect(started.stderr).toContain('does not run with NODE_ENV=production')
  })

  it('keeps grants, codes, tokens and faults over a restart, and comes back to the present time', async () => {
    const before = await new WechatWorld().open({ stateFile })
    await before.signIn()
    await before.advance(3600)
    await before.consent('lin', { [progress]: 'accept' })
    await before.post('/wxa/getwxacodeunlimit', { scene: 'u1', page: 'pages/entry/index' })
    await before.order({ endpoint: '/wxa/msg_sec_check', errcode: 45009 })
    const used = await before.loginCode('lin')
    await before.login(used)
    const open = await before.loginCode('lin')
    await before.close()

    const after = await new WechatWorld().open({ stateFile })
    after.token = before.token
    expect((await after.sendProgress()).json.errcode).toBe(0)
    expect((await after.sendProgress()).json.errcode).toBe(43101)
    expect((await after.login(used)).json.errcode).toBe(40163)
    expect((await after.login(open)).json.openid).toBe(lin.openid)
    expect((await after.post('/wxa/msg_sec_check', {})).json.errcode).toBe(45009)
    expect(JSON.parse((await after.ask('GET', '/sandbox/codes')).text)).toMatchObject([{ scene: 'u1' }])
    expect((await after.ask('GET', '/sandbox/clock')).json.aheadMs).toBe(0)
    await after.close()
  })

  it('writes what happened without waiting for the end', async () => {
    const wechat = await new WechatWorld().open({ stateFile })
    await wechat.consent('lin', { [progress]: 'accept' })
    await until(() => readFileSyncOr(stateFile).includes('"left":1'))
    await wechat.close()
  })

  it('keeps the keys of merchants, made when they were asked for first', async () => {
    const keysOf = async (wechat: WechatWorld) => (await wechat.ask('GET', '/control/pay/merchants')).text
    const before = await new WechatWorld().open({ stateFile })
    const keys = await keysOf(before)
    await until(() => readFileSyncOr(stateFile).includes('PRIVATE KEY'))
    const killed = readFileSyncOr(stateFile)
    await before.close()
    writeFileSync(stateFile, killed)
    const after = await new WechatWorld().open({ stateFile })
    expect(await keysOf(after)).toBe(keys)
    await after.close()
  })

  it('sets a damaged file aside and starts empty', async () => {
    const damaged = join(folder, 'state.json')
    writeFileSync(damaged, '{"grants":[')
    const wechat = await new WechatWorld().open({ stateFile: damaged })
    expect((await wechat.ask('GET', '/sandbox/grants')).text).toBe('[]')
    expect(readFileSync(`${damaged}.damaged`, 'utf8')).toBe('{"grants":[')
    await wechat.close()
  })
})

function readFileSyncOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
