import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureInstalled, pinnedNode } from './install.mjs'
import { clearProgress, Obstacle } from './say.mjs'
import { inRoot, root } from './workspace.mjs'

const preload = pathToFileURL(inRoot('tools/start/die-with-parent.mjs')).href

const options = /** @type {const} */ ({
  data: { type: 'string', default: '.data' },
  'server-port': { type: 'string', default: '3100' },
  'stage-port': { type: 'string', default: '3200' },
  'console-port': { type: 'string', default: '3300' },
  'database-port': { type: 'string', default: '3432' },
})

/** Runs on any Node from 20: installs, then hands over to the pinned Node 24. @param {string[]} args */
export async function begin(args) {
  let logs = inRoot('.data', 'logs')
  try {
    const choices = readChoices(args)
    logs = join(choices.data, 'logs')
    mkdirSync(logs, { recursive: true })
    if (process.env.YINUO_ON_PINNED_NODE) {
      const { run } = await import('./run.mjs')
      await run(choices)
    } else {
      await ensureInstalled(join(logs, 'install.log'))
      process.exitCode = await onPinnedNode(args)
    }
  } catch (error) {
    clearProgress()
    console.error(`\n${inWords(/** @type {Error} */ (error), join(logs, 'start.log'))}`)
    process.exit(1)
  }
}

/** @param {string[]} args */
function readChoices(args) {
  try {
    const { values } = parseArgs({ args, options })
    return {
      data: resolve(root, values.data),
      ports: {
        server: port(values['server-port']),
        stage: port(values['stage-port']),
        console: port(values['console-port']),
        database: port(values['database-port']),
      },
    }
  } catch (error) {
    if (error instanceof Obstacle) throw error
    throw new Obstacle(
      '看不懂的选项；npm start -- --help 有说明。',
      `${/** @type {Error} */ (error).message} See: npm start -- --help`,
    )
  }
}

/** @typedef {ReturnType<typeof readChoices>} Choices */

function port(/** @type {string} */ text) {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number < 65536) return number
  throw new Obstacle(`“${text}”不是端口号（1-65535）。`, `"${text}" is not a port number (1-65535).`)
}

/** @param {string[]} args @returns {Promise<number>} */
function onPinnedNode(args) {
  const child = spawn(pinnedNode(), ['--import', preload, inRoot('tools/start.mjs'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, YINUO_ON_PINNED_NODE: '1' },
    // In a group of its own it hears of ^C from us alone, once.
    detached: true,
  })
  let asked = 0
  const forward = () => child.kill(asked++ === 0 ? 'SIGTERM' : 'SIGKILL')
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, forward)
  stopWhenOrphaned(forward)
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}

/** npm passes signals on, but not when it is killed outright. */
function stopWhenOrphaned(/** @type {() => void} */ stop) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 2000)
  timer.unref()
}

/** @param {Error} error @param {string} log */
function inWords(error, log) {
  if (error instanceof Obstacle) return error.message
  const code = /** @type {NodeJS.ErrnoException} */ (error).code
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return '磁盘已满，请腾出空间后重试。\nThe disk is full; free some space and try again.'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `没有写入权限。 No permission to write.\n${error.message}`
  try {
    writeFileSync(log, String(error.stack))
  } catch {
    return error.message
  }
  return `启动没有完成。 The start did not complete:\n${error.message}\n详情 Details: ${log}`
}
