import { randomBytes } from 'node:crypto'

/** The sentences WeChat's servers answer with, spelling included ("emtpy" is theirs). */
export const errorTexts: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001:
    'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43104: 'appid not match openid',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
  61010: 'code is expired',
}

/** A refusal by WeChat: HTTP 200 with errcode and errmsg. */
export class WechatError extends Error {
  readonly errcode: number

  constructor(errcode: number, text = errorTexts[errcode] ?? 'system error') {
    super(text)
    this.errcode = errcode
  }

  answer(seconds: number): { errcode: number; errmsg: string } {
    // The template-value refusals carry "rid" without the comma the login refusals have.
    const separator = this.errcode === 40163 || this.errcode === 40029 ? ', ' : ' '
    return { errcode: this.errcode, errmsg: `${this.message}${separator}rid: ${rid(seconds)}` }
  }
}

/** WeChat's request id: three groups of eight hex digits, the first being the time. */
export function rid(seconds: number): string {
  return `${seconds.toString(16).padStart(8, '0')}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`
}
