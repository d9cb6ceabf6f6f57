import type { OwnBill, OwnBillAccount, Page } from '@yinuo/contracts'
import { call } from '../../session/session.ts'

export interface OwnBills {
  account: OwnBillAccount | null
  bills: OwnBill[]
}

/** Everything a home owes, the oldest first, and what it has paid ahead. */
export async function ownBills(unitId: string): Promise<OwnBills> {
  const [accounts, bills] = await Promise.all([call('GET /me/bill-accounts'), allOwed(unitId)])
  return { account: accounts.find((account) => account.unitId === unitId) ?? null, bills: bills.reverse() }
}

async function allOwed(unitId: string): Promise<OwnBill[]> {
  const bills: OwnBill[] = []
  let cursor: string | null = null
  do {
    const page: Page<OwnBill> = await call('GET /me/bills', { query: { state: 'owed', unitId, limit: 100, cursor } })
    bills.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return bills
}
