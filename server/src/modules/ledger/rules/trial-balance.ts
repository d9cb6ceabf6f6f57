import type { LedgerAccount, LedgerSide } from '@yinuo/contracts'

const debitAccounts: readonly LedgerAccount[] = ['cash', 'bank', 'wechat', 'receivable', 'expense']

/** On which side an account stands when all is as usual. */
export const usualSide = (account: LedgerAccount): LedgerSide => (debitAccounts.includes(account) ? 'debit' : 'credit')

/** What an account holds, seen from its usual side: below nothing means it stands on the other one. */
export const balanceOf = (account: LedgerAccount, debitFen: number, creditFen: number): number =>
  usualSide(account) === 'debit' ? debitFen - creditFen : creditFen - debitFen
