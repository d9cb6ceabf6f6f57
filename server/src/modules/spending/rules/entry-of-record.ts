import { incomeCategories, spendingCategories, type FundRecordAccount, type FundRecordSide, type Fund } from '@yinuo/contracts'
import type { EntryLine } from '../../ledger/rules/index.ts'

export interface RecordedSum {
  side: FundRecordSide
  fund: Fund
  category: string
  amountFen: number
  account: FundRecordAccount
  text: string
}

/** What is wrong with a record, by field; null when it can be booked. */
export function faultOfRecord({ side, fund, category }: Pick<RecordedSum, 'side' | 'fund' | 'category'>) {
  const categories = side === 'spending' ? spendingCategories : incomeCategories
  if (!(category in categories)) return { field: 'category', message: `请选择项目：${Object.values(categories).join('、')}。` }
  // What is collected for others comes in by bills alone.
  if (side === 'income' && fund === 'collected') return { field: 'fund', message: '代收代缴只能由账单收取，不能登记为收入。' }
  return null
}

/** Money collected for others is passed on out of what is owed to them; all else is income or spending. */
export function linesOfRecord({ side, fund, category, amountFen, account, text }: RecordedSum): EntryLine[] {
  const money = { account, amountFen, fund, text } as const
  if (side === 'income')
    return [
      { ...money, side: 'debit' },
      { account: 'income', side: 'credit', amountFen, fund, category, text, publishedAs: 'received' },
    ]
  return [
    {
      account: fund === 'collected' ? 'collected' : 'expense',
      side: 'debit',
      amountFen,
      fund,
      category,
      text,
      publishedAs: 'spent',
    },
    { ...money, side: 'credit' },
  ]
}
