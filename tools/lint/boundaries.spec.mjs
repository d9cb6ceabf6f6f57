import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { programOf } from '../bootstrap/programs.mjs'
import rules from '../../.dependency-cruiser.mjs'

const root = join(import.meta.dirname, '../..')

/** A small product of its own: the clean part, and one planted violation for each wall. */
const clean = {
  'libs/contracts/src/index.ts': `export const states = ['new']`,
  'libs/contracts/src/states.ts': `import { states } from './index.ts'\nexport const first = states[0]`,
  'server/src/modules/repairs/index.ts': `export { mayClose } from './rules/may-close.ts'`,
  'server/src/modules/repairs/rules/may-close.ts': `import { states } from '../../../../../libs/contracts/src/index.ts'\nexport const mayClose = states.length > 0`,
  'server/src/modules/repairs/store/repair.entity.ts': `export class Repair {}`,
  'server/src/modules/repairs/http/repairs.controller.ts': `import { Repair } from '../store/repair.entity.ts'\nexport const list = [new Repair()]`,
  'server/src/modules/surveys/index.ts': `import { mayClose } from '../repairs/index.ts'\nexport const ask = mayClose`,
  'server/src/platform/clock.ts': `export const clock = 1`,
  'server/src/wechat/index.ts': `export { send } from './send.ts'`,
  'server/src/wechat/send.ts': `export const send = 1`,
  'server/src/app.module.ts': `import { ask } from './modules/surveys/index.ts'\nimport { send } from './wechat/index.ts'\nexport const app = [ask, send]`,
  'server/test/database.ts': `export const database = 1`,
  'apps/console/src/main.ts': `import { states } from '../../../libs/contracts/src/index.ts'\nexport const shown = states`,
  'miniprogram/src/platform/index.ts': `import Taro from '@tarojs/taro'\nexport const scan = Taro`,
  'miniprogram/src/home.ts': `import { scan } from './platform/index.ts'\nexport const home = scan`,
  'node_modules/@tarojs/taro/package.json': `{ "name": "@tarojs/taro", "main": "index.js" }`,
  'node_modules/@tarojs/taro/index.js': `module.exports = {}`,
}

/** @type {Record<string, Record<string, string>>} rule → files that break it; the first is the culprit */
const planted = {
  'no-cycles': {
    'server/src/platform/chicken.ts': `import { egg } from './egg.ts'\nexport const chicken = () => egg`,
    'server/src/platform/egg.ts': `import { chicken } from './chicken.ts'\nexport const egg = () => chicken`,
  },
  'modules-meet-at-index': {
    'server/src/modules/surveys/rules-of-others.ts': `import { mayClose } from '../repairs/rules/may-close.ts'\nexport const copy = mayClose`,
  },
  'modules-are-entered-at-index': {
    'server/src/main.ts': `import { Repair } from './modules/repairs/store/repair.entity.ts'\nexport const repair = new Repair()`,
  },
  'http-never-imports-a-foreign-store': {
    'server/src/modules/surveys/http/surveys.controller.ts': `import { Repair } from '../../repairs/store/repair.entity.ts'\nexport const repair = new Repair()`,
  },
  'rules-are-pure': {
    'server/src/modules/repairs/rules/reads-the-store.ts': `import { Repair } from '../store/repair.entity.ts'\nexport const repair = new Repair()`,
  },
  'platform-knows-no-domain': {
    'server/src/platform/counts-repairs.ts': `import { mayClose } from '../modules/repairs/index.ts'\nexport const count = mayClose`,
  },
  'wechat-has-one-door': {
    'server/src/modules/surveys/actions/push.ts': `import { send } from '../../../wechat/send.ts'\nexport const push = send`,
  },
  'only-platform-touches-taro': {
    'miniprogram/src/report.ts': `import Taro from '@tarojs/taro'\nexport const report = Taro`,
  },
  'clients-never-import-the-server': {
    'apps/console/src/peek.ts': `import { mayClose } from '../../../server/src/modules/repairs/index.ts'\nexport const peek = mayClose`,
  },
  'server-never-imports-clients': {
    'server/src/platform/draws.ts': `import { shown } from '../../../apps/console/src/main.ts'\nexport const drawn = shown`,
  },
  'libs-import-only-libs': {
    'libs/contracts/src/opens-files.ts': `import { readFileSync } from 'node:fs'\nexport const open = readFileSync`,
  },
  'production-code-imports-no-tests': {
    'server/src/platform/borrows-a-test.ts': `import { database } from '../../test/database.ts'\nexport const borrowed = database`,
  },
  'everything-resolves': {
    'apps/console/src/lost.ts': `import { nothing } from './not-there.ts'\nexport const lost = nothing`,
  },
}

describe('the walls between the parts', () => {
  /** @type {string} */
  let folder
  /** @type {{ rule: string, from: string }[]} */
  let found

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yinuo-walls-'))
    for (const [path, text] of Object.entries(Object.assign({}, clean, ...Object.values(planted)))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), `${text}\n`)
    }
    found = violations(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has a planted violation for every rule', () => {
    expect(Object.keys(planted).sort()).toEqual((rules.forbidden ?? []).map(({ name }) => name).sort())
  })

  it.each(Object.entries(planted))('refuses what breaks %s', (rule, files) => {
    expect(found).toContainEqual({ rule, from: Object.keys(files)[0] })
  })

  it('lets everything else pass', () => {
    expect(found.map(({ from }) => from).filter((from) => from in clean)).toEqual([])
  })
})

/** @param {string} cwd */
function violations(cwd) {
  const program = programOf('dependency-cruiser', 'depcruise')
  const args = [program, '--config', join(root, '.dependency-cruiser.mjs'), '-T', 'json', 'server', 'apps', 'libs', 'miniprogram']
  const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 })
  /** @type {{ summary: { violations: { rule: { name: string }, from: string }[] } }} */
  const report = JSON.parse(stdout)
  return report.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
}
