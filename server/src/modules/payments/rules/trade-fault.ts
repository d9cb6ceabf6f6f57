/** What WeChat says of an order. */
export interface SaidOfTrade {
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

/** The merchant that took the order. */
export interface Payee {
  mchid: string
  subMchid: string | null
  appid: string
}

/** Why what WeChat says of an order does not fit ours. */
export type TradeFault = 'merchant' | 'app' | 'order' | 'amount' | 'currency' | 'payer' | 'state' | 'transaction'

export interface OrderedPayment {
  amountFen: number
  /** null when the account is no more: the money came all the same */
  openid: string | null
}

/** Compares what is said to be paid with what was ordered: by whom, to whom, how much. */
export function faultOfTrade(trade: SaidOfTrade, payment: OrderedPayment, merchant: Payee): TradeFault | null {
  if (trade.mchid !== merchant.mchid || trade.subMchid !== merchant.subMchid) return 'merchant'
  if (trade.appid !== merchant.appid) return 'app'
  if (trade.totalFen !== payment.amountFen) return 'amount'
  if (trade.currency !== 'CNY') return 'currency'
  if (payment.openid !== null && trade.openid !== payment.openid) return 'payer'
  if (!isPaid(trade)) return 'state'
  if (!trade.transactionId || !trade.paidAt) return 'transaction'
  return null
}

/** What was refunded had been paid. */
export const isPaid = ({ state }: Pick<SaidOfTrade, 'state'>): boolean => state === 'SUCCESS' || state === 'REFUND'

/** Nobody can pay it any more. */
export const isOver = ({ state }: Pick<SaidOfTrade, 'state'>): boolean => ['CLOSED', 'REVOKED', 'PAYERROR'].includes(state)
