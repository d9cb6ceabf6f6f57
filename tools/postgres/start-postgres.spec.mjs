import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { lstatSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { binary, installedBinaries, prepareBinaries } from './binaries.mjs'
import { freePort } from './free-port.mjs'
import { startPostgres } from './start-postgres.mjs'

const settings = { fsync: 'off' }
const port = await freePort(3460)

/** @type {string} */
let dataDir
/** @type {{ stop: () => Promise<void> }[]} */
let running

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'yinuo-launcher-'))
  running = []
})

afterEach(async () => {
  for (const server of running) await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(/** @type {Partial<Parameters<typeof startPostgres>[0]>} */ more = {}) {
  const server = await startPostgres({ dataDir, port, settings, ...more })
  running.push(server)
  return server
}

/** @param {string} url @param {string} statement */
async function ask(url, statement) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** A node process of its own that starts the server and stays. @param {boolean} deaf to ^C */
async function starterProcess(deaf = false) {
  const script = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'start-postgres.mjs'))}
    ${deaf ? `process.on('SIGINT', () => {})` : ''}
    const server = await startPostgres(${JSON.stringify({ dataDir, port, settings })})
    console.log(server.url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise((told) => child.stdout.once('data', (chunk) => told(String(chunk).trim())))
  const ended = new Promise((done) => child.once('exit', done))
  return { url, pid: /** @type {number} */ (child.pid), ended }
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data over a stop and a start', async () => {
    const first = await start()
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n')
    await first.stop()
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  })

  it('asks for its password and listens on loopback only', async () => {
    const server = await start()
    const url = new URL(server.url)
    url.password = 'wrong'
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    expect(await ask(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(statSync(join(dataDir, 'password')).mode & 0o077).toBe(0)
  })

  it('is adopted by the next start after a SIGKILL of node', async () => {
    const killed = await starterProcess()
    await ask(killed.url, 'CREATE TABLE kept AS SELECT 1 AS n')
    process.kill(killed.pid, 'SIGKILL')
    await killed.ended
    const server = await start()
    expect(server).toMatchObject({ adopted: true, url: killed.url })
    expect(await ask(server.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
    await server.stop()
    await expect(ask(killed.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('recovers committed rows when the server itself was killed', async () => {
    const first = await start({ settings: {} })
    await ask(first.url, 'CREATE TABLE kept AS SELECT 2 AS n')
    const pid = Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    const second = await start({ settings: {} })
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 2 }])
  })

  it('takes the next free port when the wanted one is taken', async () => {
    const other = createServer()
    await new Promise((listening) => other.listen(port, '127.0.0.1', () => listening(undefined)))
    try {
      const server = await start()
      expect(server.port).toBeGreaterThan(port)
      expect(await ask(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    } finally {
      other.close()
    }
  })

  it('does not hear a ^C meant for the terminal', async () => {
    const starter = await starterProcess(true)
    process.kill(-starter.pid, 'SIGINT')
    expect(await ask(starter.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    process.kill(starter.pid, 'SIGKILL')
    await starter.ended
    running.push(await startPostgres({ dataDir, port, settings }))
  })

  it('never runs as root, and finds a place when its account cannot enter the project', async () => {
    const closed = join(dataDir, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o700)
    const server = await start({ dataDir: join(closed, 'data') })
    expect(await ask(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    const isRoot = process.getuid?.() === 0
    expect(existsSync(join(closed, 'data', 'WHERE-THE-DATA-IS.txt'))).toBe(isRoot)
    const cluster = isRoot
      ? (readFileSync(join(closed, 'data', 'WHERE-THE-DATA-IS.txt'), 'utf8').split('\n')[0] ?? '')
      : join(closed, 'data', 'cluster')
    expect(statSync(join(cluster, 'postmaster.pid')).uid).not.toBe(0)
    await server.stop()
    if (isRoot) rmSync(join(cluster, '..'), { recursive: true, force: true })
  })

  it('makes the library links itself when install scripts did not run', () => {
    const { root, version } = installedBinaries()
    const copy = join(dataDir, 'package', 'native')
    cpSync(root, copy, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
    chmodSync(binary(copy, 'postgres'), 0o644)
    expect(readdirSync(join(copy, 'lib'))).not.toContain('libpq.so.5')
    expect(prepareBinaries(undefined, { root: copy, version })).toBe(copy)
    expect(lstatSync(join(copy, 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true)
    expect(statSync(binary(copy, 'postgres')).mode & 0o111).toBe(0o111)
  })
})
