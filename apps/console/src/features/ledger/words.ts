import { incomeCategories, spendingCategories } from '@yinuo/contracts'

/** A category in a word; the name of a charge is one already. */
export const categoryWord = (category: string): string =>
  spendingCategories[category as 'other'] ?? incomeCategories[category as 'other'] ?? category

/** "2026-09" as people say it. */
export function spokenMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}
