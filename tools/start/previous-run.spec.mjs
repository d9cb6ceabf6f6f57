import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preload } from '../bootstrap/pinned-node.mjs'
import { forgetRun, rememberRun, settlePreviousRun } from './previous-run.mjs'

describe('a run that went before', () => {
  /** @type {string} */
  let data
  /** @type {import('node:child_process').ChildProcess[]} */
  let programs
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'yinuo-run-'))
    programs = []
  })
  afterEach(() => {
    for (const program of programs) program.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
  })

  /** @param {number} pid @param {number[]} children */
  function remember(pid, children) {
    rememberRun(data, { pid, startedBy: 0, children, server: '', stage: 'http://localhost:3200', console: '', ready: true })
  }

  async function program(script = `console.log('up'); setInterval(() => {}, 1000)`) {
    const child = spawn(process.execPath, ['--import', preload, '-e', script], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    programs.push(child)
    await new Promise((up) => child.stdout?.once('data', up))
    return child
  }

  it('is told when it is still going on', async () => {
    const { pid = 0 } = await program()
    remember(pid, [])
    await expect(settlePreviousRun(data)).rejects.toThrow('already running: http://localhost:3200')
  })

  it('is waited for when it was killed and its programs are still stopping', async () => {
    const left = await program(
      `console.log('up'); process.on('SIGTERM', () => setTimeout(() => process.exit(0), 300)); setInterval(() => {}, 1000)`,
    )
    remember(2 ** 22 + 1, [left.pid ?? 0])
    left.disconnect()
    await settlePreviousRun(data)
    expect(left.exitCode).toBe(0)
    expect(existsSync(join(data, 'running.json'))).toBe(false)
  })

  it('is nobody when its process number belongs to another program by now', async () => {
    remember(process.pid, [process.pid])
    await settlePreviousRun(data)
  })

  it('is forgotten when its note was cut off by a kill', async () => {
    writeFileSync(join(data, 'running.json'), '{"pid":')
    await settlePreviousRun(data)
    forgetRun(data)
  })
})

describe('a program we started', () => {
  it('ends when the one who started it is killed', async () => {
    const middle = `
      const { spawn } = require('node:child_process')
      const child = spawn(process.execPath, ['--import', ${JSON.stringify(preload)}, '-e', 'setInterval(() => {}, 1000)'],
        { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true })
      console.log(child.pid)
      setInterval(() => {}, 1000)`
    const starter = spawn(process.execPath, ['-e', middle], { stdio: ['ignore', 'pipe', 'inherit'] })
    const pid = Number(String(await new Promise((told) => starter.stdout.once('data', told))))
    starter.kill('SIGKILL')
    for (;;) {
      try {
        process.kill(pid, 0)
      } catch {
        break
      }
      await new Promise((next) => setTimeout(next, 20))
    }
  })
})
