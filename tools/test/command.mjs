import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { inRoot, root } from '../bootstrap/workspace.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Runs a node program; what it says is shown as it comes.
 * @param {string[]} args @param {Record<string, string>} [env] @returns {Promise<boolean>} whether it succeeded
 */
export function succeeds(args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter), ...env },
  })
  running.add(child)
  return new Promise((done) => {
    child.once('error', () => done(false))
    child.once('close', (code) => {
      running.delete(child)
      done(code === 0)
    })
  })
}

export function stopCommands() {
  for (const child of running) child.kill('SIGTERM')
}
