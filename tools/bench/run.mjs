import { mkdirSync, rmSync } from 'node:fs'
import { inRoot } from '../bootstrap/workspace.mjs'
import { startPostgres } from '../postgres/start-postgres.mjs'
import { buildWhatChanged } from '../start/build.mjs'
import { succeeds } from '../test/command.mjs'

/** Measures on a database of its own that is as durable as a real one. @param {string[]} args */
export async function run(args) {
  await buildWhatChanged(inRoot('.data', 'logs'), { folders: ['server'] })
  const own = process.env.DATABASE_URL
  const dataDir = inRoot('.data', 'bench', String(process.pid))
  mkdirSync(dataDir, { recursive: true })
  const database = own
    ? undefined
    : await startPostgres({ dataDir, port: 3460, settings: { shared_buffers: '512MB', max_wal_size: '4GB' } })
  try {
    const env = { DATABASE_URL: own ?? database?.url ?? '', NODE_ENV: 'production' }
    if (!(await succeeds(['server/bench/run.ts', ...args], env))) process.exitCode = 1
  } finally {
    await database?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
