import { setTimeout as pause } from 'node:timers/promises'
import { Inject, Injectable, Optional } from '@nestjs/common'
import { Clock } from '../platform/clock/index.ts'
import { CONFIG, type Config } from '../platform/config/index.ts'
import { WorkerDatabase } from '../platform/database/index.ts'
import { callWechat, type Picture, type WechatCall, type WechatServer } from './client/call-wechat.ts'
import { unavailable, WechatError } from './client/wechat-error.ts'
import { AccessTokens } from './token/access-tokens.ts'
import { TokenStore } from './token/token-store.ts'

export interface WechatIdentity {
  openid: string
  unionid: string | null
}

export type CodePicture = Picture

export interface SubscribeMessage {
  openid: string
  templateId: string
  /** without a leading slash, e.g. `pages/repair/index?id=…` */
  page: string
  values: Readonly<Record<string, string>>
}

export type CheckVerdict = 'pass' | 'review' | 'risky'

/** Where checked content stands, in WeChat's numbering. */
export const checkScenes = { profile: 1, comment: 2, forum: 3, social: 4 } as const
export type CheckScene = keyof typeof checkScenes

/** How long WeChat is given to answer one call; provide it to change it. */
export const WECHAT_TIMEOUT_MS = Symbol('wechat timeout')
const USUAL_TIMEOUT_MS = 8_000
const BUSY_PAUSE_MS = 200
const LONGEST_CHECKED_TEXT = 2_500

/** WeChat's open platform, as far as a mini-program of ours needs it. Every method throws WechatError. */
@Injectable()
export class Wechat {
  /** The account's subscribe templates: their ids by our names. */
  readonly templateIds: Readonly<Record<string, string>>
  readonly #config: Config
  readonly #server: WechatServer
  readonly #tokens: AccessTokens

  constructor(
    @Inject(CONFIG) config: Config,
    clock: Clock,
    database: WorkerDatabase,
    @Optional() @Inject(WECHAT_TIMEOUT_MS) timeoutMs: number = USUAL_TIMEOUT_MS,
  ) {
    this.#config = config
    this.templateIds = config.WECHAT_TEMPLATES
    this.#server = { origin: new URL(config.WECHAT_API_BASE).origin, timeoutMs }
    const account = { appId: config.WECHAT_APP_ID, appSecret: config.WECHAT_APP_SECRET }
    this.#tokens = new AccessTokens(
      new TokenStore(database, account.appId, config.LINK_SIGNING_KEY),
      clock,
      this.#server,
      account,
    )
  }

  /** Who holds the phone that got this code from wx.login. WeChat's session key stays unread: we make sessions of our own. */
  async signIn(code: string): Promise<WechatIdentity> {
    const { WECHAT_APP_ID: appid, WECHAT_APP_SECRET: secret } = this.#config
    const query = { appid, secret, js_code: code, grant_type: 'authorization_code' }
    const { openid, unionid } = asJson(await this.#call({ endpoint: '/sns/jscode2session', query }))
    if (typeof openid !== 'string') throw unavailable('/sns/jscode2session', 'an answer without an openid', true)
    return { openid, unionid: typeof unionid === 'string' ? unionid : null }
  }

  /** The phone number its owner gave by one tap; each success costs money, so ask once, at the binding of a home. */
  async phoneNumber(code: string): Promise<string> {
    const endpoint = '/wxa/business/getuserphonenumber'
    const answer = asJson(await this.#authorised({ endpoint, body: { code } })) as {
      phone_info?: { purePhoneNumber?: string; watermark?: { appid?: string } }
    }
    const { purePhoneNumber, watermark } = answer.phone_info ?? {}
    if (!purePhoneNumber || watermark?.appid !== this.#config.WECHAT_APP_ID)
      throw new WechatError({ kind: 'code-invalid', endpoint, errcode: null, message: 'the watermark is not ours' })
    return purePhoneNumber
  }

  /** A mini-program code to print. `scene` is at most 32 characters of WeChat's alphabet. */
  async unlimitedCode({ scene, page, width }: { scene: string; page: string; width: number }): Promise<CodePicture> {
    const endpoint = '/wxa/getwxacodeunlimit'
    if (!/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(scene))
      throw new WechatError({ kind: 'bad-value', endpoint, errcode: null, message: 'the scene holds what WeChat does not take' })
    const { WECHAT_ENV_VERSION: version } = this.#config
    const body = { scene, page, width, env_version: version, check_path: version === 'release' }
    const answer = await this.#authorised({ endpoint, body })
    if (!isPicture(answer)) throw unavailable(endpoint, 'an answer without a picture', false)
    return answer
  }

  /**
   * Sends one message on one grant.
   * @returns WeChat's id of the message, which comes back in `subscribe_msg_sent_event`
   */
  async sendSubscribeMessage({ openid, templateId, page, values }: SubscribeMessage): Promise<string> {
    const answer = asJson(
      await this.#authorised({
        endpoint: '/cgi-bin/message/subscribe/send',
        body: {
          touser: openid,
          template_id: templateId,
          page,
          data: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])),
          miniprogram_state: { release: 'formal', trial: 'trial', develop: 'developer' }[this.#config.WECHAT_ENV_VERSION],
          lang: 'zh_CN',
        },
      }),
    )
    return String(answer.msgid ?? '')
  }

  /** Whether a text may be shown. The person must have used the mini-program within two hours. */
  async checkText(text: string, openid: string, scene: CheckScene): Promise<{ verdict: CheckVerdict; traceId: string }> {
    const content = [...text].slice(0, LONGEST_CHECKED_TEXT).join('')
    const body = { version: 2, openid, scene: checkScenes[scene], content }
    const answer = asJson(await this.#authorised({ endpoint: '/wxa/msg_sec_check', body })) as {
      result?: { suggest?: string }
      trace_id?: string
    }
    return { verdict: verdictOf(answer.result?.suggest), traceId: answer.trace_id ?? '' }
  }

  /** Asks about a photo at a public address. The verdict comes within 30 minutes, as the event `wxa_media_check`. */
  async checkPhoto(url: string, openid: string, scene: CheckScene): Promise<{ traceId: string }> {
    const body = { version: 2, openid, scene: checkScenes[scene], media_url: url, media_type: 2 }
    const answer = asJson(await this.#authorised({ endpoint: '/wxa/media_check_async', body }))
    return { traceId: String(answer.trace_id ?? '') }
  }

  /** With the shared token. A token that is not accepted is fetched again once, and the call repeated once. */
  async #authorised(call: WechatCall): Promise<Record<string, unknown> | Picture> {
    const token = await this.#tokens.current()
    try {
      return await this.#call({ ...call, query: { ...call.query, access_token: token } })
    } catch (error) {
      if (!(error instanceof WechatError) || error.kind !== 'token-invalid') throw error
      return this.#call({ ...call, query: { ...call.query, access_token: await this.#tokens.insteadOf(token) } })
    }
  }

  /** "System busy" is asked once more after a pause, as WeChat says; nothing else is. */
  async #call(call: WechatCall): Promise<Record<string, unknown> | Picture> {
    try {
      return await callWechat(this.#server, call)
    } catch (error) {
      if (!(error instanceof WechatError) || error.kind !== 'busy') throw error
      await pause(BUSY_PAUSE_MS + Math.random() * BUSY_PAUSE_MS)
      return callWechat(this.#server, call)
    }
  }
}

function isPicture(answer: Record<string, unknown> | Picture): answer is Picture {
  return Buffer.isBuffer(answer.bytes)
}

function asJson(answer: Record<string, unknown> | Picture): Record<string, unknown> {
  return isPicture(answer) ? {} : answer
}

/** An answer we cannot read is looked at by a person. */
function verdictOf(suggest: string | undefined): CheckVerdict {
  return suggest === 'pass' || suggest === 'risky' ? suggest : 'review'
}
