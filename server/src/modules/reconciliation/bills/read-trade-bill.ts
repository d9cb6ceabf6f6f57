import { BillUnreadable, readTable, type BillRow } from './read-table.ts'

/** One line of a trade bill: an order that was paid, or a refund. */
export interface BillLine {
  kind: 'payment' | 'refund'
  happenedAt: Date
  /** the number we gave it */
  number: string
  /** the number WeChat gave it */
  wechatNumber: string
  /** of a refund: SUCCESS, PROCESSING, FAIL, CHANGE */
  state: string
  amountFen: number
  feeMil: number
  appid: string
  openid: string
}

export interface TradeBill {
  lines: BillLine[]
  paidCount: number
  paidFen: number
  refundCount: number
  refundFen: number
  feeMil: number
}

export interface BilledAccount {
  mchid: string
  subMchid: string | null
}

export const NO_TRADES: TradeBill = { lines: [], paidCount: 0, paidFen: 0, refundCount: 0, refundFen: 0, feeMil: 0 }

/** @throws BillUnreadable when it is of another merchant, says what nobody knows, or its sums are not those of its lines */
export function readTradeBill(text: string, account: BilledAccount): TradeBill {
  const { details, summary } = readTable(text)
  const lines = details.map((row) => lineOf(row, account))
  const [paid, refunds] = [lines.filter(({ kind }) => kind === 'payment'), lines.filter(({ kind }) => kind === 'refund')]
  const bill: TradeBill = {
    lines,
    paidCount: paid.length,
    paidFen: sumOf(paid, ({ amountFen }) => amountFen),
    refundCount: refunds.length,
    refundFen: sumOf(refunds, ({ amountFen }) => amountFen),
    feeMil: sumOf(lines, ({ feeMil }) => feeMil),
  }
  const sums: [string, number, number][] = [
    ['总交易单数', summary.count('总交易单数'), lines.length],
    ['订单总金额', summary.fen('订单总金额'), bill.paidFen],
    ['申请退款总金额', summary.fen('申请退款总金额'), bill.refundFen],
    ['应结订单总金额', summary.fen('应结订单总金额'), sumOf(details, (row) => row.fen('应结订单金额'))],
    ['退款总金额', summary.fen('退款总金额'), sumOf(details, (row) => row.fen('退款金额'))],
    ['手续费总金额', summary.mil('手续费总金额'), bill.feeMil],
  ]
  const wrong = sums.find(([, said, summed]) => said !== summed)
  if (wrong) throw new BillUnreadable(`账单的${wrong[0]}与明细合计不一致`)
  return bill
}

const known: Readonly<Record<string, BillLine['kind']>> = { SUCCESS: 'payment', REFUND: 'refund', REVOKED: 'refund' }

function lineOf(row: BillRow, { mchid, subMchid }: BilledAccount): BillLine {
  if (row.text('商户号') !== mchid || (subMchid !== null && row.text('特约商户号') !== subMchid))
    throw new BillUnreadable('账单不是这个商户号的')
  if (row.text('货币种类') !== 'CNY') throw new BillUnreadable(`账单中有${row.text('货币种类')}，只能核对人民币`)
  const kind = known[row.text('交易状态')]
  if (!kind) throw new BillUnreadable(`账单中有未知的交易状态“${row.text('交易状态')}”`)
  const both = {
    kind,
    happenedAt: row.instant('交易时间'),
    feeMil: row.mil('手续费'),
    appid: row.text('公众账号ID'),
    openid: row.text('用户标识'),
  }
  if (kind === 'payment')
    return {
      ...both,
      number: row.text('商户订单号'),
      wechatNumber: row.text('微信订单号'),
      state: 'SUCCESS',
      amountFen: row.fen('订单金额'),
    }
  return {
    ...both,
    number: row.text('商户退款单号'),
    wechatNumber: row.text('微信退款单号'),
    state: row.text('退款状态'),
    amountFen: row.fen('申请退款金额'),
  }
}

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((sum, item) => sum + of(item), 0)
