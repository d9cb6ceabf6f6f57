import { createHash } from 'node:crypto'
import type { Row } from './bill-columns.ts'
import { billTime, sum, timeOf, yuan } from './trade-rows.ts'
import type { Trade } from './trade-rows.ts'

interface Flow {
  at: number
  trade: Trade
  name: '交易' | '退款' | '扣除交易手续费' | '退还交易手续费'
  /** more than nothing comes in, less goes out */
  fen: number
}

/** What came into the account and went out of it: each payment and refund, and the fee of each. */
export function flowsOf(trades: Trade[]): { rows: Row[]; summary: Row } {
  let balance = 0
  const flows = trades.flatMap(movementsOf)
  const rows = flows.map(({ at, trade, name, fen }) => {
    balance += fen
    const reference = trade.refund ? trade.refund.refundId : (trade.order.transactionId ?? '')
    return {
      记账时间: billTime(at),
      微信支付业务单号: reference,
      资金流水单号: createHash('sha1').update(`${reference}/${name}`).digest('hex').slice(0, 28),
      业务名称: name,
      业务类型: name.includes('手续费') ? '手续费' : name,
      收支类型: fen > 0 ? '收入' : '支出',
      '收支金额(元)': yuan(Math.abs(fen)),
      '账户结余(元)': yuan(balance),
      资金变更提交申请人: 'system',
      备注: trade.order.description,
      业务凭证号: trade.refund?.outRefundNo ?? trade.order.outTradeNo,
    }
  })
  const incoming = flows.filter(({ fen }) => fen > 0)
  const outgoing = flows.filter(({ fen }) => fen < 0)
  const summary = {
    资金流水总笔数: String(flows.length),
    收入笔数: String(incoming.length),
    收入金额: yuan(sum(incoming, ({ fen }) => fen)),
    支出笔数: String(outgoing.length),
    支出金额: yuan(-sum(outgoing, ({ fen }) => fen)),
  }
  return { rows, summary }
}

function movementsOf(trade: Trade): Flow[] {
  const { refund, totalFen, refundFen, feeFen } = trade
  const at = timeOf(trade)
  const main: Flow = refund ? { at, trade, name: '退款', fen: -refundFen } : { at, trade, name: '交易', fen: totalFen }
  if (feeFen === 0) return [main]
  return [main, { at, trade, name: refund ? '退还交易手续费' : '扣除交易手续费', fen: -feeFen }]
}
