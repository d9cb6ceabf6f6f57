import { randomInt } from 'node:crypto'
import { Calls } from './calls/calls.ts'
import { MadeCodes } from './codes/made-codes.ts'
import { Scans } from './codes/scans.ts'
import { MediaChecks } from './content-checks/media-checks.ts'
import type { MediaCheck, MediaFinding } from './content-checks/media-checks.ts'
import { EventPushes } from './events/event-pushes.ts'
import { Faults } from './faults/faults.ts'
import { OneTimeCodes } from './login/login-codes.ts'
import type { Settings } from './options.ts'
import { Inboxes } from './phones/inboxes.ts'
import { Phones } from './phones/phones.ts'
import { TextMessages } from './sms/text-messages.ts'
import { Clock } from './state/clock.ts'
import { StateFile } from './state/state-file.ts'
import { Grants } from './subscriptions/grants.ts'
import { Templates } from './subscriptions/templates.ts'
import { AccessTokens } from './tokens/access-tokens.ts'
import { CallQuotas } from './tokens/call-quotas.ts'
import { MailServer } from './mail/mail-server.ts'
import { MailboxServer } from './mail/mailbox-server.ts'
import { Pay } from './pay/pay.ts'
import { GroupChats } from './wecom/group-chats.ts'
import { WechatError } from './wechat-error.ts'

/** Everything WeChat knows, in this sandbox. */
export class World {
  readonly settings: Settings
  readonly clock = new Clock()
  readonly phones: Phones
  readonly inboxes: Inboxes
  readonly oneTimeCodes: OneTimeCodes
  readonly tokens: AccessTokens
  readonly quotas: CallQuotas
  readonly madeCodes: MadeCodes
  readonly scans: Scans
  readonly templates: Templates
  readonly grants = new Grants()
  readonly mediaChecks: MediaChecks
  readonly textMessages: TextMessages
  readonly groupChats: GroupChats
  readonly mail: MailServer
  readonly mailbox: MailboxServer
  readonly faults: Faults
  readonly calls: Calls
  readonly events: EventPushes
  readonly pay: Pay
  readonly file: StateFile

  constructor(settings: Settings) {
    const { clock } = this
    this.settings = settings
    this.phones = new Phones(clock, settings.phones)
    this.inboxes = new Inboxes(clock)
    this.oneTimeCodes = new OneTimeCodes(clock, settings.codeLifeSeconds)
    this.tokens = new AccessTokens(clock, settings.tokenLifeSeconds)
    this.quotas = new CallQuotas(clock, settings.minuteQuotas)
    this.madeCodes = new MadeCodes(clock, settings.publishedPages)
    this.scans = new Scans(clock)
    this.templates = new Templates(settings.templates)
    this.textMessages = new TextMessages(clock, settings.smsLimits)
    this.groupChats = new GroupChats(clock, settings.robotKeys, settings.robotPerMinute)
    this.faults = new Faults(clock)
    this.mailbox = new MailboxServer(clock, this.faults, settings.mailboxDomain)
    this.mail = new MailServer(clock, this.faults, this.mailbox)
    this.calls = new Calls(clock)
    const push = {
      token: settings.messageToken,
      paths: settings.eventsPaths,
      account: 'gh_yinuosandbox',
      url: settings.serverUrl,
    }
    this.events = new EventPushes(clock, push, this.faults, this.calls)
    this.mediaChecks = new MediaChecks(clock, settings.mediaVerdictSeconds, (check, finding) => this.#tellVerdict(check, finding))
    this.pay = new Pay(clock, settings.appId, this.faults, this.calls)
    if (settings.serverUrl) this.pay.notices.connect(settings.serverUrl)
    this.file = new StateFile(settings.stateFile, {
      phones: this.phones,
      inboxes: this.inboxes,
      oneTimeCodes: this.oneTimeCodes,
      tokens: this.tokens,
      madeCodes: this.madeCodes,
      scans: this.scans,
      grants: this.grants,
      textMessages: this.textMessages,
      groupChats: this.groupChats,
      mail: this.mail,
      faults: this.faults,
      calls: this.calls,
      mediaChecks: this.mediaChecks,
      events: this.events,
      merchants: this.pay.merchants,
      platformKeys: this.pay.keys,
      orders: this.pay.orders,
      refunds: this.pay.refunds,
      notices: this.pay.notices,
    })
    this.file.load()
    this.pay.resume()
  }

  credentials(appId: string | undefined, secret: string | undefined): void {
    if (!appId) throw new WechatError(41002)
    if (!secret) throw new WechatError(41004)
    if (appId !== this.settings.appId) throw new WechatError(40013)
    if (secret !== this.settings.appSecret) throw new WechatError(40125)
  }

  authorise(query: unknown): void {
    this.tokens.check((query as { access_token?: string }).access_token)
  }

  /** Nineteen digits, as WeChat's. */
  nextMessageId(): string {
    return `${this.clock.seconds()}${String(randomInt(0, 1_000_000_000)).padStart(9, '0')}`
  }

  stop(): void {
    this.mediaChecks.stop()
    this.events.stop()
    this.pay.stop()
  }

  #tellVerdict({ traceId, openid }: MediaCheck, { errcode, errmsg, verdict }: MediaFinding): void {
    const { suggest, label } = verdict
    this.events.push('wxa_media_check', openid, {
      appid: this.settings.appId,
      trace_id: traceId,
      version: 2,
      detail: [{ strategy: 'content_model', errcode, suggest, label, prob: 90 }],
      errcode,
      errmsg,
      result: { suggest, label },
    })
    void this.file.save()
  }
}
