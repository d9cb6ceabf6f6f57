import { mkdirSync } from 'node:fs'
import { onPinnedNode } from '../bootstrap/pinned-node.mjs'
import { inRoot } from '../bootstrap/workspace.mjs'

/** @param {string[]} args */
export async function begin(args) {
  const logs = inRoot('.data', 'logs')
  mkdirSync(logs, { recursive: true })
  const work = async () => (await import('./run.mjs')).run(args)
  await onPinnedNode({ script: inRoot('tools/test.mjs'), args, logs, work })
}
