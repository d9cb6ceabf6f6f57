import { fundRecordAccounts, fundRecordSides, funds, incomeCategories, spendingCategories } from '@yinuo/contracts'
import type { ColumnsOfSheet } from '../../imports/index.ts'

const categories = [...Object.values(spendingCategories), ...Object.values(incomeCategories)]

/** The columns of a sheet of spending and income, in order. */
export const fundColumns = {
  day: {
    title: '日期',
    also: ['发生日期', '业务日期', '记账日期'],
    example: '2026-10-08',
    hint: '钱付出或收到的那一天，不能晚于今天，所在月份不能已结账',
  },
  side: {
    title: '收支',
    also: ['收支类型', '类型', '收/支'],
    example: fundRecordSides.spending,
    hint: Object.values(fundRecordSides).join('、'),
    choices: Object.values(fundRecordSides),
  },
  fund: {
    title: '资金类别',
    also: ['资金', '款项'],
    example: funds['property-fee'],
    hint: `${Object.values(funds).join('、')}；代收代缴没有收入`,
    choices: Object.values(funds),
  },
  category: {
    title: '项目',
    also: ['收支项目', '科目', '费用类别'],
    example: spendingCategories.cleaning,
    hint: `支出：${Object.values(spendingCategories).join('、')}；收入：${Object.values(incomeCategories).join('、')}`,
    choices: categories,
  },
  amount: { title: '金额(元)', also: ['金额', '发生额'], example: '1200.00', hint: '大于 0，最多两位小数' },
  account: {
    title: '收付方式',
    also: ['付款方式', '收款方式', '结算方式'],
    example: fundRecordAccounts.bank,
    hint: Object.values(fundRecordAccounts).join('、'),
    choices: Object.values(fundRecordAccounts),
  },
  text: { title: '摘要', also: ['说明', '事由', '用途'], example: '十月保洁费', hint: '做了什么，公示时业主看得到' },
  supplier: {
    title: '供应商',
    also: ['往来单位', '收款单位', '付款单位'],
    optional: true,
    example: '',
    hint: '“供应商”里登记的名称，一字不差；可不填',
  },
  reference: {
    title: '票据号',
    also: ['发票号', '发票号码', '凭证号'],
    optional: true,
    example: '',
    hint: '发票或收据号码，可不填',
  },
} as const satisfies ColumnsOfSheet<string>

export type FundColumn = keyof typeof fundColumns

export const fundSheetRules = [
  '从第 2 行开始填写，先删去示例行；一行写一笔。',
  '可以调整列的顺序、增加自己的列；不认识的列不会导入。',
  '同一个文件可以反复导入：已经登记过的行（各列都相同）不再登记。同一天两笔完全相同的，写两行。',
  '有一行有错就一行也不导入；超过审批限额的行要由另一位同事审批后才入账。',
  '票据在登记后从每一笔里查看和核对；导入的行没有附件。',
]
