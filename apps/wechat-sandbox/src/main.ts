import { existsSync, readFileSync } from 'node:fs'
import type { Phone } from './phones/phones.ts'
import { createSandbox } from './sandbox.ts'

const env = process.env

function refuse(reason: string): never {
  console.error(reason)
  process.exit(1)
}

function read<T>(name: string, text: string | undefined): T | undefined {
  if (!text) return undefined
  try {
    return JSON.parse(text) as T
  } catch {
    return refuse(`${name} is not JSON.`)
  }
}

if (env.NODE_ENV === 'production') {
  refuse('The WeChat sandbox does not run with NODE_ENV=production: it would let anybody sign in as anybody.')
}

const phonesFile = env.PHONES_FILE
if (phonesFile && !existsSync(phonesFile)) refuse(`PHONES_FILE: there is no file ${phonesFile}.`)

const sandbox = createSandbox({
  appId: env.WECHAT_APP_ID,
  appSecret: env.WECHAT_APP_SECRET,
  messageToken: env.WECHAT_MESSAGE_TOKEN,
  serverUrl: env.SERVER_URL,
  phoneApiUrl: env.PHONE_API_URL,
  consoleUrl: env.CONSOLE_URL,
  templates: read<Record<string, string>>('WECHAT_TEMPLATES', env.WECHAT_TEMPLATES),
  smsKey: env.SMS_GATEWAY_KEY,
  phones: phonesFile ? read<Phone[]>('PHONES_FILE', readFileSync(phonesFile, 'utf8')) : undefined,
  stateFile: env.STATE_FILE,
  miniprogramDir: env.MINIPROGRAM_DIR,
  story: env.STORY_LOGIN && env.STORY_PASSWORD ? { login: env.STORY_LOGIN, password: env.STORY_PASSWORD } : undefined,
})

const port = Number(env.PORT ?? 3200)
try {
  await sandbox.listen(port, env.HOST ?? 'localhost')
  if (env.MAIL_PORT) await sandbox.world.mail.listen(Number(env.MAIL_PORT), env.HOST ?? 'localhost')
  if (env.MAILBOX_PORT) await sandbox.world.mailbox.listen(Number(env.MAILBOX_PORT), env.HOST ?? 'localhost')
} catch (error) {
  const { code } = error as { code?: string }
  refuse(code === 'EADDRINUSE' ? `Port ${port} is taken; set PORT to another one.` : String(error))
}
console.log(`WeChat sandbox: http://127.0.0.1:${port}/  (what was said: http://127.0.0.1:${port}/inspect)`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)))
}
