#!/usr/bin/env node
import { mkdirSync } from 'node:fs'
import { onPinnedNode } from './bootstrap/pinned-node.mjs'
import { inRoot } from './bootstrap/workspace.mjs'

const args = process.argv.slice(2)
const logs = inRoot('.data', 'logs')
mkdirSync(logs, { recursive: true })
await onPinnedNode({
  script: inRoot('tools/bench.mjs'),
  args,
  logs,
  work: async () => (await import('./bench/run.mjs')).run(args),
})
