import pg from 'pg'
import { startTestServer } from './test-server.mjs'

const passwords = { appPassword: 'test-app', workerPassword: 'test-worker' }
const name = `test_template_${process.pid}`

/** @type {Awaited<ReturnType<typeof startTestServer>> | undefined} */
let ownServer
let serverUrl = process.env.TEST_DATABASE_URL ?? ''

export async function makeTemplate() {
  if (!serverUrl) {
    ownServer = await startTestServer()
    serverUrl = ownServer.url
  }
  try {
    await migrateTemplate()
  } catch (error) {
    await ownServer?.stop()
    throw error
  }
  return { serverUrl, name }
}

async function migrateTemplate() {
  const { migrate } = await import('../src/platform/database/migrate.ts')
  const client = new pg.Client(serverUrl)
  await client.connect()
  try {
    // Roles belong to the whole server; two runs on one server must not create them at once.
    await client.query("SELECT pg_advisory_lock(hashtext('yinuo test template'))")
    await client.query(`CREATE DATABASE ${name}`)
    const url = new URL(serverUrl)
    url.pathname = name
    await migrate(url.href, passwords)
  } finally {
    await client.end()
  }
}

export async function dropTemplate() {
  if (ownServer) return ownServer.stop()
  const client = new pg.Client(serverUrl)
  await client.connect()
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await client.end()
}
