import pg from 'pg'
import { LocalFiles, S3Files, type FileStore } from '../platform/files/index.ts'
import type { DemoMailbox } from './company/letters.ts'
import type { DemoPay } from './company/merchant.ts'
import { demonstrate } from './demonstrate.ts'

/** Fills an empty database with the demonstration company. Run by `npm start` as `node server/dist/demo/load.js`. */
async function main(): Promise<void> {
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) throw new Error('DATABASE_URL must name the database to fill (as its owner)')
  const client = new pg.Client(DATABASE_URL)
  await client.connect()
  try {
    const began = Date.now()
    const loaded = await demonstrate(client, {
      now: new Date(),
      store: storeOf(process.env),
      mailbox: mailboxOf(process.env),
      pay: payOf(process.env),
      programKey: process.env.LINK_SIGNING_KEY ?? null,
    })
    console.log(
      loaded === null
        ? '数据库里已经有公司，演示公司没有再装入。'
        : `演示公司“一诺物业”已装入：${loaded.units} 户，${loaded.cases} 单报修，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒。`,
    )
  } finally {
    await client.end()
  }
}

function storeOf(env: NodeJS.ProcessEnv): FileStore | null {
  if (env.FILES_DIR) return new LocalFiles(env.FILES_DIR)
  if (!env.S3_BUCKET) return null
  return new S3Files({
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION ?? 'us-east-1',
    name: env.S3_BUCKET,
    accessKey: env.S3_ACCESS_KEY,
    secretKey: env.S3_SECRET_KEY,
  })
}

function mailboxOf({ DEMO_MAILBOX_PORT, LINK_SIGNING_KEY }: NodeJS.ProcessEnv): DemoMailbox | null {
  return DEMO_MAILBOX_PORT && LINK_SIGNING_KEY ? { port: Number(DEMO_MAILBOX_PORT), programKey: LINK_SIGNING_KEY } : null
}

function payOf({ DEMO_PAY_URL, LINK_SIGNING_KEY }: NodeJS.ProcessEnv): DemoPay | null {
  return DEMO_PAY_URL && LINK_SIGNING_KEY ? { sandboxUrl: DEMO_PAY_URL, programKey: LINK_SIGNING_KEY } : null
}

await main()
