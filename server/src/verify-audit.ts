import { parseArgs } from 'node:util'
import pg from 'pg'
import { readExportedHeads } from './platform/audit/exported-heads.ts'
import { verifyChain, type Ask } from './platform/audit/verify-chain.ts'

/** `npm run verify-audit`: reads the audit log of every company through and names the first entry that is not what was sealed. */

const HELP = `npm run verify-audit -- [--company 公司编号] [--heads 文件夹]
校验操作记录的链条，指出第一处被改动的记录。用环境变量 DATABASE_URL 指明数据库；有 LINK_SIGNING_KEY 时也校验每日链头的签名；
--heads 是导出的每日链头所在的文件夹（文件存储的 audit/）。`

const faults = {
  changed: '内容与封存时不同',
  missing: '缺少这一条',
  moved: '不接在前一条之后',
  'cut-off': '链尾被截断',
  rewritten: '与每日链头不符，此前的记录被整段改写',
  unsealed: '有事后插入、没有封存的记录',
  'forged-head': '每日链头的签名不对',
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { company: text, heads: text, help: { type: 'boolean' } } })
  const { DATABASE_URL, LINK_SIGNING_KEY } = process.env
  if (values.help || !DATABASE_URL) {
    console.log(HELP)
    return values.help ? 0 : 78
  }
  const outside = values.heads === undefined ? new Map<string, never[]>() : await readExportedHeads(values.heads)
  const client = new pg.Client(DATABASE_URL)
  await client.connect()
  try {
    const ask = (async (statement: string, given: unknown[]) => (await client.query(statement, given)).rows as never) as Ask
    const companies = await ask<{ id: string; name: string }>(
      'SELECT id, name FROM companies WHERE $1::uuid IS NULL OR id = $1',
      [values.company ?? null],
    )
    let broken = 0
    for (const { id, name } of companies) {
      const begun = performance.now()
      const { last, fault } = await verifyChain(ask, id, { signingKey: LINK_SIGNING_KEY, heads: outside.get(id) ?? [] })
      const seconds = ((performance.now() - begun) / 1000).toFixed(1)
      if (fault) broken++
      console.log(
        fault
          ? `${name}：第 ${fault.seq} 条断裂，${faults[fault.kind]}${fault.entryId ? `（${fault.entryId}）` : ''}；此前 ${last.seq} 条完好。`
          : `${name}：${last.seq} 条完好，链头 ${last.hash.toString('hex').slice(0, 16)}（${seconds} 秒）。`,
      )
    }
    return broken === 0 ? 0 : 1
  } finally {
    await client.end()
  }
}

process.exitCode = await main()
