import type { PaymentReceipt } from '@yinuo/contracts'
import { capitalAmount, paymentWays, receiptNumberText } from '@yinuo/contracts'
import { useState } from 'react'
import { platform, Text, useRouter, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card, Fact } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Fault } from '../../ui/field.tsx'
import { Screen } from '../../ui/screen.tsx'
import { StaleNotice } from '../../ui/stale.tsx'
import { Shown } from '../../ui/states.tsx'
import { exactTime } from '../../words/time.ts'
import '../bills/bills.scss'
import { Line } from './payment-lines.tsx'

/** The receipt of a payment as it was made out, number and amount in capitals. */
export function ReceiptScreen() {
  const { params } = useRouter()
  const id = params['id'] ?? ''
  const payment = useRemote(() => call('GET /me/payments/{id}', { path: { id } }), [id], { keptAs: `receipt.${id}` })
  return (
    <Screen>
      <Shown of={payment}>
        {({ receipt }) => (
          <>
            <StaleNotice of={payment} />
            {receipt ? (
              <>
                <Receipt receipt={receipt} />
                <OpenReceipt paymentId={id} />
              </>
            ) : (
              <Empty icon="list" title="还没有收据" text="这笔支付到账以后，收据会在这里；作废的收据不再显示。" />
            )}
          </>
        )}
      </Shown>
    </Screen>
  )
}

/** As a paper to save or pass on; the link lives for minutes, so it is made when it is wanted. */
function OpenReceipt({ paymentId }: { paymentId: string }) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const open = async () => {
    setBusy(true)
    setFault('')
    try {
      await platform.openFile((await call('GET /me/payments/{id}/receipt-link', { path: { id: paymentId } })).url)
    } catch (refused) {
      setFault(sentenceOf(refused))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {fault && <Fault>{fault}</Fault>}
      <ActionButton text="打开收据 PDF，可保存转发" kind="quiet" icon="box" busy={busy} onTap={() => void open()} />
    </>
  )
}

function Receipt({ receipt: { number, issuedAt, issuedByName, content } }: { receipt: PaymentReceipt }) {
  const { companyName, communityName, unitLabel, payerName, way, reference, paidAt, lines, aheadFen, overFen, amountFen } =
    content
  return (
    <Card>
      <Text className="receipt__title">收据</Text>
      <Text className="receipt__number">No. {receiptNumberText(number)}</Text>
      <Fact name="房屋">
        <Text>
          {communityName} {unitLabel}
        </Text>
      </Fact>
      {payerName !== '' && (
        <Fact name="交款人">
          <Text>{payerName}</Text>
        </Fact>
      )}
      <Fact name="方式">
        <Text>{[paymentWays[way], reference].filter(Boolean).join(' · ')}</Text>
      </Fact>
      <Fact name="时间">
        <Text>{exactTime(paidAt)}</Text>
      </Fact>
      <View className="facts">
        {lines.map(({ billId, text, amountFen: fen }) => (
          <Line key={billId} text={text} fen={fen} />
        ))}
        {aheadFen > 0 && <Line text="预存" fen={aheadFen} />}
        {overFen > 0 && <Line text="多收（待处理）" fen={overFen} />}
        <Line text="合计" fen={amountFen} whole />
      </View>
      <Fact name="大写">
        <Text>{capitalAmount(amountFen)}</Text>
      </Fact>
      <Fact name="收款单位">
        <Text>{companyName}</Text>
      </Fact>
      <Fact name="开具">
        <Text>
          {issuedByName} {exactTime(issuedAt)}
        </Text>
      </Fact>
      <Text className="note">收据不是发票；需要发票请联系物业前台。</Text>
    </Card>
  )
}
