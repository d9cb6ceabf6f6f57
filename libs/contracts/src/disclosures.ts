import type { Labels } from './label.ts'
import type { ChargeCycle, Fund } from './money.ts'

export const disclosureStates = {
  draft: '待审核',
  checked: '待发布',
  posted: '已发布',
} as const satisfies Labels<string>
export type DisclosureState = keyof typeof disclosureStates

/** Where a period of the calendar stands. */
export const periodStates = {
  coming: '未到期',
  due: '待编制',
  ...disclosureStates,
} as const satisfies Labels<string>
export type PeriodState = keyof typeof periodStates

export const disclosureSteps = {
  copy: '重新取数',
  edit: '修改',
  check: '审核通过',
  return: '退回修改',
  post: '发布',
  correct: '更正',
} as const satisfies Labels<string>
export type DisclosureStep = keyof typeof disclosureSteps

/** What is looked at before a disclosure is checked and posted. */
export const disclosureFindings = {
  'ledger-changed': '账簿在取数之后有变动',
  'ledger-open': '账簿还没有结到期末',
  'opening-differs': '期初结余与上一期公示的期末不一致',
  'bank-missing': '还没有填写期末存款余额',
  'bank-differs': '期末结余与存款余额不一致',
  overpaid: '有多收款还没有处理',
  'vouchers-missing': '有支出还没有凭证',
  'questions-open': '有住户的提问还没有公开答复',
  'notes-empty': '还没有写说明',
} as const satisfies Labels<string>
export type DisclosureFinding = keyof typeof disclosureFindings

/** Only what was copied from the books may be posted; everything else is for people to judge. */
export const blockingFindings = ['ledger-changed'] as const satisfies DisclosureFinding[]

export interface PlannedFund {
  fund: Fund
  cycle: ChargeCycle
  /** to be posted so many days after the period has ended */
  dueAfterDays: number
}

export interface DisclosureChecklist {
  name: string
  /** what it follows */
  law: string
  plans: readonly PlannedFund[]
  /** What is to be made known besides or within the accounts; `fund` says which of them tells it. */
  items: readonly { text: string; fund: Fund | null }[]
}

/** Where a community lies decides what is owed to its residents. A starting point that the office adjusts. */
export const disclosureChecklists = {
  national: {
    name: '通用',
    law: '民法典第二百八十二条、第九百四十三条',
    plans: [
      { fund: 'property-fee', cycle: 'half-year', dueAfterDays: 30 },
      { fund: 'parking', cycle: 'half-year', dueAfterDays: 30 },
      { fund: 'common-income', cycle: 'half-year', dueAfterDays: 30 },
      { fund: 'repair-fund', cycle: 'year', dueAfterDays: 30 },
    ],
    items: [
      { text: '服务事项、负责人员、质量要求', fund: null },
      { text: '收费项目、收费标准及履行情况', fund: 'property-fee' },
      { text: '维修资金使用情况', fund: 'repair-fund' },
      { text: '业主共有部分的经营与收益情况', fund: 'common-income' },
    ],
  },
  beijing: {
    name: '北京市',
    law: '北京市物业管理条例第七十条',
    plans: [
      { fund: 'property-fee', cycle: 'year', dueAfterDays: 31 },
      { fund: 'parking', cycle: 'year', dueAfterDays: 31 },
      { fund: 'common-income', cycle: 'half-year', dueAfterDays: 31 },
      { fund: 'repair-fund', cycle: 'year', dueAfterDays: 31 },
      { fund: 'collected', cycle: 'year', dueAfterDays: 31 },
    ],
    items: [
      { text: '物业服务人的营业执照、项目负责人的基本情况、联系方式以及物业服务投诉电话', fund: null },
      { text: '物业服务内容和标准、收费项目和标准、收费方式', fund: 'property-fee' },
      { text: '电梯、消防等专业设施设备的日常维修保养单位和联系方式', fund: null },
      { text: '上一年度物业服务合同履行及物业服务项目收支情况、本年度物业服务项目收支预算', fund: 'property-fee' },
      { text: '上一年度公共水电费用分摊情况', fund: 'collected' },
      { text: '利用业主共有部分经营、停车服务的收入和支出情况', fund: 'common-income' },
      { text: '维修资金使用情况', fund: 'repair-fund' },
      { text: '业主进行房屋装饰装修活动的情况', fund: null },
    ],
  },
  shanghai: {
    name: '上海市',
    law: '上海市住宅物业管理规定第六十六条',
    plans: [
      { fund: 'property-fee', cycle: 'half-year', dueAfterDays: 30 },
      { fund: 'parking', cycle: 'quarter', dueAfterDays: 30 },
      { fund: 'common-income', cycle: 'quarter', dueAfterDays: 30 },
      { fund: 'repair-fund', cycle: 'half-year', dueAfterDays: 30 },
    ],
    items: [
      { text: '专项维修资金账目，每半年至少一次', fund: 'repair-fund' },
      { text: '公共收益账目，每季度至少一次', fund: 'common-income' },
      { text: '包干或酬金方式下物业服务费的收支情况', fund: 'property-fee' },
    ],
  },
} as const satisfies Readonly<Record<string, DisclosureChecklist>>
export type ChecklistCode = keyof typeof disclosureChecklists

export const checklistNames = {
  national: disclosureChecklists.national.name,
  beijing: disclosureChecklists.beijing.name,
  shanghai: disclosureChecklists.shanghai.name,
} as const satisfies Labels<ChecklistCode>

export const disclosureLimits = {
  notes: 1000,
  reason: 200,
  question: 300,
  answer: 500,
  vouchersOfLine: 9,
  dueAfterDays: 120,
  /** A phone adds the lines of a disclosure up itself when they are at most so many. */
  linesOnPhone: 5000,
} as const
