import pg from 'pg'
import { startTestServer } from './test-server.mjs'

const passwords = { appPassword: 'test-app', workerPassword: 'test-worker' }

/** One migrated template database per run; every spec file gets a clone of it (see database.ts). */
export default async function setUp() {
  const own = process.env.TEST_DATABASE_URL ? undefined : await startTestServer()
  const serverUrl = process.env.TEST_DATABASE_URL ?? own?.url ?? ''
  const template = `test_template_${process.pid}`
  globalThis.yinuoTestDatabase = { own, serverUrl, template }
  try {
    await createTemplate(serverUrl, template)
  } catch (error) {
    await own?.stop()
    throw error
  }
  process.env.TEST_DATABASE_URL = serverUrl
  process.env.TEST_DATABASE_TEMPLATE = template
}

async function createTemplate(/** @type {string} */ serverUrl, /** @type {string} */ template) {
  const { migrate } = await import('../src/platform/database/migrate.ts')
  const client = new pg.Client(serverUrl)
  await client.connect()
  try {
    // Roles belong to the whole server; two runs on one server must not create them at once.
    await client.query("SELECT pg_advisory_lock(hashtext('yinuo test template'))")
    await client.query(`CREATE DATABASE ${template}`)
    const url = new URL(serverUrl)
    url.pathname = template
    await migrate(url.href, passwords)
  } finally {
    await client.end()
  }
}
