/** How WeChat Pay says no: a status of HTTP and a word. */
export const payErrors = {
  PARAM_ERROR: 400,
  INVALID_REQUEST: 400,
  APPID_MCHID_NOT_MATCH: 400,
  MCH_NOT_EXISTS: 400,
  ORDER_CLOSED: 400,
  ORDERPAID: 400,
  NO_STATEMENT_EXIST: 400,
  STATEMENT_CREATING: 400,
  SIGN_ERROR: 401,
  NO_AUTH: 403,
  OUT_TRADE_NO_USED: 403,
  NOT_ENOUGH: 403,
  NOTENOUGH: 403,
  TRADE_ERROR: 403,
  RULELIMIT: 403,
  ACCOUNTERROR: 403,
  USER_ACCOUNT_ABNORMAL: 403,
  ORDERNOTEXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  FREQUENCY_LIMITED: 429,
  SYSTEM_ERROR: 500,
  OPENID_MISMATCH: 500,
  BANKERROR: 500,
} as const
export type PayErrorCode = keyof typeof payErrors

const sentences: Partial<Record<PayErrorCode, string>> = {
  APPID_MCHID_NOT_MATCH: '商户号和appid没有绑定关系',
  MCH_NOT_EXISTS: '商户号不存在',
  ORDER_CLOSED: '该订单已关闭',
  ORDERPAID: '该订单已支付',
  NO_STATEMENT_EXIST: '账单文件不存在',
  STATEMENT_CREATING: '账单生成中，请稍后再试',
  NO_AUTH: '商户无权限',
  OUT_TRADE_NO_USED: '商户订单号重复',
  NOT_ENOUGH: '基本账户余额不足，请充值后重新发起',
  ORDERNOTEXIST: '订单不存在',
  FREQUENCY_LIMITED: '频率超限，请稍后再试',
  SYSTEM_ERROR: '系统异常，请稍后重试',
}

export class PayError extends Error {
  readonly code: PayErrorCode
  readonly detail: object | undefined

  constructor(code: PayErrorCode, message = sentences[code] ?? code, detail?: object) {
    super(message)
    this.code = code
    this.detail = detail
  }

  get status(): number {
    return payErrors[this.code]
  }

  answer(): object {
    return { code: this.code, ...(this.detail ? { detail: this.detail } : {}), message: this.message }
  }
}

/** What a field of a request must be, in the words of WeChat's answer. */
export function wrongField(field: string, value: unknown, issue: string): PayError {
  return new PayError('PARAM_ERROR', '参数错误', { field: `/${field.replaceAll('.', '/')}`, value, issue, location: 'body' })
}

export function isPayErrorCode(code: unknown): code is PayErrorCode {
  return typeof code === 'string' && Object.hasOwn(payErrors, code)
}
