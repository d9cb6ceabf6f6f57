import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Obstacle, say } from '../bootstrap/say.mjs'

/**
 * @typedef {object} Run the note of a run: for the next start, and for tests
 * @property {number} pid
 * @property {number} startedBy
 * @property {number[]} children
 * @property {string} server
 * @property {string} stage
 * @property {string} console
 * @property {boolean} ready
 */

const file = (/** @type {string} */ data) => join(data, 'running.json')

/** @param {string} data @param {Run} run */
export function rememberRun(data, run) {
  writeFileSync(file(data), JSON.stringify(run))
}

/** @param {string} data */
export function forgetRun(data) {
  rmSync(file(data), { force: true })
}

/**
 * Refuses to start twice on the same data; after a kill it waits until the programs of that run have noticed and ended.
 * @param {string} data
 */
export async function settlePreviousRun(data) {
  const run = readRun(data)
  if (!run) return
  if (isOurs(run.pid)) {
    throw new Obstacle(
      `已经在运行：${run.stage}（进程 ${run.pid}）。要再开一套，请用 --data 指定另一个目录。`,
      `It is already running: ${run.stage} (process ${run.pid}). For a second one choose another folder with --data.`,
    )
  }
  const begun = Date.now()
  let told = false
  for (let left = run.children; (left = left.filter(isOurs)).length > 0;) {
    if (!told) say('上次是被强行结束的，正在收尾……', 'The last run was killed; waiting for its programs to end …')
    told = true
    if (Date.now() - begun > 6000) for (const pid of left) process.kill(pid, 'SIGKILL')
    await new Promise((next) => setTimeout(next, 100))
  }
  forgetRun(data)
}

/** @param {string} data @returns {Run | undefined} */
function readRun(data) {
  if (!existsSync(file(data))) return undefined
  try {
    return JSON.parse(readFileSync(file(data), 'utf8'))
  } catch {
    // killed while writing
    return undefined
  }
}

/** The number of a process that has ended may belong to somebody else's by now. */
function isOurs(/** @type {number} */ pid) {
  if (process.platform === 'win32') return false
  const asked = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' })
  if (asked.error)
    return existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('die-with-parent')
  return !asked.stdout.startsWith('Z') && asked.stdout.includes('die-with-parent')
}
