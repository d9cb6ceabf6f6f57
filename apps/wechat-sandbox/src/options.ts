import type { Phone } from './phones/phones.ts'

/** A subscribe template as registered with the account: its name in our vocabulary and its id at WeChat. */
export type TemplateIds = Readonly<Record<string, string>>

export interface SandboxOptions {
  appId?: string
  appSecret?: string
  /** token of the message push, signs what is sent to the server's /wechat/events */
  messageToken?: string
  /** the server to which events are pushed; may be told later with connectServer() */
  serverUrl?: string
  /** where it takes events; both usual places are tried otherwise */
  eventsPath?: string
  /** what the phones use as address of the server; serverUrl unless told otherwise */
  phoneApiUrl?: string
  consoleUrl?: string
  templates?: TemplateIds
  publishedPages?: readonly string[]
  smsKey?: string
  phones?: readonly Phone[]
  stateFile?: string
  miniprogramDir?: string
  story?: { login: string; password: string }
  codeLifeSeconds?: number
  tokenLifeSeconds?: number
  /** until the verdict of media_check_async is pushed; WeChat says within 30 minutes */
  mediaVerdictSeconds?: number
  /** calls a minute, by endpoint */
  minuteQuotas?: Readonly<Record<string, number>>
  smsLimits?: { perMinute: number; perDay: number }
  /** keys of robots in WeCom groups */
  robotKeys?: readonly string[]
  robotPerMinute?: number
  /** mail to it lands in the mailbox */
  mailboxDomain?: string
  nodeEnv?: string
}

export interface Settings {
  appId: string
  appSecret: string
  messageToken: string
  eventsPaths: readonly string[]
  templates: TemplateIds
  publishedPages: readonly string[]
  smsKey: string
  phones: readonly Phone[]
  codeLifeSeconds: number
  tokenLifeSeconds: number
  mediaVerdictSeconds: number
  minuteQuotas: Readonly<Record<string, number>>
  smsLimits: { perMinute: number; perDay: number }
  robotKeys: readonly string[]
  robotPerMinute: number
  mailboxDomain: string
  serverUrl: string | undefined
  phoneApiUrl: string | undefined
  consoleUrl: string | undefined
  stateFile: string | undefined
  miniprogramDir: string | undefined
  story: { login: string; password: string } | undefined
}

export const demonstrationTemplates: TemplateIds = {
  'repair-progress': 'YNsbx_RepairProgress_9Qd3kTz0aHc7LmVw5RpE1uXo',
  'repair-finished': 'YNsbx_RepairFinished_4Jf8sBn2gYt6KqCx9WvZ0iDe',
  'complaint-progress': 'YNsbx_ComplaintProgress_5Zb2nVx7hTq4KsMf8RjD0uLc',
  notice: 'YNsbx_Notice_6Tg4yHb8kVe2NpZs1QmC5rWjXa9',
  conversation: 'YNsbx_Conversation_3Rk7wLd5mQs9XaTn2PvC8hYe',
  'work-assigned': 'YNsbx_WorkAssigned_7Mh1pGr5eUo3NaSz8XbQ2lFyTk',
  'work-overdue': 'YNsbx_WorkOverdue_2Kv6dCj9wRi4PtHn1YmB7zEsLo8',
}

/** The robot of the demonstration's group chat. */
export const demonstrationRobotKey = '7c1e5b0a-52d4-4f0e-9a61-yinuosandbox'

/** The pages of the published mini-program; WeChat opens no other from a code or a message. */
export const publishedPages: readonly string[] = [
  'pages/home/index',
  'pages/repairs/index',
  'pages/messages/index',
  'pages/me/index',
  'pages/entry/index',
  'pages/report/index',
  'pages/repair/index',
  'pages/conversation/index',
  'pages/bind/index',
  'pages/invitation/index',
  'pages/household/index',
  'pages/privacy/index',
  'pages/devices/index',
  'pages/message-settings/index',
  'pages/services/index',
  'pages/contact/index',
  'pages/notices/index',
  'pages/notice/index',
  'pages/outage/index',
  'pages/changes/index',
  'pages/meetings/index',
  'pages/meeting/index',
  'pages/disclosures/index',
  'pages/disclosure/index',
  'pages/disclosure-lines/index',
  'pages/complain/index',
  'pages/complaints/index',
  'pages/complaint/index',
  'pages/bills/index',
  'pages/payment/index',
  'pages/payments/index',
  'pages/receipt/index',
  'proof/check/index',
  'staff/today/index',
  'staff/repair/index',
  'staff/conversations/index',
  'staff/conversation/index',
  'staff/sign-in/index',
  'staff/posts/index',
  'staff/documents/index',
  'staff/complaint/index',
  'staff/boxes/index',
  'staff/box-opening/index',
  'staff/visits/index',
  'staff/visit/index',
]

const wechatMinuteQuotas: Readonly<Record<string, number>> = {
  '/cgi-bin/stable_token': 10_000,
  '/wxa/getwxacodeunlimit': 5_000,
  '/wxa/msg_sec_check': 4_000,
  '/wxa/media_check_async': 2_000,
}

export function settingsFrom(options: SandboxOptions): Settings {
  return {
    appId: options.appId ?? 'wx0000yinuosandbox',
    appSecret: options.appSecret ?? 'sandbox-app-secret',
    messageToken: options.messageToken ?? 'sandbox-message-token',
    eventsPaths: options.eventsPath ? [options.eventsPath] : ['/wechat/events', '/api/wechat/events'],
    templates: options.templates ?? demonstrationTemplates,
    publishedPages: options.publishedPages ?? publishedPages,
    smsKey: options.smsKey ?? 'sandbox-sms-key',
    phones: options.phones ?? [],
    codeLifeSeconds: options.codeLifeSeconds ?? 300,
    tokenLifeSeconds: options.tokenLifeSeconds ?? 7200,
    mediaVerdictSeconds: options.mediaVerdictSeconds ?? 2,
    minuteQuotas: { ...wechatMinuteQuotas, ...options.minuteQuotas },
    smsLimits: options.smsLimits ?? { perMinute: 5, perDay: 50 },
    robotKeys: options.robotKeys ?? [demonstrationRobotKey],
    robotPerMinute: options.robotPerMinute ?? 20,
    mailboxDomain: options.mailboxDomain ?? 'yinuo.example',
    serverUrl: options.serverUrl,
    phoneApiUrl: options.phoneApiUrl,
    consoleUrl: options.consoleUrl,
    stateFile: options.stateFile,
    miniprogramDir: options.miniprogramDir,
    story: options.story,
  }
}
