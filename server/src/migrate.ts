import { migrate } from './platform/database/migrate.ts'

/** `node dist/migrate.js`: brings DATABASE_URL (the owner's) to the newest schema; the roles get the passwords of the other two URLs. */
const { DATABASE_URL, APP_DATABASE_URL, WORKER_DATABASE_URL } = process.env
if (!DATABASE_URL || !APP_DATABASE_URL || !WORKER_DATABASE_URL) {
  console.error('migrate needs DATABASE_URL (owner), APP_DATABASE_URL and WORKER_DATABASE_URL')
  process.exit(78)
}
const { applied } = await migrate(DATABASE_URL, {
  appPassword: decodeURIComponent(new URL(APP_DATABASE_URL).password),
  workerPassword: decodeURIComponent(new URL(WORKER_DATABASE_URL).password),
})
console.log(applied.length > 0 ? `migrated: ${applied.join(', ')}` : 'the schema is up to date')
