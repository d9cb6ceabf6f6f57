import { BillUnreadable, readTable } from './read-table.ts'

/** What trades brought into a merchant's account and took out of it; deposits and withdrawals are not trades. */
export interface FundFlow {
  inFen: number
  outFen: number
  feeFen: number
}

const signs: Readonly<Record<string, 1 | -1>> = { 收入: 1, 支出: -1 }

/** @throws BillUnreadable when its sums are not those of its lines */
export function readFundFlowBill(text: string): FundFlow {
  const { details, summary } = readTable(text)
  const flow: FundFlow = { inFen: 0, outFen: 0, feeFen: 0 }
  const all = { 收入: { fen: 0, count: 0 }, 支出: { fen: 0, count: 0 } }
  for (const row of details) {
    const [side, name, fen] = [row.text('收支类型'), row.text('业务名称'), row.fen('收支金额(元)')]
    const sign = signs[side]
    if (!sign) throw new BillUnreadable(`资金账单中有未知的收支类型“${side}”`)
    const sum = all[side as keyof typeof all]
    sum.fen += fen
    sum.count += 1
    if (name.includes('手续费')) flow.feeFen -= sign * fen
    else if (name === '交易') flow.inFen += sign * fen
    else if (name === '退款') flow.outFen -= sign * fen
  }
  const agrees =
    summary.count('资金流水总笔数') === details.length &&
    summary.count('收入笔数') === all.收入.count &&
    summary.fen('收入金额') === all.收入.fen &&
    summary.count('支出笔数') === all.支出.count &&
    summary.fen('支出金额') === all.支出.fen
  if (!agrees) throw new BillUnreadable('资金账单的汇总与明细合计不一致')
  return flow
}
