import type { OwnPayment, OwnPaymentRow, PaymentWay } from '@yinuo/contracts'
import { paymentStates } from '@yinuo/contracts'
import type { Tone } from '../../theme/tokens.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { saidMoney } from '../../words/money.ts'
import type { Said } from './use-pay.ts'

interface Face {
  tone: Tone
  icon: IconName
  text: string
}

/** How a payment stands, on a list. */
export function paymentFace({ state, amountFen, refundedFen }: Pick<OwnPaymentRow, 'state' | 'amountFen' | 'refundedFen'>): Face {
  if (state === 'open') return { tone: 'waiting', icon: 'clock', text: paymentStates.open }
  if (state === 'closed') return { tone: 'done', icon: 'close', text: paymentStates.closed }
  if (refundedFen === 0) return { tone: 'onTime', icon: 'done', text: paymentStates.paid }
  return { tone: 'done', icon: 'swap', text: refundedFen === amountFen ? '已退款' : `已退 ${saidMoney(refundedFen)}` }
}

const arrived: Readonly<Record<PaymentWay, string>> = {
  wechat: '微信支付已到账',
  cash: '现金已收到',
  transfer: '转账已到账',
  pos: '刷卡已到账',
  balance: '已从预存余额扣除',
}

export interface OutcomeWords {
  kind: 'paid' | 'checking' | 'unpaid' | 'closed'
  title: string
  text: string
}

/** What somebody reads who comes back from WeChat, or opens a payment later. The server's word counts, not WeChat's app's. */
export function outcomeOf(
  { state, way, overFen, mine }: Pick<OwnPayment, 'state' | 'way' | 'overFen' | 'mine'>,
  said: Said | null,
  because: string,
): OutcomeWords {
  if (state === 'paid') {
    const over = overFen > 0 ? `其中 ${saidMoney(overFen)} 多于应缴，物业会退还或转为预存。` : ''
    return { kind: 'paid', title: '已支付', text: over || `${arrived[way]}，账单已经核销。` }
  }
  if (state === 'closed') return { kind: 'closed', title: '已关闭', text: '这笔没有扣款，账单可以重新缴。' }
  if (!mine) return { kind: 'unpaid', title: '正在支付', text: '家人正在支付这笔；结果会自动显示在这里。' }
  if (said === 'paid') return { kind: 'checking', title: '正在核实', text: '正在向微信核实，通常几秒钟。请不要重复支付。' }
  if (said === 'cancelled') return { kind: 'unpaid', title: '还没有支付', text: '您取消了支付，没有扣款。' }
  if (said === 'refused')
    return { kind: 'unpaid', title: '没有支付成功', text: because ? `微信：${because}。` : '微信没有完成支付。' }
  return { kind: 'unpaid', title: '还没有支付', text: '还没有查到付款。如果刚刚付过，结果会自动显示，请不要重复支付。' }
}
