import { z } from 'zod'

const url = z.url()
const list = z.string().transform((text) => text.split(',').filter(Boolean))
const templates = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('is not JSON')
      return z.NEVER
    }
  })
  .pipe(z.record(z.string(), z.string().min(1)))

const shape = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']),
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3100),
  ROLE: z.enum(['api', 'worker', 'all']).default('all'),
  APP_DATABASE_URL: url,
  WORKER_DATABASE_URL: url,
  IDENTITY_DATABASE_URL: url.optional(),
  PUBLIC_URL: url,
  CORS_ORIGINS: list.default([]),
  LINK_SIGNING_KEY: z.string().min(32),
  FILES_DIR: z.string().min(1).optional(),
  S3_ENDPOINT: url.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  WECHAT_API_BASE: url.default('https://api.weixin.qq.com'),
  WECHAT_PAY_BASE: url.default('https://api.mch.weixin.qq.com'),
  WECHAT_APP_ID: z.string().min(1),
  WECHAT_APP_SECRET: z.string().min(1),
  WECHAT_MESSAGE_TOKEN: z.string().min(8),
  WECHAT_TEMPLATES: templates,
  WECHAT_ENV_VERSION: z.enum(['release', 'trial', 'develop']).default('release'),
  SMS_GATEWAY_URL: url,
  SMS_GATEWAY_KEY: z.string().min(8),
  SMS_PER_MINUTE: z.coerce.number().int().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.string().min(3).optional(),
  SMTP_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  IMAP_INSIDE_HOSTS: list.default([]),
  WECOM_API_BASE: url.default('https://qyapi.weixin.qq.com'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

const PAY_ORIGINS = new Set(['https://api.mch.weixin.qq.com', 'https://api2.mch.weixin.qq.com'])

/** Everything the program may be told from outside; read once at start. */
export type Config = z.infer<typeof shape> & { IDENTITY_DATABASE_URL: string }

export const CONFIG = Symbol('config')

/**
 * Reads the configuration and refuses a wrong one before anything starts.
 * @throws Error that names every wrong variable.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = shape.safeParse(given)
  const faults = read.success
    ? conflicts(read.data)
    : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (!read.success || faults.length > 0) throw new Error(`The configuration is wrong:\n  ${faults.join('\n  ')}`)
  return { ...read.data, IDENTITY_DATABASE_URL: read.data.IDENTITY_DATABASE_URL ?? asIdentity(read.data.APP_DATABASE_URL) }
}

function conflicts(config: z.infer<typeof shape>): string[] {
  const faults: string[] = []
  if (!config.FILES_DIR && !config.S3_BUCKET) faults.push('FILES_DIR or S3_BUCKET: one of them must say where files are kept')
  if (config.SMTP_URL && !config.SMTP_FROM) faults.push('SMTP_FROM: mail needs a sender, e.g. 一诺物业 <notice@example.com>')
  if (config.NODE_ENV === 'production') {
    if (new URL(config.WECOM_API_BASE).origin !== 'https://qyapi.weixin.qq.com')
      faults.push('WECOM_API_BASE: production speaks to qyapi.weixin.qq.com only')
    if (new URL(config.WECHAT_API_BASE).host !== 'api.weixin.qq.com')
      faults.push('WECHAT_API_BASE: production speaks to api.weixin.qq.com only')
    if (!PAY_ORIGINS.has(new URL(config.WECHAT_PAY_BASE).origin))
      faults.push('WECHAT_PAY_BASE: production speaks to api.mch.weixin.qq.com or api2.mch.weixin.qq.com only')
    if (!config.PUBLIC_URL.startsWith('https://')) faults.push('PUBLIC_URL: must be https in production')
  }
  return faults
}

function asIdentity(appUrl: string): string {
  const url = new URL(appUrl)
  if (url.username === 'yinuo_app') url.username = 'yinuo_identity'
  return url.toString()
}
