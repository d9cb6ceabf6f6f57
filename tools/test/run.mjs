import { startTestServer } from '../../server/test/test-server.mjs'
import { Obstacle } from '../bootstrap/say.mjs'
import { stopCommands } from './command.mjs'
import { allParts, chooseParts } from './parts.mjs'

/** Tests in the sizes of a release rather than those of every change. */
const LONG = '--long'

/** @param {string[]} given */
export async function run(given) {
  const args = given.filter((arg) => arg !== LONG)
  if (given.includes(LONG)) process.env.TEST_LONG = '1'
  const parts = allParts()
  if (args.includes('--help') || args.includes('-h')) return help(parts)
  const { chosen, more } = chooseParts(parts, args)
  if (more[0] && !chosen.some(({ about }) => about.startsWith('tests of'))) return refuse(more[0])
  if (more[0] && chosen.length === parts.length) return refuse(more[0])

  /** @type {Awaited<ReturnType<typeof startTestServer>> | undefined} */
  let database
  const databaseUrl = async () => process.env.TEST_DATABASE_URL ?? (database ??= await startTestServer()).url
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, async () => {
      stopCommands()
      await database?.stop()
      process.exit(130)
    })
  }

  const total = { passed: 0, failed: 0, skipped: 0 }
  /** @type {string[]} */
  const table = []
  try {
    for (const part of chosen) {
      console.log(`\n── ${part.name}: ${part.about}`)
      const begun = Date.now()
      const { passed, failed, skipped } = await part.run({ databaseUrl, more })
      total.passed += passed
      total.failed += failed
      total.skipped += skipped
      const seconds = ((Date.now() - begun) / 1000).toFixed(1)
      const words = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean).join(', ')
      table.push(`${failed > 0 ? '✗' : '✓'} ${part.name.padEnd(24)} ${words}  (${seconds} s)`)
      console.log(table.at(-1))
    }
  } finally {
    await database?.stop()
  }
  console.log(`\n${table.join('\n')}\n`)
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
}

/** @param {string} word @returns {never} */
function refuse(word) {
  throw new Obstacle(
    `没有名为“${word}”的部分；npm test -- --help 列出全部。`,
    `There is no part "${word}"; npm test -- --help lists them all.`,
  )
}

/** @param {import('./parts.mjs').Part[]} parts */
function help(parts) {
  console.log(`npm test                          everything, as CI runs it
npm test -- lint types            some parts
npm test -- server repairs        one part, the rest goes to jest
npm run test:long                 the server's tests in the sizes of a release

${parts.map(({ name, about }) => `  ${name.padEnd(24)} ${about}`).join('\n')}`)
}
