import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { programOf } from '../bootstrap/programs.mjs'
import { inRoot } from '../bootstrap/workspace.mjs'
import { buildEnvironment } from '../start/build.mjs'
import { succeeds } from './command.mjs'
import { jestPart } from './jest-part.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Outcome */
/** @typedef {{ databaseUrl: () => Promise<string>, more: string[] }} Surroundings */
/** @typedef {{ name: string, about: string, run: (surroundings: Surroundings) => Promise<Outcome> }} Part */

const program = {
  eslint: () => programOf('eslint'),
  boundaries: () => programOf('dependency-cruiser', 'depcruise'),
  prettier: () => programOf('prettier'),
  tsc: () => programOf('typescript7', 'tsc'),
  nx: () => programOf('nx'),
  openapi: () => programOf('openapi-typescript'),
}

/** Every check counts as one test. @param {() => Promise<boolean>} claim @returns {Promise<Outcome>} */
async function check(claim) {
  const holds = await claim()
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 }
}

/** @param {string} name @param {string} about @param {(surroundings: Surroundings) => Promise<boolean>} claim @returns {Part} */
const checkPart = (name, about, claim) => ({ name, about, run: (surroundings) => check(() => claim(surroundings)) })

/** @returns {string[]} folders of everything that is a project of its own */
export function projectFolders() {
  const inside = (/** @type {string} */ folder) => readdirSync(inRoot(folder)).map((name) => `${folder}/${name}`)
  const all = [...inside('libs'), 'tools', 'server', ...inside('apps'), 'miniprogram']
  return all.filter((folder) => existsSync(inRoot(folder, 'package.json')) || folder === 'tools')
}

/** In the order of their price: what fails fast comes first, the browser last. @returns {Part[]} */
export function allParts() {
  const folders = projectFolders()
  const withTypes = folders.filter((folder) => existsSync(inRoot(folder, 'tsconfig.json')))
  const withTests = folders.filter((folder) => existsSync(inRoot(folder, 'jest.config.mjs')))
  const browserLast = withTests.toSorted((a, b) => Number(a === 'apps/e2e') - Number(b === 'apps/e2e'))
  return [
    checkPart('lint', 'ESLint', () => succeeds([program.eslint(), '.', '--max-warnings=0'])),
    checkPart('boundaries', 'walls between the parts', () =>
      succeeds([program.boundaries(), '--config', '.dependency-cruiser.mjs', 'server', 'apps', 'libs', 'miniprogram', 'tools']),
    ),
    checkPart('format', 'Prettier', () => succeeds([program.prettier(), '--check', '--log-level=warn', '.'])),
    ...withTypes.map((folder) =>
      checkPart(`types:${nameOf(folder)}`, `types of ${folder}`, () => succeeds([program.tsc(), '-p', folder])),
    ),
    ...builds().map(([target, project]) =>
      checkPart(`build:${nameOf(project)}${target.slice('build'.length)}`, `build of ${project}`, () => build(target, project)),
    ),
    checkPart('openapi', 'docs/api/openapi.json is what the code says', async () => {
      return (await build('build', 'server')) && succeeds(['server/dist/openapi.js', '--check'])
    }),
    checkPart('contracts:types', 'libs/contracts has the types of docs/api/openapi.json', () =>
      succeeds([program.openapi(), 'docs/api/openapi.json', '-o', 'libs/contracts/src/generated/api-types.ts', '--check']),
    ),
    checkPart('schema', 'docs/schema.sql is what the migrations make', async ({ databaseUrl }) => {
      return (
        (await build('build', 'server')) && succeeds(['tools/schema.mjs', '--check'], { TEST_DATABASE_URL: await databaseUrl() })
      )
    }),
    ...browserLast.map((folder) => jestPart(nameOf(folder), folder)),
  ]
}

/** @returns {[target: string, folder: string][]} */
function builds() {
  return [
    ['build', 'server'],
    ['build', 'apps/console'],
    ['build:h5', 'miniprogram'],
    ['build:weapp', 'miniprogram'],
  ]
}

/** @param {string} target @param {string} folder */
function build(target, folder) {
  return succeeds(
    [program.nx(), 'run-many', '-t', target, '-p', packageName(folder), '--output-style=stream'],
    buildEnvironment(),
  )
}

/** @param {string} folder */
function packageName(folder) {
  return JSON.parse(readFileSync(join(inRoot(folder), 'package.json'), 'utf8')).name
}

/** @param {string} folder */
function nameOf(folder) {
  return folder.split('/').at(-1) ?? folder
}

/**
 * `npm test -- server repairs`: the part called server, and "repairs" for jest.
 * A group may be named as a whole: "types" is every types:…
 * @param {Part[]} parts @param {string[]} args
 */
export function chooseParts(parts, args) {
  const belongs = (/** @type {Part} */ part, /** @type {string} */ word) => part.name === word || part.name.startsWith(`${word}:`)
  const firstOther = args.findIndex((word) => !parts.some((part) => belongs(part, word)))
  const words = firstOther === -1 ? args : args.slice(0, firstOther)
  return {
    chosen: words.length === 0 ? parts : parts.filter((part) => words.some((word) => belongs(part, word))),
    more: firstOther === -1 ? [] : args.slice(firstOther),
  }
}
