export const billTypes = ['ALL', 'SUCCESS', 'REFUND'] as const
export type BillType = (typeof billTypes)[number]

const trade =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额'
const refundTimes = '退款申请时间,退款成功时间'
const refund = '微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态'
const rest = '商品名称,商户数据包,手续费,费率,订单金额'

/** The columns stand in another order in each type of bill: who reads them goes by their names. */
export const tradeColumns: Readonly<Record<BillType, readonly string[]>> = {
  ALL: `${trade},${refund},${rest},申请退款金额,费率备注`.split(','),
  SUCCESS: `${trade},${rest},费率备注`.split(','),
  REFUND: `${trade},${refundTimes},${refund},${rest},申请退款金额,费率备注`.split(','),
}

export const tradeSummary = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'.split(
  ',',
)

export const fundFlowColumns =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号'.split(
    ',',
  )
export const fundFlowSummary = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额'.split(',')

export type Row = Record<string, string>

/** The file: a line of names, the details, the names of the summary, the summary; every cell of a value behind a backquote. */
export function billText(columns: readonly string[], rows: Row[], summaryColumns: readonly string[], summary: Row): string {
  const cells = (names: readonly string[], row: Row) => names.map((name) => `\`${row[name] ?? ''}`).join(',')
  const text = [
    columns.join(','),
    ...rows.map((row) => cells(columns, row)),
    summaryColumns.join(','),
    cells(summaryColumns, summary),
  ]
  // As WeChat's files do, it begins with the mark of UTF-8 and ends its lines as Windows does.
  return `\uFEFF${text.join('\r\n')}\r\n`
}
