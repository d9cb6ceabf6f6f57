import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../postgres/free-port.mjs'
import { startPostgres } from '../postgres/start-postgres.mjs'
import { announce } from './announce.mjs'
import { buildWhatChanged } from './build.mjs'
import { gaveUp, runProgram, startProgram, untilAnswers } from './child.mjs'
import { environments } from './environment.mjs'
import { installationKeys } from './keys.mjs'
import { forgetRun, rememberRun, settlePreviousRun } from './previous-run.mjs'
import { programOf } from '../bootstrap/programs.mjs'
import { Obstacle, say } from '../bootstrap/say.mjs'
import { inRoot } from '../bootstrap/workspace.mjs'

/** @typedef {import('./child.mjs').Child} Child */

/** The whole product on this machine, until a signal ends it. @param {import('./begin.mjs').Choices} choices */
export async function run({ data, ports: wanted }) {
  const logs = join(data, 'logs')
  mkdirSync(logs, { recursive: true })
  await settlePreviousRun(data)

  /** @type {Child[]} */
  const children = []
  const ending = new AbortController()
  /** @type {(() => Promise<void>)[]} */
  const stops = []
  const stopAll = async () => {
    ending.abort()
    await Promise.all(children.map((child) => child.stop()))
    for (const stop of stops) await stop()
    forgetRun(data)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, async () => {
      if (ending.signal.aborted) return
      say('正在停止……', 'Stopping …')
      await stopAll()
      say('已全部停止，数据都在。', `Everything has stopped; the data is kept in ${data}`)
      process.exit(0)
    })
  }

  try {
    const ports = await choosePorts(wanted)
    rememberRun(data, describeRun([], ports))
    const opening = openDatabase(data, wanted.database, Object.values(ports))
    stops.push(async () => (await opening.catch(() => undefined))?.stop())
    const [{ url: databaseUrl }] = await Promise.all([opening, buildWhatChanged(logs, { signal: ending.signal })])
    const env = environments({ data, databaseUrl, ports, keys: installationKeys(data) })

    const start = (/** @type {import('./child.mjs').Program} */ program) => {
      const child = startProgram(program, logs)
      children.push(child)
      rememberRun(data, describeRun(children, ports))
      return child
    }
    say('正在启动微信沙箱和控制台……', 'Starting the WeChat sandbox and the console …')
    const sandbox = start({ name: 'sandbox', args: [inRoot('apps/wechat-sandbox/src/main.ts')], env: env.sandbox })
    const preview = start({ name: 'console', args: [programOf('vite', 'vite', 'apps/console'), 'preview'], env: env.console, cwd: inRoot('apps/console') }) // prettier-ignore
    say('正在更新数据库结构……', 'Bringing the database up to date …')
    await runProgram({ name: 'migrate', args: [inRoot('server/dist/migrate.js')], env: env.server }, logs)
    say('正在准备演示公司（数据库为空时才装入）……', 'Preparing the demonstration company (loaded only into an empty database) …')
    await runProgram({ name: 'demo', args: [inRoot('server/dist/demo/load.js')], env: env.server }, logs)
    say('正在启动服务端……', 'Starting the server …')
    const server = start({ name: 'server', args: ['--enable-source-maps', inRoot('server/dist/main.js')], env: env.server })
    await Promise.all([
      untilAnswers(server, `http://127.0.0.1:${ports.server}/health/ready`),
      untilAnswers(sandbox, `http://127.0.0.1:${ports.stage}/`),
      untilAnswers(preview, `http://127.0.0.1:${ports.console}/`),
    ])
    rememberRun(data, { ...describeRun(children, ports), ready: true })
    announce(ports, data)
    for (const child of children)
      void child.exited.then(() => ending.signal.aborted || console.error(`\n${gaveUp(child).message}\n`))
  } catch (error) {
    if (ending.signal.aborted) return
    await stopAll()
    throw error
  }
}

/** @param {Child[]} children @param {Record<'server' | 'stage' | 'console' | 'mail' | 'mailbox', number>} ports @returns {import('./previous-run.mjs').Run} */
function describeRun(children, ports) {
  return {
    pid: process.pid,
    startedBy: process.ppid,
    children: children.map(({ pid }) => pid ?? 0),
    server: `http://localhost:${ports.server}`,
    stage: `http://localhost:${ports.stage}`,
    console: `http://localhost:${ports.console}`,
    ready: false,
  }
}

/** @param {Record<'server' | 'stage' | 'console' | 'mail' | 'mailbox', number>} wanted */
async function choosePorts(wanted) {
  const names = {
    server: '服务端 API',
    stage: '舞台 stage',
    console: '控制台 console',
    mail: '邮件沙箱 mail',
    mailbox: '收信沙箱 mailbox',
  }
  /** @type {Record<string, number>} */
  const chosen = {}
  for (const name of /** @type {const} */ (['server', 'stage', 'console', 'mail', 'mailbox'])) {
    const port = await freePort(wanted[name], Object.values(chosen))
    chosen[name] = port
    if (port !== wanted[name]) {
      say(`端口 ${wanted[name]} 已被占用，${names[name]} 改用 ${port}。`, `Port ${wanted[name]} is taken, using ${port}.`)
    }
  }
  return /** @type {Record<'server' | 'stage' | 'console' | 'mail' | 'mailbox', number>} */ (chosen)
}

/** @param {string} data @param {number} port @param {number[]} taken @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
async function openDatabase(data, port, taken) {
  const own = process.env.DATABASE_URL
  if (own) return { url: await checked(own), stop: async () => {} }
  const database = await startPostgres({ dataDir: join(data, 'postgres'), port, taken })
  const where = database.port === port ? '' : `（端口 ${port} 已被占用，改用 ${database.port}）`
  say(
    database.adopted ? `接管了仍在运行的数据库${where}。` : `数据库已启动${where}。`,
    database.adopted
      ? `Took over the database that was still running, port ${database.port}.`
      : `Database started, port ${database.port}.`,
  )
  return database
}

/** @param {string} url */
async function checked(url) {
  const { default: pg } = await import('pg')
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 })
    await client.connect()
    const { rows } = await client.query('SHOW server_version_num')
    await client.end()
    if (Number(rows[0].server_version_num) >= 180000) return url
  } catch (error) {
    const reason = /** @type {Error} */ (error).message
    throw new Obstacle(`连不上 DATABASE_URL 指定的数据库：${reason}`, `The database of DATABASE_URL cannot be reached: ${reason}`)
  }
  throw new Obstacle(
    'DATABASE_URL 指定的 PostgreSQL 版本太旧，需要 18。',
    'The PostgreSQL of DATABASE_URL is too old: 18 is needed.',
  )
}
