import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, pinnedNode } from './install.mjs'
import { clearProgress, Obstacle } from './say.mjs'
import { inRoot } from './workspace.mjs'

export const preload = pathToFileURL(inRoot('tools/bootstrap/die-with-parent.mjs')).href

/**
 * Installs what is missing, then does the work on the Node that package.json pins, whatever Node called us.
 * @param {{ script: string, args: string[], logs: string, work: () => Promise<void> }} of `script` is started again on the pinned Node
 */
export async function onPinnedNode({ script, args, logs, work }) {
  try {
    if (process.env.YINUO_ON_PINNED_NODE) {
      delete process.env.YINUO_ON_PINNED_NODE
      await work()
    } else {
      await ensureInstalled(join(logs, 'install.log'))
      process.exitCode = await handOver(script, args)
    }
  } catch (error) {
    tell(/** @type {Error} */ (error), logs)
    process.exit(1)
  }
}

/** @param {Error} error @param {string} logs */
export function tell(error, logs) {
  clearProgress()
  console.error(`\n${inWords(error, join(logs, 'failure.log'))}`)
}

/** @param {string} script @param {string[]} args @returns {Promise<number>} */
function handOver(script, args) {
  const child = spawn(pinnedNode(), ['--import', preload, script, ...args], {
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

/** A signal to npm reaches its shell only, which ends without passing it on; then we have a new parent. */
function stopWhenOrphaned(/** @type {() => void} */ stop) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 500)
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
  return `没有完成。 This did not complete:\n${error.message}\n详情 Details: ${log}`
}
