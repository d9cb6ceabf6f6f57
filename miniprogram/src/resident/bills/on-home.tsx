import type { Home, OwnBillAccount } from '@yinuo/contracts'
import { openPage } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { saidMoney } from '../../words/money.ts'
import { Strip } from '../home/needs-me.tsx'

/** What the home on top owes, as far as is known. */
export function useOwed(home: Home | null): OwnBillAccount | null {
  const accounts = useRemote(() => call('GET /me/bill-accounts'), [], { skip: !home, keptAs: 'home.bill-accounts' })
  return accounts.value?.find(({ unitId }) => unitId === home?.unitId) ?? null
}

export function openBills(): void {
  openPage('pages/bills/index')
}

/** Told apart from what is merely due some day: what is past its day waits for this person. */
export function OverdueBills({ account }: { account: OwnBillAccount | null }) {
  if (!account || account.overdueFen === 0) return null
  return (
    <Strip
      icon="yen"
      title={`有 ${saidMoney(account.overdueFen)} 已过应缴日`}
      text={`共待缴 ${account.owedBills} 项，点这里看明细`}
      onTap={openBills}
    />
  )
}
