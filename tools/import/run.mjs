import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Obstacle } from '../bootstrap/say.mjs'
import { root } from '../bootstrap/workspace.mjs'
import { startPostgres } from '../postgres/start-postgres.mjs'
import { buildWhatChanged } from '../start/build.mjs'
import { runProgram } from '../start/child.mjs'
import { environments } from '../start/environment.mjs'
import { installationKeys } from '../start/keys.mjs'
import { succeeds } from '../test/command.mjs'

/** npm changes to the workspace; the file is named from where the caller stands. */
const here = (/** @type {string} */ file) => resolve(process.env.INIT_CWD ?? process.cwd(), file)

/** Imports into the database that `npm start` uses, whether it is running or not. @param {string[]} args */
export async function run(args) {
  const { values, tokens } = parseArgs({
    args,
    options: { data: { type: 'string', default: '.data' } },
    strict: false,
    tokens: true,
  })
  const at = tokens.find((token) => token.kind === 'option' && token.name === 'data')
  const forImporter = at ? args.toSpliced(at.index, at.kind === 'option' && at.inlineValue ? 1 : 2) : args
  const file = forImporter.find((word) => word.endsWith('.xlsx'))
  const isWritten = args.includes('--template')
  if (file && !isWritten && !existsSync(here(file))) throw new Obstacle(`找不到文件：${file}`, `There is no such file: ${file}`)

  const data = resolve(root, String(values.data))
  const logs = join(data, 'logs')
  mkdirSync(logs, { recursive: true })
  await buildWhatChanged(logs, { folders: ['server'] })
  const own = process.env.DATABASE_URL
  const database = own ? undefined : await startPostgres({ dataDir: join(data, 'postgres') })
  try {
    const ports = { server: 3100, stage: 3200, console: 3300 }
    const env = environments({ data, databaseUrl: own ?? database?.url ?? '', ports, keys: installationKeys(data) })
    await runProgram({ name: 'migrate', args: ['server/dist/migrate.js'], env: env.server }, logs)
    const importer = forImporter.map((word) => (word === file ? here(word) : word))
    if (!(await succeeds(['server/dist/import.js', ...importer], env.server))) process.exitCode = 1
  } finally {
    // Adopted: npm start is running on it.
    if (database && !database.adopted) await database.stop()
  }
}
