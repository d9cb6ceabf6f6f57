import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * The whole product as `npm start` starts it, on ports and data of its own.
 * @param {{ data?: string, firstPort?: number, env?: Record<string, string> }} [options] `data` is kept by stop() when it is given
 */
export async function startProduct({ data: given, firstPort = 3480, env = {} } = {}) {
  const data = given ?? ownFolder('run')
  const log = join(data, 'start.log')
  const output = openSync(log, 'w')
  const ports = ['server', 'stage', 'console', 'database'].flatMap((name, at) => [`--${name}-port`, String(firstPort + at)])
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), '--data', data, ...ports], {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, NODE_ENV: '', ...env },
  })
  const ended = new Promise((done) => child.once('exit', done))
  const said = () => readFileSync(log, 'utf8')
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start gave up:\n${said()}`)
    const run = readRun(data)
    // A killed run has left its own note behind.
    if (run?.ready && run.startedBy === child.pid)
      return { ...run, database: databaseOf(data, said()), data, child, ended, said, stop }
    await new Promise((next) => setTimeout(next, 100))
  }

  async function stop() {
    child.kill('SIGTERM')
    await ended
    if (!given) rmSync(data, { recursive: true, force: true })
  }
}

/**
 * The database of a run as its owner reaches it, past the program.
 * @param {string} data @param {string} said
 */
function databaseOf(data, said) {
  const port = /Database started, port (\d+)/.exec(said)?.[1]
  const password = readFileSync(join(data, 'postgres/password'), 'utf8').trim()
  return `postgres://yinuo:${password}@127.0.0.1:${port}/yinuo`
}

/** A folder of this run's own; open to others, for as root PostgreSQL runs as somebody else. @param {string} purpose */
export function ownFolder(purpose) {
  const folder = join(root, '.data/e2e', `${purpose}-${randomUUID()}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** @param {string} data @returns {import('../../tools/start/previous-run.mjs').Run | undefined} */
function readRun(data) {
  const file = join(data, 'running.json')
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // being written
    return undefined
  }
}
