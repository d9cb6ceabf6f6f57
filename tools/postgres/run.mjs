#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from './start-postgres.mjs'

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string', default: '3432' }, help: { type: 'boolean', short: 'h' } },
})

if (values.help) {
  console.log(`Starts a PostgreSQL for development and prints its address; ^C stops it.

  node tools/postgres/run.mjs                    a throw-away database
  node tools/postgres/run.mjs --data .data/dev   one that is kept
  --port 3440                                    default 3432, the next free one when it is taken`)
  process.exit(0)
}

const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'yinuo-database-'))

const server = await startPostgres({ dataDir, port: Number(values.port), settings: values.data ? {} : { fsync: 'off' } })
console.log(server.url)

const stayAwake = setInterval(() => {}, 60_000)
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, async () => {
    clearInterval(stayAwake)
    await server.stop()
    if (!values.data) rmSync(dataDir, { recursive: true, force: true })
  })
}
