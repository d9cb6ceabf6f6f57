import { openPage } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { saidMoney } from '../../words/money.ts'
import { Strip } from '../home/needs-me.tsx'

/** Payments that were begun and neither paid nor given up: the app was closed in the middle, or somebody of the home is paying. */
export function UnfinishedPayments({ unitId }: { unitId: string }) {
  const payments = useRemote(() => call('GET /me/payments', { query: { unitId, limit: 20 } }), [unitId])
  const open = (payments.value?.items ?? []).filter(({ state }) => state === 'open')
  return (
    <>
      {open.map(({ id, amountFen, charges, mine, payerName }) => (
        <Strip
          key={id}
          icon="hourglass"
          title={mine ? `有一笔 ${saidMoney(amountFen)} 还没支付完` : `${payerName || '家人'}正在支付 ${saidMoney(amountFen)}`}
          text={charges || '预存'}
          onTap={() => openPage(`pages/payment/index?id=${id}`)}
        />
      ))}
    </>
  )
}
