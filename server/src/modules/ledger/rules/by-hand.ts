import type { AdjustableAccount, Fund, LedgerSide, TransferAccount } from '@yinuo/contracts'
import type { EntryLine } from './entry-lines.ts'

export interface LineByHand {
  account: AdjustableAccount
  side: LedgerSide
  amountFen: number
  fund?: Fund
  category?: string
}

/** What is wrong with an entry by hand, in words for who made it; null when it can be posted. */
export function faultByHand(lines: readonly LineByHand[]): string | null {
  const sum = (side: LedgerSide) => lines.reduce((all, line) => all + (line.side === side ? line.amountFen : 0), 0)
  if (sum('debit') !== sum('credit')) return '借方合计与贷方合计不相等，请核对金额。'
  const nameless = lines.some(
    ({ account, fund, category }) => (account === 'income' || account === 'expense') && !(fund && category),
  )
  return nameless ? '收入、支出科目要注明资金类别和项目。' : null
}

/** Income and spending are published wherever they are adjusted, so that what is published stays what is in the books. */
export const linesByHand = (lines: readonly LineByHand[], text: string): EntryLine[] =>
  lines.map((line) => ({
    ...line,
    text,
    ...(line.account === 'income' ? { publishedAs: 'received' } : {}),
    ...(line.account === 'expense' ? { publishedAs: 'spent' } : {}),
  }))

export const linesOfTransfer = (from: TransferAccount, to: TransferAccount, amountFen: number, text: string): EntryLine[] => [
  { account: to, side: 'debit', amountFen, text },
  { account: from, side: 'credit', amountFen, text },
]
