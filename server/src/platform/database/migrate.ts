import pg from 'pg'
import { DataSource } from 'typeorm'
import { migrations } from '../../migrations/index.ts'
import { installJobs } from '../jobs/install-jobs.ts'

/** Passwords of the roles the program signs in with; the owner of the tables is never used by it. */
export interface RolePasswords {
  appPassword: string
  workerPassword: string
}

/**
 * Brings a database to the newest schema and sets the passwords of the application's roles.
 * Safe to run by several starters at once: a session lock lets one work and the others find it done.
 */
export async function migrate(ownerUrl: string, passwords: RolePasswords): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('yinuo migrations'))`)
    await ensureRole(client, 'yinuo_app', passwords.appPassword)
    await ensureRole(client, 'yinuo_identity', passwords.appPassword)
    await ensureRole(client, 'yinuo_worker', passwords.workerPassword)
    const source = new DataSource({ type: 'postgres', driver: pg, url: ownerUrl, migrations, migrationsTransactionMode: 'each' })
    await source.initialize()
    try {
      const done = await source.runMigrations()
      await installJobs(ownerUrl, client)
      await client.query('GRANT SELECT ON migrations TO yinuo_worker')
      return { applied: done.map((migration) => migration.name) }
    } finally {
      await source.destroy()
    }
  } finally {
    await client.end()
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  if (known.rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN`)
  await client.query(`ALTER ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`)
  // Row policies make short statements look dear, and compiling them would take longer than running them.
  await client.query(`ALTER ROLE ${role} SET jit = off`)
}
