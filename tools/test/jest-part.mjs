import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programOf } from '../bootstrap/programs.mjs'
import { succeeds } from './command.mjs'

/** @param {string} name @param {string} folder @returns {import('./parts.mjs').Part} */
export function jestPart(name, folder) {
  return {
    name,
    about: `tests of ${folder}`,
    async run({ databaseUrl, more }) {
      const results = mkdtempSync(join(tmpdir(), 'yinuo-results-'))
      const file = join(results, 'results.json')
      const jest = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', programOf('jest')]
      const how = ['-c', `${folder}/jest.config.mjs`, '--json', `--outputFile=${file}`, '--ci']
      try {
        const succeeded = await succeeds([...jest, ...how, ...more], {
          TZ: 'Asia/Shanghai',
          NODE_ENV: 'test',
          ...(folder === 'server' ? { TEST_DATABASE_URL: await databaseUrl() } : {}),
        })
        return existsSync(file)
          ? outcome(JSON.parse(readFileSync(file, 'utf8')), succeeded)
          : { passed: 0, failed: 1, skipped: 0 }
      } finally {
        rmSync(results, { recursive: true, force: true })
      }
    },
  }
}

/**
 * @typedef {object} Results what jest writes with --json
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {{ assertionResults: { fullName: string, status: string }[] }[]} testResults
 */

/**
 * @param {Results} results @param {boolean} succeeded
 * @returns {import('./parts.mjs').Outcome}
 */
export function outcome(results, succeeded) {
  for (const { assertionResults } of results.testResults) {
    for (const { fullName, status } of assertionResults)
      if (status === 'pending' || status === 'todo') console.log(`skipped: ${fullName}`)
  }
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  return {
    passed: results.numPassedTests,
    // A set-up or tear-down that fails has no test of its own to fail.
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  }
}
