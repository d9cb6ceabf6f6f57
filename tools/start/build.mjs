import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { clearProgress, Obstacle, progress, say } from '../bootstrap/say.mjs'
import { programOf } from '../bootstrap/programs.mjs'
import { inRoot, root } from '../bootstrap/workspace.mjs'

const shared = ['libs', 'package-lock.json', 'tsconfig.base.json', 'nx.json']

/** What must be built before anything can be started. The sandbox runs from its TypeScript. */
export const products = /** @type {const} */ ([
  { folder: 'server', project: '@yinuo/server', target: 'build', product: 'server/dist/main.js' },
  { folder: 'apps/console', project: '@yinuo/console', target: 'build', product: 'apps/console/dist/index.html' },
  { folder: 'miniprogram', project: '@yinuo/miniprogram', target: 'build:h5', product: 'miniprogram/dist/h5/index.html' },
])

/** @typedef {(typeof products)[number]} Product */

const memory = inRoot('.nx', 'started-with.json')

/** Builds what has changed since the last time; asks Nx only then. @param {string} logs @param {{ folders?: string[], signal?: AbortSignal }} [options] */
export async function buildWhatChanged(logs, { folders, signal } = {}) {
  const built = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {}
  const stale = products
    .filter(({ folder }) => !folders || folders.includes(folder))
    .map((product) => ({ ...product, print: fingerprint([product.folder, ...shared]) }))
    .filter(({ folder, product, print }) => built[folder] !== print || !existsSync(inRoot(product)))
  if (stale.length === 0) return say('程序没有变化，不必重新构建。', 'Nothing has changed, nothing to build.')

  say(`正在构建 ${stale.length} 个程序……`, `Building ${stale.map(({ folder }) => folder).join(', ')} …`)
  const begun = Date.now()
  const ticker = setInterval(() => progress(`${Math.round((Date.now() - begun) / 1000)} s`), 1000)
  const oneFailed = new AbortController()
  const stop = signal ? AbortSignal.any([signal, oneFailed.signal]) : oneFailed.signal
  const groups = Object.entries(Object.groupBy(stale, ({ target }) => target))
  try {
    await Promise.all(
      groups.map(([target, group = []]) => nx(target, group, join(logs, `${target.replace(':', '-')}.log`), stop)),
    )
  } catch (error) {
    oneFailed.abort()
    throw error
  } finally {
    clearInterval(ticker)
    clearProgress()
  }
  for (const { folder, print } of stale) built[folder] = print
  mkdirSync(inRoot('.nx'), { recursive: true })
  writeFileSync(memory, JSON.stringify(built, null, 2))
  say('构建完成。', 'Built.')
}

/** Cheap and sharp enough: names, sizes and times of all source files. @param {string[]} paths */
function fingerprint(paths) {
  const hash = createHash('sha256')
  const visit = (/** @type {string} */ path) => {
    const { mtimeMs, size } = statSync(path)
    if (!statSync(path).isDirectory()) return void hash.update(`${path} ${size} ${mtimeMs}\n`)
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (['node_modules', 'dist', '.swc'].includes(entry.name) || /\.spec\.tsx?$/.test(entry.name)) continue
      visit(join(path, entry.name))
    }
  }
  for (const path of paths) visit(inRoot(path))
  return hash.digest('hex')
}

/** @param {string} target @param {readonly Product[]} group @param {string} logFile @param {AbortSignal} signal */
async function nx(target, group, logFile, signal) {
  mkdirSync(join(logFile, '..'), { recursive: true })
  const log = createWriteStream(logFile)
  const projects = group.map(({ project }) => project)
  const child = spawn(process.execPath, [programOf('nx'), 'run-many', '-t', target, '-p', ...projects, '--output-style=stream'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: buildEnvironment(),
    // A group of its own, so that the compilers below it can be stopped with it.
    detached: true,
  })
  const stop = () =>
    child.pid && child.exitCode === null && process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => {
      log.write(chunk)
      said = (said + chunk).slice(-4000)
    })
  }
  const status = await new Promise((done) => child.once('close', done).once('error', () => done(1)))
  signal.removeEventListener('abort', stop)
  log.end()
  if (status === 0) return
  throw new Obstacle(
    `构建失败，全文见 ${logFile}`,
    `The build failed, all of it is in ${logFile}\n${said.trim().split('\n').slice(-25).join('\n')}`,
  )
}

export function buildEnvironment() {
  return {
    ...process.env,
    PATH: [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter),
    NODE_ENV: 'production',
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    FORCE_COLOR: '0',
  }
}
