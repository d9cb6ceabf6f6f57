import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { preload } from '../bootstrap/pinned-node.mjs'
import { Obstacle } from '../bootstrap/say.mjs'
import { root } from '../bootstrap/workspace.mjs'

/**
 * @typedef {object} Program
 * @property {string} name also the name of its log
 * @property {string[]} args of node
 * @property {Record<string, string>} [env]
 * @property {string} [cwd]
 */

/** @typedef {ReturnType<typeof startProgram>} Child */

/** Starts one of our programs on this Node, its output going to a log. @param {Program} program @param {string} logs */
export function startProgram({ name, args, env = {}, cwd = root }, logs) {
  mkdirSync(logs, { recursive: true })
  const logFile = join(logs, `${name}.log`)
  const log = openSync(logFile, 'w')
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd,
    // What V8 has compiled once it need not compile at every start.
    env: { ...process.env, ...env, NODE_COMPILE_CACHE: join(logs, '../compile-cache'), NO_COLOR: '1' },
    stdio: ['ignore', log, log, 'ipc'],
    // ^C is for us; we stop the others in their order.
    detached: true,
    windowsHide: true,
  })
  closeSync(log)
  child.channel?.unref()
  let ended = false
  /** @type {Promise<number>} */
  const exited = new Promise((done) => {
    const end = (/** @type {number | null} */ code) => {
      ended = true
      done(code ?? 1)
    }
    child.once('exit', end).once('error', () => end(1))
  })
  return {
    name,
    pid: child.pid,
    logFile,
    exited,
    hasEnded: () => ended,
    lastWords: () =>
      readFileSync(logFile, 'utf8')
        .trim()
        .split('\n')
        .slice(-12)
        .map((line) => line.slice(0, 300))
        .join('\n'),
    async stop() {
      if (ended) return
      child.kill('SIGTERM')
      const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await exited
      clearTimeout(patience)
    },
  }
}

/** Runs a program to its end. @param {Program} program @param {string} logs */
export async function runProgram(program, logs) {
  const child = startProgram(program, logs)
  if ((await child.exited) !== 0) throw gaveUp(child)
}

/** Waits until the address answers; a program that ends before says why in its log. @param {Child} child @param {string} url */
export async function untilAnswers(child, url, seconds = 90) {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    if (child.hasEnded()) throw gaveUp(child)
    try {
      const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2000) })
      await answer.body?.cancel()
      if (answer.status < 500) return
    } catch {
      // not listening yet
    }
    await new Promise((next) => setTimeout(next, 100))
  }
  throw new Obstacle(
    `${child.name} 在 ${seconds} 秒内没有就绪，日志：${child.logFile}`,
    `${child.name} was not ready within ${seconds} seconds; its log is ${child.logFile}\n${child.lastWords()}`,
  )
}

/** @param {Child} child */
export function gaveUp(child) {
  return new Obstacle(
    `${child.name} 停止了，日志的最后几行（${child.logFile}）：`,
    `${child.name} has stopped; the last lines of its log:\n${child.lastWords()}`,
  )
}
