import type { Labels } from './label.ts'

/** Whose money it is: accounts are kept, and published, for each apart (民法典 282 and 943). */
export const funds = {
  'property-fee': '物业费',
  parking: '停车费',
  'common-income': '公共收益',
  'repair-fund': '维修资金',
  collected: '代收代缴',
} as const satisfies Labels<string>
export type Fund = keyof typeof funds

/** Accounts (科目) of the books of a community. Debits and credits of an entry are equal. */
export const ledgerAccounts = {
  cash: '现金',
  bank: '银行存款',
  wechat: '微信支付',
  receivable: '应收账款',
  prepaid: '预收款',
  suspense: '待处理多收款',
  collected: '代收代缴款',
  income: '收入',
  expense: '支出',
} as const satisfies Labels<string>
export type LedgerAccount = keyof typeof ledgerAccounts

/** Where money lies. */
export const moneyAccounts = ['cash', 'bank', 'wechat'] as const satisfies LedgerAccount[]
export type MoneyAccount = (typeof moneyAccounts)[number]

export const ledgerSides = { debit: '借', credit: '贷' } as const satisfies Labels<string>
export type LedgerSide = keyof typeof ledgerSides

/** What happened, by the entry it leaves. */
export const entryKinds = {
  'bill-run': '账单生成',
  'bill-reversal': '账单冲销',
  'bill-waiver': '账单减免',
  payment: '收款',
  'balance-use': '预存抵扣',
  overpayment: '多收款处理',
  refund: '退款',
  income: '其他收入',
  spending: '支出',
  transfer: '资金调拨',
  adjustment: '调整',
  reversal: '红字冲销',
} as const satisfies Labels<string>
export type EntryKind = keyof typeof entryKinds

/** What a line counts as in the accounts that are published; other lines move money inside the books only. */
export const publishedSides = { received: '收入', refunded: '退还', spent: '支出' } as const satisfies Labels<string>
export type PublishedSide = keyof typeof publishedSides

/** What a charge is reckoned by (FIN-01). */
export const chargeBases = {
  area: '按面积',
  unit: '按户',
  space: '按车位',
  meter: '按表计量',
  shared: '分摊',
} as const satisfies Labels<string>
export type ChargeBasis = keyof typeof chargeBases

/** By what a shared cost is divided among units. */
export const shareKeys = { area: '按面积', heads: '按人数', unit: '按户' } as const satisfies Labels<string>
export type ShareKey = keyof typeof shareKeys

/** What meters of a home count. */
export const meterKinds = {
  water: '自来水',
  'hot-water': '热水',
  electricity: '电',
  gas: '燃气',
  heat: '供热',
} as const satisfies Labels<string>
export type MeterKind = keyof typeof meterKinds

/** In what a meter counts. */
export const meterUnits: Readonly<Record<MeterKind, string>> = {
  water: '吨',
  'hot-water': '吨',
  electricity: '度',
  gas: '立方米',
  heat: '千瓦时',
}

/** How a reading came about. */
export const readingWays = { read: '抄见', estimated: '估抄' } as const satisfies Labels<string>
export type ReadingWay = keyof typeof readingWays

/** Why a unit pays less of a charge for a while. */
export const exemptionKinds = { vacancy: '空置', exemption: '减免' } as const satisfies Labels<string>
export type ExemptionKind = keyof typeof exemptionKinds

/** How far a run of bills is. */
export const runStates = {
  working: '生成中',
  stuck: '暂停',
  done: '已完成',
  reversed: '已冲销',
} as const satisfies Labels<string>
export type RunState = keyof typeof runStates

/** Why nothing is asked of a unit for a charge and a period. */
export const leftOutReasons = {
  billed: '本期账单已经生成',
  'no-price': '本期没有单价',
  'not-delivered': '本期还没有交付',
  exempt: '本期全部减免',
  'no-reading': '本期没有抄表',
  unusual: '抄表读数异常，还没有核对',
  'no-cost': '本期没有登记分摊费用',
  nothing: '本期应收为零',
} as const satisfies Labels<string>
export type LeftOutReason = keyof typeof leftOutReasons

/** Which bills a list shows. */
export const billFilters = {
  owed: '未缴清',
  overdue: '已逾期',
  paid: '已缴清',
  reversed: '已冲销',
} as const satisfies Labels<string>
export type BillFilter = keyof typeof billFilters

/** Which of their bills a resident looks at. */
export const ownBillStates = { owed: '待缴', paid: '已缴' } as const satisfies Labels<string>
export type OwnBillState = keyof typeof ownBillStates

/** How long the period of a bill is. */
export const chargeCycles = {
  month: '按月',
  quarter: '按季',
  'half-year': '按半年',
  year: '按年',
} as const satisfies Labels<string>
export type ChargeCycle = keyof typeof chargeCycles

/** Why there is a bill. */
export const billKinds = { charge: '收费', 'late-fee': '违约金', service: '有偿服务' } as const satisfies Labels<string>
export type BillKind = keyof typeof billKinds

/** How far a bill is paid: reckoned from its sums, never typed. */
export const billStates = {
  open: '待缴',
  part: '部分缴纳',
  paid: '已缴清',
  reversed: '已冲销',
} as const satisfies Labels<string>
export type BillState = keyof typeof billStates

export const paymentWays = {
  wechat: '微信支付',
  cash: '现金',
  transfer: '银行转账',
  pos: '刷卡',
  balance: '预存抵扣',
} as const satisfies Labels<string>
export type PaymentWay = keyof typeof paymentWays

/** Ways of paying at the counter. */
export const counterWays = ['cash', 'transfer', 'pos'] as const satisfies PaymentWay[]
export type CounterWay = (typeof counterWays)[number]

export const paymentStates = { open: '待支付', paid: '已支付', closed: '已关闭' } as const satisfies Labels<string>
export type PaymentState = keyof typeof paymentStates

/** How a merchant of WeChat Pay is held: by the company itself, or below a service provider. */
export const merchantModes = { direct: '普通商户', partner: '服务商' } as const satisfies Labels<string>
export type MerchantMode = keyof typeof merchantModes

/** How it is known that a payment was made (trust: no bill is paid without one of these). */
export const paymentProofs = {
  notice: '微信支付通知',
  query: '微信支付查单',
  'trade-bill': '微信交易账单',
  counter: '柜台收款',
  balance: '预存余额',
} as const satisfies Labels<string>
export type PaymentProof = keyof typeof paymentProofs

/** Why more came in than was owed. */
export const overpaymentReasons = {
  late: '关闭后才付款',
  double: '账单已由别处缴清',
  reversed: '账单已冲销',
} as const satisfies Labels<string>
export type OverpaymentReason = keyof typeof overpaymentReasons

export const overpaymentStates = { open: '待处理', credited: '已转预存', refunded: '已退款' } as const satisfies Labels<string>
export type OverpaymentState = keyof typeof overpaymentStates

export const refundStates = {
  asked: '待审批',
  refused: '未批准',
  approved: '待退款',
  sent: '退款中',
  done: '已退款',
  abnormal: '退款异常',
  closed: '退款关闭',
} as const satisfies Labels<string>
export type RefundState = keyof typeof refundStates

/** What money was spent on; of each fund what is usual. */
export const spendingCategories = {
  labour: '人员费用',
  cleaning: '保洁服务',
  security: '秩序维护',
  greening: '绿化养护',
  energy: '公共水电',
  maintenance: '设施设备维修养护',
  lift: '电梯维保',
  fire: '消防维保',
  office: '办公费用',
  insurance: '保险费用',
  tax: '税费',
  'payment-fee': '支付手续费',
  renewal: '更新改造',
  returned: '返还业主',
  other: '其他支出',
} as const satisfies Labels<string>
export type SpendingCategory = keyof typeof spendingCategories

/** Where income that is not a bill comes from (公共收益 and other). */
export const incomeCategories = {
  advertising: '广告位',
  'public-parking': '公共车位',
  premises: '公共用房与场地',
  express: '快递柜与自助设备',
  telecom: '通信设施占用',
  recycling: '废品回收',
  interest: '利息',
  compensation: '赔偿收入',
  other: '其他收入',
} as const satisfies Labels<string>
export type IncomeCategory = keyof typeof incomeCategories

/** What a receipt says, as it was when the money came (kept with it). */
export interface ReceiptContent {
  companyName: string
  communityName: string
  unitLabel: string
  payerName: string
  way: PaymentWay
  reference: string
  /** RFC 3339 */
  paidAt: string
  lines: { billId: string; text: string; amountFen: number }[]
  /** paid ahead, into the balance of the unit */
  aheadFen: number
  /** more than was owed */
  overFen: number
  amountFen: number
}

/** A price is so many of these to the yuan: 2.85 元 a square metre is 28 500. */
export const RATE_PER_YUAN = 10_000

export const moneyLimits = {
  /** No single bill, payment or entry is above 1 亿元. */
  amountFen: 10_000_000_000,
  /** How many bills are paid at once (payments keep each apart). */
  billsAtOnce: 50,
  reason: 80,
  text: 200,
  reference: 64,
  chargeName: 30,
  /** Places before the point of a meter, and the most it counts in thousandths. */
  meterDigits: { min: 3, max: 9 },
  tiers: 6,
  /** Readings typed in at once. */
  readingsAtOnce: 500,
  /** How far ahead bills are made. */
  monthsAhead: 3,
} as const
