import { ProblemError } from '../../platform/http/problem.ts'

/**
 * What a refusal by WeChat means for us (wechat.md A1):
 * - `busy`: system error, may be tried again
 * - `token-invalid`: the access token is not accepted, even after it was fetched again
 * - `quota`: too many calls, slow down
 * - `code-invalid`: a login or phone-number code that is wrong, used or too old
 * - `blocked`: WeChat holds this user for a risk; never try again
 * - `refused`: the user did not accept this message, or withdrew
 * - `bad-value`: we sent something WeChat does not take
 * - `unknown-user`: not a user of this mini-program, or not one who used it lately
 * - `misconfigured`: our account, secret, address list or rights are wrong
 * - `unavailable`: no answer, or not WeChat's answer
 */
export type WechatErrorKind =
  | 'busy'
  | 'token-invalid'
  | 'quota'
  | 'code-invalid'
  | 'blocked'
  | 'refused'
  | 'bad-value'
  | 'unknown-user'
  | 'misconfigured'
  | 'unavailable'

const kinds: Readonly<Record<number, WechatErrorKind>> = {
  [-1]: 'busy',
  40001: 'token-invalid',
  40014: 'token-invalid',
  42001: 'token-invalid',
  45009: 'quota',
  45011: 'quota',
  40029: 'code-invalid',
  40163: 'code-invalid',
  41008: 'code-invalid',
  40226: 'blocked',
  43101: 'refused',
  40003: 'unknown-user',
  43104: 'unknown-user',
  61010: 'unknown-user',
  40013: 'misconfigured',
  40125: 'misconfigured',
  40164: 'misconfigured',
  41002: 'misconfigured',
  41004: 'misconfigured',
  48001: 'misconfigured',
}

export interface WechatFailure {
  kind: WechatErrorKind
  endpoint: string
  /** WeChat's number; null when what answered was not WeChat. */
  errcode: number | null
  message: string
  /** Whether WeChat may have done what was asked although it did not say so. */
  mayHaveHappened?: boolean
}

/** A call to WeChat that did not do what it was meant to. Holds no token, no secret and nothing of what was sent. */
export class WechatError extends Error {
  readonly kind: WechatErrorKind
  readonly endpoint: string
  readonly errcode: number | null
  /** WeChat's request id, to be quoted when asking them. */
  readonly rid: string | null
  readonly mayHaveHappened: boolean

  constructor({ kind, endpoint, errcode, message, mayHaveHappened = false }: WechatFailure) {
    super(`${endpoint}: ${errcode === null ? '' : `${errcode} `}${message}`)
    this.name = 'WechatError'
    this.kind = kind
    this.endpoint = endpoint
    this.errcode = errcode
    this.rid = /rid: ?([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8})/.exec(message)?.[1] ?? null
    this.mayHaveHappened = mayHaveHappened
  }
}

/** A refusal in WeChat's words. A number nobody has told us of means that we asked in a way WeChat does not take. */
export function refusalOf(endpoint: string, errcode: number, errmsg: string): WechatError {
  return new WechatError({ kind: kinds[errcode] ?? 'bad-value', endpoint, errcode, message: errmsg })
}

/** No answer of WeChat's. */
export function unavailable(endpoint: string, message: string, mayHaveHappened: boolean): WechatError {
  return new WechatError({ kind: 'unavailable', endpoint, errcode: null, message, mayHaveHappened })
}

/** What the person at the phone is told of it. */
export function wechatProblem(error: WechatError): ProblemError {
  if (error.kind === 'code-invalid') return new ProblemError('WECHAT_CODE_INVALID')
  if (error.kind === 'blocked') return new ProblemError('WECHAT_REFUSED')
  if (error.kind === 'quota') return new ProblemError('TOO_MANY_REQUESTS')
  return new ProblemError('WECHAT_UNAVAILABLE')
}
