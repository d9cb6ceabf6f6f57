#!/usr/bin/env node
import { mkdirSync } from 'node:fs'
import { onPinnedNode } from './bootstrap/pinned-node.mjs'
import { inRoot } from './bootstrap/workspace.mjs'

const args = process.argv.slice(2)

if (args.includes('--help') || args.includes('-h')) {
  console.log(`npm run bench -- [--quick] [--only page,report,growth,scan,search,import,access,notice,bill-run] [--dist <folder>]

  量一量：报修、待办队列、时限扫描与数据增长，均与同一次运行中的参照相比；只报告，不因快慢而失败。
  Measures reporting a repair, the queue, the clock scan and growth, each as a ratio to something measured in the same run.
  Nothing fails on a time. Results: .data/bench.json

  --quick   fewer and shorter rounds, 200,000 cases instead of 1,000,000
  --only    some of the parts
  --dist    another build of the server than server/dist, which is built first`)
  process.exit(0)
}

const logs = inRoot('.data', 'logs')
mkdirSync(logs, { recursive: true })
await onPinnedNode({
  script: inRoot('tools/bench.mjs'),
  args,
  logs,
  work: async () => (await import('./bench/run.mjs')).run(args),
})
