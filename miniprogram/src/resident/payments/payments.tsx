import type { OwnPaymentRow } from '@yinuo/contracts'
import { paymentWays } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, Text, View } from '../../platform'
import { usePaged } from '../../session/paged.ts'
import { useNow } from '../../session/remote.ts'
import { call, homeOf, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Mark } from '../../ui/mark.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { StaleNotice } from '../../ui/stale.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidMoney } from '../../words/money.ts'
import { exactTime, saidTime, wallTime } from '../../words/time.ts'
import '../bills/bills.scss'
import { paymentFace } from './payment-words.ts'

const ALL = 'all'
const yearsBack = 2

/** What the chosen home has paid, the latest first; one year when asked for. */
export function PaymentsScreen() {
  const unitId = homeOf(useStore(session))?.unitId ?? null
  const [year, setYear] = useState<string>(ALL)
  const now = useNow(60)
  const list = usePaged(
    (cursor) => call('GET /me/payments', { query: { unitId, year: year === ALL ? null : year, cursor } }),
    [unitId, year],
    `payments.${unitId ?? 'all'}.${year}`,
  )
  const thisYear = wallTime(now).year
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => String(thisYear - back))
  return (
    <Screen>
      <View className="years">
        <Choices
          of={[{ value: ALL, text: '全部' }, ...years.map((value) => ({ value, text: `${value}年` }))]}
          chosen={year}
          onChoose={setYear}
        />
      </View>
      <Shown of={list.first} rows={4}>
        {() =>
          list.items.length === 0 ? (
            <Empty
              icon="yen"
              title={year === ALL ? '还没有缴费记录' : `${year}年没有缴费记录`}
              text="在微信里或到柜台缴的每一笔都会在这里，随时可以看收据。"
            >
              <ActionButton text="去看账单" onTap={() => openPage('pages/bills/index')} />
            </Empty>
          ) : (
            <>
              <StaleNotice of={list.first} />
              <Card flush>
                {list.items.map((payment) => (
                  <PaymentLine key={payment.id} payment={payment} now={now} />
                ))}
              </Card>
              <MoreButton of={list} />
            </>
          )
        }
      </Shown>
    </Screen>
  )
}

function PaymentLine({ payment, now }: { payment: OwnPaymentRow; now: number }) {
  const { id, charges, way, amountFen, createdAt, paidAt, unitLabel } = payment
  const when = paidAt ?? createdAt
  return (
    <Tap
      className="paid row--lined"
      onTap={() => openPage(`pages/payment/index?id=${id}`)}
      label={`${charges || '预存'}，${saidMoney(amountFen)}，${exactTime(when)}`}
    >
      <View className="paid__words">
        <Text className="paid__title">{charges || '预存'}</Text>
        <Text className="paid__about">{[saidTime(when, now), paymentWays[way], unitLabel].join(' · ')}</Text>
      </View>
      <View className="paid__right">
        <Text className="paid__fen">{saidMoney(amountFen)}</Text>
        <Mark {...paymentFace(payment)} />
      </View>
    </Tap>
  )
}
