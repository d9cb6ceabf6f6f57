import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from './database.ts'

let databases: TestDatabase
beforeAll(async () => {
  databases = await openTestDatabase()
})
afterAll(() => databases.close())

const wish = ['--company', '测试物业', '--community', '和园', '--type', 'residential', '--name', '张三', '--phone', '13800000000']

function found(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../dist/found.js'), ...args], {
    env: { ...process.env, DATABASE_URL: databases.ownerUrl, NODE_OPTIONS: '' },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

describe('founding a company', () => {
  it('[ORG-05] says what is missing, founds once with ready-made posts and a first sign-in, and refuses a second time', async () => {
    expect(found(...wish)).toMatchObject({ status: 1, said: expect.stringContaining('还缺少：--login') })
    expect(found(...wish, '--login', 'Zhang San')).toMatchObject({
      status: 1,
      said: expect.stringContaining('--login 用小写字母'),
    })
    expect(found(...wish, '--login', 'zhangsan')).toMatchObject({
      status: 0,
      said: expect.stringMatching(/登录账号 zhangsan，密码 \S{12}/),
    })
    const owner = new pg.Client(databases.ownerUrl)
    await owner.connect()
    const { rows } =
      await owner.query(`SELECT p.code, count(*)::int AS communities, bool_and(p.work <> '') AS described FROM held_posts h JOIN posts p ON p.id = h.post_id
       GROUP BY p.code ORDER BY p.code`)
    await owner.end()
    expect(rows).toEqual([
      { code: 'head-office', communities: 1, described: true },
      { code: 'project-manager', communities: 1, described: true },
    ])
    expect(found(...wish, '--login', 'lisi')).toMatchObject({ status: 1, said: expect.stringContaining('已经有公司') })
  })
})
