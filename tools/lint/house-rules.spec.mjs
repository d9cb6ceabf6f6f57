import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { programOf } from '../bootstrap/programs.mjs'
import { faultInName } from './house-rules.mjs'

const root = join(import.meta.dirname, '../..')

/** What ESLint says of this text if it stood at that path. @param {string} path @param {string} text @returns {string[]} */
function lint(path, text) {
  const args = [programOf('eslint'), '--stdin', '--stdin-filename', path, '-f', 'json', '--rule']
  // The rules with types want the file in a project; they are not what is tested here.
  const untyped = ['no-floating-promises', 'no-misused-promises', 'await-thenable'].map(
    (name) => `@typescript-eslint/${name}: off`,
  )
  const parser = ['--parser-options', 'projectService:false']
  const done = spawnSync(process.execPath, [...args, untyped.join(', '), ...parser], { cwd: root, input: text, encoding: 'utf8' })
  if (!done.stdout) throw new Error(done.stderr)
  return JSON.parse(done.stdout)[0].messages.map((/** @type {{ message: string }} */ { message }) => message)
}

describe('the house rules', () => {
  it.each([
    ['server/src/modules/repairs/rules/due.ts', 'export const due = () => Date.now()\n', 'Time is an argument'],
    ['server/src/modules/repairs/actions/close.ts', 'export const close = () => new Date()\n', 'Time is an argument'],
    [
      'server/src/modules/repairs/actions/push.ts',
      `export const base = 'https://api.weixin.qq.com'\n`,
      'Only server/src/wechat speaks',
    ],
    ['server/src/platform/jobs/jobs.ts', `export const id = process.env['WECHAT_APP_ID']\n`, 'Only server/src/wechat knows'],
    ['miniprogram/src/resident/report.ts', 'export const scan = () => wx.scanCode()\n', 'Only miniprogram/src/platform touches'],
    ['server/src/modules/repairs/queries/list.ts', 'export default 1\n', 'Export by name'],
    ['libs/contracts/src/state.ts', 'export enum State { open }\n', 'string union'],
    ['libs/contracts/src/state.spec.ts', `it.only('x', () => {})\n`, 'neither singled out nor skipped'],
    ['libs/contracts/src/date-utils.ts', 'export const a = 1\n', 'says nothing'],
  ])('refuses in %s: %s', (path, text, complaint) => {
    expect(lint(path, text).join('\n')).toContain(complaint)
  })

  it.each([
    ['server/src/modules/repairs/rules/due.ts', 'export const due = (at: string) => new Date(at)\n'],
    ['server/src/wechat/client.ts', `export const base = 'https://api.weixin.qq.com'\n`],
    ['miniprogram/src/platform/scan.ts', 'declare const wx: { scanCode(): void }\nexport const scan = () => wx.scanCode()\n'],
  ])('lets pass in %s: %s', (path, text) => {
    expect(lint(path, text)).toEqual([])
  })

  it.each(['libs/x/src/utils.ts', 'apps/console/src/helpers/date.ts', 'server/src/caseManager.ts', 'server/src/v2/routes.ts'])(
    'refuses the name %s',
    (path) => expect(faultInName(path)).toBeDefined(),
  )

  it.each([
    'server/src/modules/repairs/actions/report-repair.ts',
    'server/src/migrations/1763700000001-roles-and-rules.ts',
    'eslint.config.mjs',
  ])('accepts the name %s', (path) => expect(faultInName(path)).toBeUndefined())
})
