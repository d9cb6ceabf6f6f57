#!/usr/bin/env node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { onPinnedNode, preload } from './bootstrap/pinned-node.mjs'
import { say } from './bootstrap/say.mjs'
import { inRoot } from './bootstrap/workspace.mjs'

const args = process.argv.slice(2)
const parts = ['page', 'report', 'growth', 'scan']
const { values } = parseArgs({
  args,
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: parts.join(',') },
    dist: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (values.help) {
  console.log(`npm run bench -- [--quick] [--only ${parts.join(',')}] [--dist <folder>]

  量一量：报修、待办队列、时限扫描与数据增长，均与同一次运行中的参照相比；只报告，不因快慢而失败。
  Measures reporting a repair, the queue, the clock scan and growth, each as a ratio to something measured in the same run.
  Nothing fails on a time. Results: .data/bench.json

  --quick   fewer and shorter rounds, 200,000 cases instead of 1,000,000
  --dist    another build of the server than server/dist, which is built first`)
  process.exit(0)
}

/** As a server of its own would be set up; everything durable. */
const settings = { shared_buffers: '1GB', max_wal_size: '8GB', checkpoint_timeout: '30min', max_connections: '100' }

async function work() {
  const { bench } = await import('../server/bench/bench.ts')
  const { tableOf, isHeld } = await import('../server/bench/report.ts')
  const { buildWhatChanged } = await import('./start/build.mjs')
  const { freePort } = await import('./postgres/free-port.mjs')
  const { startPostgres } = await import('./postgres/start-postgres.mjs')
  if (!values.dist) await buildWhatChanged(inRoot('.data', 'logs'), { folders: ['server'] })
  const folder = mkdtempSync(inRoot('.data', 'bench-'))
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: 3370, settings })
  const cleanUp = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => void cleanUp().then(() => process.exit(1)))
  }
  try {
    const port = await freePort(3350)
    const findings = await bench({
      serverUrl: postgres.url,
      dist: resolve(values.dist ?? inRoot('server', 'dist')),
      ports: [port, await freePort(port + 1)],
      preload,
      filesDir: folder,
      quick: values.quick,
      only: values.only.split(','),
      say: (text) => say('', text),
    })
    const machine = { processors: availableParallelism(), memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version }
    const table = tableOf(findings)
    const results = findings.map((finding) => ({ ...finding, held: isHeld(finding) }))
    writeFileSync(
      inRoot('.data', 'bench.json'),
      JSON.stringify({ at: new Date().toISOString(), quick: values.quick, machine, findings: results, table }, null, 2),
    )
    console.log(`\n${table}\n`)
  } finally {
    await cleanUp()
  }
}

const logs = inRoot('.data', 'logs')
mkdirSync(logs, { recursive: true })
await onPinnedNode({ script: inRoot('tools/bench.mjs'), args, logs, work })
