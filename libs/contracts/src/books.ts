import type { Labels } from './label.ts'
import type { LedgerAccount } from './money.ts'

/** Accounts that an entry by hand may touch; the others follow bills and payments alone. */
export const adjustableAccounts = {
  cash: '现金',
  bank: '银行存款',
  wechat: '微信支付',
  income: '收入',
  expense: '支出',
} as const satisfies Partial<Record<LedgerAccount, string>>
export type AdjustableAccount = keyof typeof adjustableAccounts

/** Accounts money is moved between by hand. */
export const transferAccounts = { cash: '现金', bank: '银行存款', wechat: '微信支付' } as const satisfies Partial<
  Record<LedgerAccount, string>
>
export type TransferAccount = keyof typeof transferAccounts

/** What proves an entry. */
export const voucherKinds = { file: '照片', document: '文件', case: '工单' } as const satisfies Labels<string>
export type VoucherKind = keyof typeof voucherKinds

/** What is looked at before a month is closed. */
export const closingChecks = {
  'records-asked': '收支登记待审批',
  'payments-open': '微信支付未了结',
  'refunds-open': '退款未了结',
  'overpayments-open': '多收款待处理',
} as const satisfies Labels<string>
export type ClosingCheckCode = keyof typeof closingChecks

export const closingActions = { closed: '结账', reopened: '反结账' } as const satisfies Labels<string>
export type ClosingAction = keyof typeof closingActions

/** Spending, or income that is not a bill. */
export const fundRecordSides = { spending: '支出', income: '收入' } as const satisfies Labels<string>
export type FundRecordSide = keyof typeof fundRecordSides

export const fundRecordStates = {
  asked: '待审批',
  refused: '未通过',
  booked: '已入账',
  reversed: '已冲销',
} as const satisfies Labels<string>
export type FundRecordState = keyof typeof fundRecordStates

/** Out of, or into, where money lies. */
export const fundRecordAccounts = { bank: '银行转账', cash: '现金', wechat: '微信支付' } as const satisfies Partial<
  Record<LedgerAccount, string>
>
export type FundRecordAccount = keyof typeof fundRecordAccounts

export const bookLimits = {
  /** Rows of a workbook, entered while the sender waits. */
  importRows: 500,
  /** Above this a second person looks at a record, where a community has decided nothing. */
  approveAboveFen: 500_000,
  vouchers: 9,
  linesByHand: 20,
  /** Months a chart shows. */
  months: 24,
} as const
