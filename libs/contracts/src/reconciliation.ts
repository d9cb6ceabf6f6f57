import type { Labels } from './label.ts'

/** How far WeChat's bill of a day is (FIN-03). */
export const statementStates = {
  waiting: '等待账单',
  refused: '账单有误',
  none: '当日无交易',
  checked: '已对账',
} as const satisfies Labels<string>
export type StatementState = keyof typeof statementStates

/** In what WeChat's bill and our books differ. */
export const differenceKinds = {
  unpaid: '微信已收款，系统未到账',
  unknown: '只在微信账单中',
  missing: '只在系统中',
  amount: '金额不一致',
  transaction: '微信支付单号不一致',
  repeated: '微信账单重复',
  'refund-pending': '微信已退款，系统未完成',
  'refund-unknown': '退款只在微信账单中',
  'refund-missing': '退款只在系统中',
  'refund-amount': '退款金额不一致',
  'refund-failed': '微信退款失败，系统已完成',
  flow: '资金账单与交易账单不一致',
} as const satisfies Labels<string>
export type DifferenceKind = keyof typeof differenceKinds

export const differenceStates = { open: '待处理', settled: '已处理', explained: '已说明' } as const satisfies Labels<string>
export type DifferenceState = keyof typeof differenceStates

/** What WeChat's bill settles by itself: it says that money has moved of which we know, in the amount we know. */
export const settledByBill = ['unpaid', 'refund-pending'] as const satisfies DifferenceKind[]

export const reconciliationLimits = {
  /** WeChat keeps bills so long. */
  daysBack: 89,
  /** From this hour of the next day, in Shanghai, there is a bill. */
  fromHour: 10,
  /** What is not checked so many hours after that is late. */
  lateAfterHours: 4,
  /** What happens so close to midnight may stand in the bill of either day. */
  edgeMinutes: 10,
  reason: 200,
} as const
