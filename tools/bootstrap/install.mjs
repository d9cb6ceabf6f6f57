import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { clearProgress, Obstacle, progress, say } from './say.mjs'
import { inRoot, root } from './workspace.mjs'

/** npm would try for a minute and a half before it says that there is no network. */
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000']

const neededBytes = 3 * 1024 ** 3

/** Installs the packages when they are missing or are not those of package-lock.json. */
export async function ensureInstalled(/** @type {string} */ logFile) {
  const missing = missingPackages()
  if (missing === 0 && existsSync(pinnedNode())) return
  checkDisk()
  const npm = findNpm()
  say('正在安装依赖，首次约需 1 到 3 分钟……', 'Installing packages, one to three minutes the first time …')
  await install(npm, logFile)
  if (!existsSync(pinnedNode())) rebuildNode(npm)
  say('依赖已安装。', 'Packages installed.')
}

/** The Node that package.json pins, whatever Node called us. */
export function pinnedNode() {
  return inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** @returns {number} how many packages of the lock file are not installed in their version; Infinity when none is */
export function missingPackages(workspace = root) {
  const installed = join(workspace, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return Infinity
  const have = packagesOf(installed)
  return Object.entries(packagesOf(join(workspace, 'package-lock.json'))).filter(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link) return false
    if (have[path]) return have[path].version !== wanted.version
    // Absent on purpose: made for another platform, or optional.
    return !(wanted.optional || wanted.devOptional || wanted.os || wanted.cpu)
  }).length
}

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[] }} Package */

/** @param {string} file @returns {Record<string, Package>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(root)
  if (bavail * bsize >= neededBytes) return
  const free = ((bavail * bsize) / 1024 ** 3).toFixed(1)
  throw new Obstacle(
    `磁盘空间不足：安装需要约 3 GB，这里只剩 ${free} GB（${root}）。`,
    `Not enough disk: installing needs about 3 GB, only ${free} GB are free here (${root}).`,
  )
}

/** @returns {{ program: string, first: string[] }} */
function findNpm() {
  const script = process.env.npm_execpath
  const npm =
    script && /npm-cli\.c?js$/.test(script)
      ? { program: process.execPath, first: [script] }
      : { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] }
  const asked = spawnSync(npm.program, [...npm.first, '--version'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (asked.error || asked.status !== 0) {
    throw new Obstacle('没有找到 npm，它随 Node.js 一起安装。', 'npm was not found; it comes with Node.js.')
  }
  const version = asked.stdout.trim()
  if (Number(version.split('.')[0]) < 10) {
    throw new Obstacle(
      `npm ${version} 太旧，需要 10 或更新版本。请运行：npm install --global npm@11`,
      `npm ${version} is too old, 10 or newer is needed. Run: npm install --global npm@11`,
    )
  }
  return npm
}

/** @param {{ program: string, first: string[] }} npm @param {string} logFile */
async function install(npm, logFile) {
  mkdirSync(dirname(logFile), { recursive: true })
  const log = createWriteStream(logFile)
  const child = spawn(npm.program, [...npm.first, 'ci', '--no-audit', '--no-fund', '--loglevel=http', ...patience], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_progress: 'false', NODE_ENV: 'development' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => {
      log.write(chunk)
      said = (said + chunk).slice(-20_000)
    })
  }
  const stopCounting = countPackages()
  const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  process.once('SIGTERM', forward).once('SIGINT', forward)
  const status = await new Promise((done) => child.once('close', done).once('error', () => done(1)))
  process.off('SIGTERM', forward).off('SIGINT', forward)
  stopCounting()
  log.end()
  if (child.signalCode) process.exit(130)
  if (status !== 0) throw explain(said, logFile)
}

function countPackages() {
  const paths = Object.entries(packagesOf(inRoot('package-lock.json')))
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.link && !wanted.os && !wanted.cpu)
    .map(([path]) => inRoot(path, 'package.json'))
  let milestone = 0
  const timer = setInterval(() => {
    const done = paths.filter((path) => existsSync(path)).length
    const percent = Math.floor((100 * done) / paths.length)
    progress(`${done} / ${paths.length}  (${percent} %)`)
    if (!process.stdout.isTTY && percent >= milestone + 25) say(`已安装 ${(milestone = percent)} %`, `${percent} % installed`)
  }, 1000)
  return () => {
    clearInterval(timer)
    clearProgress()
  }
}

/** @param {string} said what npm said @param {string} logFile */
export function explain(said, logFile) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(said)) {
    return new Obstacle(
      '首次安装需要联网，但连不上 npm 软件源。请检查网络或代理（npm config get registry / proxy）后重试，已下载的部分不会重下。',
      'The first installation needs the network, but the npm registry cannot be reached. Check the network or proxy (npm config get registry / proxy) and try again; what has been downloaded is kept.',
    )
  }
  if (/ENOSPC|EDQUOT/.test(said)) {
    return new Obstacle('磁盘已满，安装没有完成。腾出约 3 GB 后重试。', 'The disk is full; free about 3 GB and try again.')
  }
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return new Obstacle(
      `没有写入权限：${inRoot('node_modules')}。请用有权限的用户运行。`,
      `No permission to write ${inRoot('node_modules')}. Run as the user who owns the folder.`,
    )
  }
  const last = said.trim().split('\n').slice(-8).join('\n')
  return new Obstacle(
    `安装没有成功，npm 的最后几行（全文见 ${logFile}）：`,
    `npm did not succeed; its last lines (all of them in ${logFile}):\n${last}`,
  )
}

/** npm may have been told to run no install scripts; the pinned Node is fetched by one. */
function rebuildNode(/** @type {{ program: string, first: string[] }} */ npm) {
  const done = spawnSync(npm.program, [...npm.first, 'rebuild', 'node', '--ignore-scripts=false'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (existsSync(pinnedNode())) return
  throw new Obstacle(
    `固定版本的 Node 24 没有装上（npm 被设置为不运行安装脚本？）。请运行：npm rebuild node --ignore-scripts=false`,
    `The pinned Node 24 is not there (is npm told to run no install scripts?). Run: npm rebuild node --ignore-scripts=false\n${done.stderr ?? ''}`,
  )
}
