import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { codesOf, propertyTypes, type PropertyType } from '@yinuo/contracts'
import pg from 'pg'
import { createCommunity, ImportRefused } from './import/target-community.ts'
import { hashPassword } from './modules/access/index.ts'
import { readyMadePosts } from './modules/people/index.ts'
import { newId } from './platform/clock/index.ts'

/** `npm run found`: the company, its first community, the ready-made posts and the first sign-in, in an empty database. */

const HELP = `npm run found -- --company 公司名 --community 小区名 --type ${codesOf(propertyTypes).join('|')} --name 姓名 --phone 手机 --login 账号
  [--address 地址] [--hotline 服务电话]
用环境变量 DATABASE_URL 指明数据库（表的所有者）。`

interface Founding {
  company: string
  community: string
  type: PropertyType
  name: string
  phone: string
  login: string
  address: string
  hotline: string
}

function readFounding(args: string[]): Founding {
  const text = { type: 'string' } as const
  const options = {
    company: text,
    community: text,
    type: text,
    name: text,
    phone: text,
    login: text,
    address: text,
    hotline: text,
  }
  const { values } = parseArgs({ args, options })
  const needed = ['company', 'community', 'type', 'name', 'phone', 'login'] as const
  const missing = needed.filter((option) => !values[option])
  if (missing.length > 0) throw new ImportRefused(`还缺少：${missing.map((option) => `--${option}`).join(' ')}\n${HELP}`)
  if (!(values.type! in propertyTypes)) throw new ImportRefused(`--type 只能是 ${codesOf(propertyTypes).join('、')}`)
  if (!/^1[3-9]\d{9}$/.test(values.phone!)) throw new ImportRefused('--phone 要填 11 位手机号')
  if (!/^[a-z][a-z0-9._-]{2,39}$/.test(values.login!))
    throw new ImportRefused('--login 用小写字母开头，3–40 个小写字母、数字或 . _ -')
  return { address: '', hotline: values.phone!, ...(values as Omit<Founding, 'address' | 'hotline'>) }
}

/** All or nothing. The first member of staff is project manager and, for the whole company, head office; they may give both on. */
async function found(client: pg.Client, wish: Founding, now: Date): Promise<{ password: string }> {
  const { rows } = await client.query('SELECT 1 FROM companies LIMIT 1')
  if (rows.length > 0) throw new ImportRefused('数据库里已经有公司，不能再开户。')
  const companyId = newId(now)
  await client.query('INSERT INTO companies (id, name) VALUES ($1, $2)', [companyId, wish.company])
  const { community, type, address, hotline } = wish
  const { id: communityId } = await createCommunity(client, { name: community, propertyType: type, address, hotline }, now)
  const staffId = newId(now)
  const password = randomBytes(9).toString('base64url')
  await client.query('INSERT INTO staff (company_id, id, name, phone, login, password_hash) VALUES ($1, $2, $3, $4, $5, $6)', [
    companyId,
    staffId,
    wish.name,
    wish.phone,
    wish.login,
    await hashPassword(password),
  ])
  for (const post of readyMadePosts) {
    const postId = newId(now)
    await client.query(
      `INSERT INTO posts (company_id, id, code, name, duties, work, authority, responsibility, qualification, certificates, answers_for, permissions)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        companyId,
        postId,
        post.code,
        post.name,
        post.duties,
        post.work,
        post.authority,
        post.responsibility,
        post.qualification,
        post.certificates,
        post.answersFor,
        post.permissions,
      ],
    )
    if (post.code === 'project-manager')
      await client.query('INSERT INTO staff_posts (company_id, community_id, staff_id, post_id) VALUES ($1, $2, $3, $4)', [
        companyId,
        communityId,
        staffId,
        postId,
      ])
    if (post.code === 'head-office')
      await client.query('INSERT INTO wide_posts (company_id, staff_id, post_id) VALUES ($1, $2, $3)', [
        companyId,
        staffId,
        postId,
      ])
  }
  await client.query('CALL lay_document_categories($1)', [companyId])
  await client.query('CALL lay_causes($1)', [companyId])
  await client.query('CALL lay_quick_replies($1)', [communityId])
  return { password }
}

async function main(): Promise<void> {
  if (process.argv.length === 2 || process.argv.includes('--help')) return console.log(HELP)
  const wish = readFounding(process.argv.slice(2))
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) throw new ImportRefused('请用环境变量 DATABASE_URL 指明数据库（表的所有者）。')
  const client = new pg.Client(DATABASE_URL)
  await client.connect()
  try {
    await client.query('BEGIN')
    const { password } = await found(client, wish, new Date())
    await client.query('COMMIT')
    console.log(`“${wish.company}”已开户。登录账号 ${wish.login}，密码 ${password}（只显示这一次，登录后请绑定动态码）。`)
  } finally {
    await client.end()
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof ImportRefused) && !(error as Error).message.includes('option')) throw error
  console.error((error as Error).message)
  process.exitCode = 1
}
