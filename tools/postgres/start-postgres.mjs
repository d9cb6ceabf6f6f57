import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import { binary, prepareBinaries } from './binaries.mjs'
import { clusterFolder, createCluster, environment, owner, readPassword } from './cluster.mjs'
import { freePort } from './free-port.mjs'
import { unprivilegedIdentity } from './identity.mjs'

/**
 * @typedef {object} RunningPostgres
 * @property {string} url of the owner (a superuser: for migrations, not for the application)
 * @property {number} port
 * @property {boolean} adopted it was already running on these files: a process that was killed has left it behind
 * @property {() => Promise<void>} stop
 */

/**
 * Starts PostgreSQL on the files in `dataDir`, which are created when missing, or adopts the server that already runs on them.
 * The server outlives a killed caller; the next call adopts it.
 * @param {{ dataDir: string, port?: number, taken?: number[], settings?: Record<string, string> }} options `taken`: ports others will want
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres({ dataDir, port = 3432, taken = [], settings = {} }) {
  mkdirSync(resolve(dataDir), { recursive: true })
  const home = realpathSync(dataDir)
  const identity = unprivilegedIdentity()
  const cluster = clusterFolder(home, identity)
  const password = readPassword(home)
  const describe = (/** @type {Postmaster} */ server, /** @type {boolean} */ adopted) => ({
    url: `postgres://${owner}:${password}@127.0.0.1:${server.port}/${owner}`,
    port: server.port,
    adopted,
    stop: () => stop(server, cluster),
  })

  const orphan = await runningServer(cluster)
  if (orphan) return describe(orphan, true)

  const root = prepareBinaries(identity)
  createCluster({ root, cluster, password, identity, durable: settings.fsync !== 'off' })
  const log = join(home, 'postgres.log')
  for (let attempt = 0; ; attempt++) {
    const chosen = await freePort(port, taken)
    const { server, failure } = await launch({ root, cluster, identity, log, port: chosen, settings })
    if (server) return describe(server, false)
    // Somebody took the port between the look and the start.
    if (attempt < 5 && /could not bind|Address already in use/.test(failure)) continue
    // The server was killed a moment ago and its workers have not noticed yet.
    if (attempt < 50 && failure.includes('still in use')) {
      await pause(100)
      continue
    }
    throw new Error(`The database did not start. Its last words (${log}):\n${failure}`)
  }
}

/**
 * @param {{ root: string, cluster: string, identity: import('./identity.mjs').Identity, log: string, port: number,
 *   settings: Record<string, string> }} options
 * @returns {Promise<{ server: Postmaster, failure?: undefined } | { server?: undefined, failure: string }>} `failure`: its last words
 */
async function launch({ root, cluster, identity, log, port, settings }) {
  const output = openSync(log, 'w')
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', ...settings }
  const args = ['-D', cluster, '-p', String(port), ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const child = spawn(binary(root, 'postgres'), args, {
    ...identity,
    env: environment,
    cwd: '/',
    // A group of its own: ^C in the terminal goes to us only, and we stop the server when nobody needs it any more.
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  while (!ended) {
    const server = readPostmaster(cluster)
    if (server?.pid === child.pid && server?.status === 'ready') {
      child.unref()
      return { server }
    }
    await pause(15)
  }
  return { failure: readFileSync(log, 'utf8').trim().split('\n').slice(-12).join('\n') }
}

/** @typedef {{ pid: number, port: number, status: string }} Postmaster */

/** @param {string} cluster @returns {Postmaster | undefined} */
function readPostmaster(cluster) {
  const lines = readIfThere(join(cluster, 'postmaster.pid'))?.split('\n')
  if (!lines) return undefined
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() }
}

/** A server that stops deletes its file at any moment, also between a look and a read. @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined
    throw error
  }
}

/** @param {string} cluster @returns {Promise<Postmaster | undefined>} the server that already runs on these files, once it is ready */
async function runningServer(cluster) {
  for (;;) {
    const server = readPostmaster(cluster)
    if (!server || !runsOn(server.pid, cluster)) return undefined
    if (server.status === 'ready' && (await answers(server.port))) return server
    await pause(30)
  }
}

/** The protocol's question "do you speak TLS?": any byte in answer shows that somebody is at home. */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/** A server that is being killed is still listed, and its socket still open, for a moment. @param {number} port @returns {Promise<boolean>} */
function answers(port) {
  return new Promise((told) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 }, () => socket.write(sslRequest))
    const tell = (/** @type {boolean} */ answer) => {
      socket.destroy()
      told(answer)
    }
    socket.once('data', () => tell(true))
    for (const event of ['error', 'timeout', 'close']) socket.once(event, () => tell(false))
  })
}

/** A pid file may be stale and its number given to another program, so look whether that process works in our folder. */
function runsOn(/** @type {number} */ pid, /** @type {string} */ cluster) {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') return true
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster)
}

function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stop(/** @type {Postmaster} */ { pid }, /** @type {string} */ cluster) {
  const gone = () => readPostmaster(cluster)?.pid !== pid || !isAlive(pid)
  if (gone()) return
  if (process.platform === 'win32') {
    const root = prepareBinaries(undefined)
    spawnSync(binary(root, 'pg_ctl'), ['stop', '-m', 'fast', '-w', '-D', cluster], { env: environment })
    return
  }
  process.kill(pid, 'SIGINT')
  while (!gone()) await pause(10)
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))
