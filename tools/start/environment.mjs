import { join } from 'node:path'
import { inRoot } from '../bootstrap/workspace.mjs'

/** Names only: the sandbox knows the templates under the ids it is told here. */
const templates = [
  'repair-progress',
  'repair-finished',
  'complaint-progress',
  'notice',
  'conversation',
  'work-assigned',
  'work-overdue',
]

/**
 * What every program of the demonstration is told.
 * @param {{ data: string, databaseUrl: string, ports: Record<'server' | 'stage' | 'console', number> & { mail?: number, mailbox?: number }, keys: Record<string, string> }} of
 */
export function environments({ data, databaseUrl, ports, keys }) {
  const as = (/** @type {string} */ user, /** @type {string} */ password) => {
    const url = new URL(databaseUrl)
    url.username = user
    url.password = password
    return url.href
  }
  const serverUrl = `http://localhost:${ports.server}`
  const stageUrl = `http://localhost:${ports.stage}`
  const consoleUrl = `http://localhost:${ports.console}`
  const wechat = {
    WECHAT_APP_ID: 'wx7e1d4a90c35b2f68',
    WECHAT_APP_SECRET: keys.wechatAppSecret ?? '',
    WECHAT_MESSAGE_TOKEN: keys.wechatMessageToken ?? '',
    WECHAT_TEMPLATES: JSON.stringify(Object.fromEntries(templates.map((name) => [name, `demo-${name}`]))),
    SMS_GATEWAY_KEY: keys.smsGatewayKey ?? '',
  }
  return {
    server: {
      ...wechat,
      NODE_ENV: 'development',
      // glibc keeps memory of drawn photos otherwise.
      MALLOC_ARENA_MAX: '2',
      ROLE: 'all',
      HOST: '127.0.0.1',
      PORT: String(ports.server),
      DATABASE_URL: databaseUrl,
      APP_DATABASE_URL: as('yinuo_app', keys.appPassword ?? ''),
      WORKER_DATABASE_URL: as('yinuo_worker', keys.workerPassword ?? ''),
      PUBLIC_URL: serverUrl,
      CORS_ORIGINS: [stageUrl, consoleUrl, `http://127.0.0.1:${ports.stage}`, `http://127.0.0.1:${ports.console}`].join(','),
      LINK_SIGNING_KEY: keys.linkSigningKey ?? '',
      FILES_DIR: join(data, 'files'),
      WECHAT_API_BASE: `http://127.0.0.1:${ports.stage}`,
      WECHAT_PAY_BASE: `http://127.0.0.1:${ports.stage}`,
      DEMO_PAY_URL: `http://127.0.0.1:${ports.stage}`,
      SMS_GATEWAY_URL: `http://127.0.0.1:${ports.stage}/sms/send`,
      WECOM_API_BASE: `http://127.0.0.1:${ports.stage}`,
      ...(ports.mail ? { SMTP_URL: `smtp://127.0.0.1:${ports.mail}`, SMTP_FROM: '一诺物业 <notice@yinuo.example>' } : {}),
      ...(ports.mailbox ? { IMAP_INSIDE_HOSTS: '127.0.0.1', DEMO_MAILBOX_PORT: String(ports.mailbox) } : {}),
    },
    sandbox: {
      ...wechat,
      NODE_ENV: 'development',
      // It lets anybody sign in as anybody: not for the neighbours on the network.
      HOST: '127.0.0.1',
      PORT: String(ports.stage),
      ...(ports.mail ? { MAIL_PORT: String(ports.mail) } : {}),
      ...(ports.mailbox ? { MAILBOX_PORT: String(ports.mailbox) } : {}),
      SERVER_URL: serverUrl,
      CONSOLE_URL: consoleUrl,
      MINIPROGRAM_DIR: inRoot('miniprogram', 'dist', 'h5'),
      STATE_FILE: join(data, 'sandbox.json'),
      PHONES_FILE: inRoot('tools', 'demo', 'phones.json'),
      STORY_LOGIN: 'manager',
      STORY_PASSWORD: 'yinuo-demo',
    },
    console: { HOST: '127.0.0.1', PORT: String(ports.console), API_URL: `http://127.0.0.1:${ports.server}` },
  }
}
