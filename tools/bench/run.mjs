import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bench, partNames } from '../../server/bench/bench.ts'
import { isHeld, tableOf } from '../../server/bench/report.ts'
import { preload } from '../bootstrap/pinned-node.mjs'
import { say } from '../bootstrap/say.mjs'
import { inRoot } from '../bootstrap/workspace.mjs'
import { freePort } from '../postgres/free-port.mjs'
import { startPostgres } from '../postgres/start-postgres.mjs'
import { buildWhatChanged } from '../start/build.mjs'

const options = /** @type {const} */ ({
  quick: { type: 'boolean', default: false },
  only: { type: 'string', default: partNames.join(',') },
  dist: { type: 'string' },
})

const runs = inRoot('.data', 'bench')

/** As a server of its own would be set up; everything durable. */
const settings = { shared_buffers: '1GB', max_wal_size: '8GB', checkpoint_timeout: '30min' }

/** Measures on a database of its own that is as durable as a real one. @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({ args, options })
  if (!values.dist) await buildWhatChanged(inRoot('.data', 'logs'), { folders: ['server'] })
  await removeLeftovers()
  const folder = join(runs, String(process.pid))
  mkdirSync(folder, { recursive: true })
  const starting = startPostgres({ dataDir: join(folder, 'postgres'), port: 3370, settings })
  const cleanUp = async () => {
    await starting.then((server) => server.stop()).catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => void cleanUp().then(() => process.exit(1)))
  }
  try {
    const database = await starting
    const ports = [await freePort(3350)]
    for (let last = ports[0] ?? 0; ports.length < 4; ports.push(last)) last = await freePort(last + 1)
    const findings = await bench({
      serverUrl: database.url,
      dist: resolve(values.dist ?? inRoot('server', 'dist')),
      ports,
      preload,
      filesDir: folder,
      quick: values.quick,
      only: values.only.split(','),
      say: (text) => say('', text),
    })
    write(findings, values.quick)
  } finally {
    await cleanUp()
  }
}

/** A run that was killed could not clean up after itself. */
async function removeLeftovers() {
  mkdirSync(runs, { recursive: true })
  for (const name of readdirSync(runs)) {
    if (isAlive(Number(name))) continue
    const dataDir = join(runs, name, 'postgres')
    if (existsSync(join(dataDir, 'cluster', 'postmaster.pid'))) await (await startPostgres({ dataDir, port: 3370 })).stop()
    rmSync(join(runs, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {Awaited<ReturnType<typeof bench>>} findings @param {boolean} quick */
function write(findings, quick) {
  const table = tableOf(findings)
  const machine = { processors: availableParallelism(), memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version }
  const results = findings.map((finding) => ({ ...finding, held: isHeld(finding) }))
  const report = { at: new Date().toISOString(), quick, machine, findings: results, table }
  writeFileSync(inRoot('.data', 'bench.json'), JSON.stringify(report, null, 2))
  console.log(`\n${table}\n`)
}
