/**
 * What a refusal by WeChat Pay means for us:
 * - `unavailable`: no answer, one that is not WeChat's, or its own trouble; the same may be asked again
 * - `busy`: too often; later
 * - `paid`, `closed`, `unknown`: how the order stands, or that there is none (nor such a refund)
 * - `number-used`: the number belongs to another order
 * - `short-of-money`: the merchant's account holds too little for the refund
 * - `payer-unreachable`: the payer's account cannot be paid back
 * - `misconfigured`: our merchant, key, app or rights are wrong
 * - `no-statement`, `statement-not-ready`: there is no bill of that day, or not yet
 * - `damaged`: a bill that is not what its digest says
 * - `refused`: anything else WeChat does not take
 */
export type PayErrorKind =
  | 'unavailable'
  | 'busy'
  | 'paid'
  | 'closed'
  | 'unknown'
  | 'number-used'
  | 'short-of-money'
  | 'payer-unreachable'
  | 'misconfigured'
  | 'no-statement'
  | 'statement-not-ready'
  | 'damaged'
  | 'refused'

const kinds: Readonly<Record<string, PayErrorKind>> = {
  FREQUENCY_LIMITED: 'busy',
  FREQUENCY_LIMIT_EXCEED: 'busy',
  RATELIMIT_EXCEED: 'busy',
  ORDERPAID: 'paid',
  ORDER_CLOSED: 'closed',
  ORDERCLOSED: 'closed',
  ORDERNOTEXIST: 'unknown',
  ORDER_NOT_EXIST: 'unknown',
  RESOURCE_NOT_EXISTS: 'unknown',
  OUT_TRADE_NO_USED: 'number-used',
  NOT_ENOUGH: 'short-of-money',
  NOTENOUGH: 'short-of-money',
  USER_ACCOUNT_ABNORMAL: 'payer-unreachable',
  SIGN_ERROR: 'misconfigured',
  NO_AUTH: 'misconfigured',
  MCH_NOT_EXISTS: 'misconfigured',
  APPID_MCHID_NOT_MATCH: 'misconfigured',
  NO_STATEMENT_EXIST: 'no-statement',
  STATEMENT_CREATING: 'statement-not-ready',
}

/** A call to WeChat Pay that did not do what it was meant to. Holds no key and nothing of what was sent. */
export class PayError extends Error {
  readonly kind: PayErrorKind
  /** WeChat's word for it; null when what answered was not WeChat. */
  readonly code: string | null
  /** What WeChat says to people, in Chinese. */
  readonly said: string

  constructor(kind: PayErrorKind, path: string, said: string, code: string | null = null) {
    super(`${path}: ${code === null ? '' : `${code} `}${said}`)
    this.name = 'PayError'
    this.kind = kind
    this.code = code
    this.said = said
  }
}

/** A word nobody has told us of is trouble of WeChat's when it answers 5xx, else something it does not take. */
export function refusalOf(path: string, status: number, code: string, said: string): PayError {
  return new PayError(kinds[code] ?? (status >= 500 ? 'unavailable' : status === 429 ? 'busy' : 'refused'), path, said, code)
}

export const unanswered = (path: string, why: string): PayError => new PayError('unavailable', path, why)
