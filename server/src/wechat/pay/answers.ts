/** How an order stands at WeChat: SUCCESS, REFUND, NOTPAY, CLOSED, REVOKED, USERPAYING, PAYERROR, or what is to come. */
export interface Trade {
  outTradeNo: string
  transactionId: string | null
  state: string
  totalFen: number | null
  currency: string | null
  mchid: string | null
  subMchid: string | null
  appid: string | null
  openid: string | null
  paidAt: Date | null
}

/** How a refund stands at WeChat: SUCCESS, PROCESSING, CLOSED, ABNORMAL. */
export interface RefundStanding {
  outRefundNo: string
  refundId: string | null
  outTradeNo: string | null
  state: string
  refundFen: number | null
  totalFen: number | null
  doneAt: Date | null
}

type Given = Record<string, unknown>

const textIn = (given: Given, name: string): string | null => {
  const value = given[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const numberIn = (given: Given, name: string): number | null => {
  const value = given[name]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

const objectIn = (given: Given, name: string): Given => {
  const value = given[name]
  return typeof value === 'object' && value !== null ? (value as Given) : {}
}

const instantIn = (given: Given, name: string): Date | null => {
  const at = new Date(textIn(given, name) ?? NaN)
  return Number.isNaN(at.getTime()) ? null : at
}

/** An order as a query answers and a notice tells it, of a merchant of its own or of one below a service provider. */
export function readTrade(given: Given): Trade {
  const [amount, payer] = [objectIn(given, 'amount'), objectIn(given, 'payer')]
  return {
    outTradeNo: textIn(given, 'out_trade_no') ?? '',
    transactionId: textIn(given, 'transaction_id'),
    state: textIn(given, 'trade_state') ?? '',
    totalFen: numberIn(amount, 'total'),
    currency: textIn(amount, 'currency'),
    mchid: textIn(given, 'mchid') ?? textIn(given, 'sp_mchid'),
    subMchid: textIn(given, 'sub_mchid'),
    appid: textIn(given, 'appid') ?? textIn(given, 'sp_appid'),
    openid: textIn(payer, 'openid') ?? textIn(payer, 'sp_openid'),
    paidAt: instantIn(given, 'success_time'),
  }
}

/** A refund as an answer has it (`status`) and a notice tells it (`refund_status`). */
export function readRefund(given: Given): RefundStanding {
  const amount = objectIn(given, 'amount')
  return {
    outRefundNo: textIn(given, 'out_refund_no') ?? '',
    refundId: textIn(given, 'refund_id'),
    outTradeNo: textIn(given, 'out_trade_no'),
    state: textIn(given, 'status') ?? textIn(given, 'refund_status') ?? '',
    refundFen: numberIn(amount, 'refund'),
    totalFen: numberIn(amount, 'total'),
    doneAt: instantIn(given, 'success_time'),
  }
}
