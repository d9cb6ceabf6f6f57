import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { makeTemplate, dropTemplate } from '../server/test/template.mjs'

/** `npm run schema`: migrates a fresh database and writes docs/schema.sql from it. */
const { serverUrl, name } = await makeTemplate()
try {
  const url = new URL(serverUrl)
  url.pathname = name
  const program = join(import.meta.dirname, '../server/dist/schema.js')
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
    env: { ...process.env, DATABASE_URL: url.href },
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} finally {
  await dropTemplate()
}
