import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../../tools/postgres/start-postgres.mjs'

const folder = join(import.meta.dirname, '../../.data/test')

/** What a test may lose in a power cut is worth nothing, so nothing is flushed. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '256MB',
  max_connections: '300',
}

/** A PostgreSQL of this test run's own; runs beside each other do not meet. Removed by `stop`. */
export async function startTestServer() {
  mkdirSync(folder, { recursive: true })
  await removeLeftovers()
  const dataDir = mkdtempSync(join(folder, 'run-'))
  writeFileSync(join(dataDir, 'started-by'), String(process.pid))
  const server = await startPostgres({ dataDir, port: 3450, settings })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A run that was killed could not clean up after itself. */
async function removeLeftovers() {
  for (const name of readdirSync(folder)) {
    const dataDir = join(folder, name)
    const starter = join(dataDir, 'started-by')
    if (!existsSync(starter) || isAlive(Number(readFileSync(starter, 'utf8')))) continue
    if (existsSync(join(dataDir, 'cluster', 'postmaster.pid'))) await (await startPostgres({ dataDir, settings })).stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
