import { ApiProblem } from '@yinuo/api-client'
import type { OwnPayment } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, platform, replacePage, Text, useRouter, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card, Fact } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { saidMoney } from '../../words/money.ts'
import { exactTime } from '../../words/time.ts'
import '../bills/bills.scss'
import { PaymentLines, Refunds } from './payment-lines.tsx'
import { outcomeOf } from './payment-words.ts'
import type { OutcomeWords } from './payment-words.ts'
import { askWechat } from './use-pay.ts'
import type { Answer, Said } from './use-pay.ts'

/** How a payment stands. Asks the server, which asks WeChat, until it is settled one way or the other. */
export function PaymentScreen() {
  const { params } = useRouter()
  const id = params['id'] ?? ''
  const [said, setSaid] = useState<Said | null>((params['said'] as Said | undefined) ?? null)
  const [because, setBecause] = useState(decodeURIComponent(params['because'] ?? ''))
  const [settled, setSettled] = useState(false)
  const payment = useRemote(
    async () => {
      const now = await standingOf(id)
      setSettled(now.state !== 'open')
      return now
    },
    [id],
    settled ? {} : { everySeconds: said === 'paid' ? 2 : 10 },
  )
  const came = (answer: Answer) => {
    setSaid(answer.said)
    setBecause(answer.because)
    void payment.reload()
  }
  return (
    <Screen>
      <Shown of={payment}>
        {(shown) => {
          const outcome = outcomeOf(shown, said, because)
          return (
            <>
              <Outcome words={outcome} sumFen={shown.amountFen} />
              <NextSteps payment={shown} kind={outcome.kind} onCame={came} onChanged={payment.show} />
              <PaymentLines payment={shown} />
              <Refunds payment={shown} />
              <Times payment={shown} />
            </>
          )
        }}
      </Shown>
    </Screen>
  )
}

/** Asks WeChat by way of the server; when WeChat cannot be asked, what the server knows so far. */
async function standingOf(id: string): Promise<OwnPayment> {
  const known = await call('GET /me/payments/{id}', { path: { id } })
  if (known.state !== 'open' || !known.mine) return known
  try {
    return await call('POST /me/payments/{id}/ask', { path: { id } })
  } catch (failure) {
    if (failure instanceof ApiProblem) return known
    throw failure
  }
}

const pictures: Readonly<Record<OutcomeWords['kind'], { icon: IconName; colour: string; tone: string }>> = {
  paid: { icon: 'done', colour: colours.brand, tone: '' },
  checking: { icon: 'hourglass', colour: colours.accentInk, tone: ' outcome__picture--soon' },
  unpaid: { icon: 'clock', colour: colours.accentInk, tone: ' outcome__picture--soon' },
  closed: { icon: 'close', colour: colours.secondary, tone: ' outcome__picture--done' },
}

function Outcome({ words: { kind, title, text }, sumFen }: { words: OutcomeWords; sumFen: number }) {
  const { icon, colour, tone } = pictures[kind]
  return (
    <View className="outcome">
      <View className={`outcome__picture${tone}`}>
        <Icon name={icon} size={40} colour={colour} />
      </View>
      <Text className="outcome__title">{title}</Text>
      <Text className="outcome__sum">{saidMoney(sumFen)}</Text>
      <Text className="outcome__text">{text}</Text>
    </View>
  )
}

function NextSteps({
  payment: { id, state, receipt, mine },
  kind,
  onCame,
  onChanged,
}: {
  payment: OwnPayment
  kind: OutcomeWords['kind']
  onCame: (answer: Answer) => void
  onChanged: (payment: OwnPayment) => void
}) {
  const [busy, setBusy] = useState(false)
  const doing = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (failure) {
      await platform.ask({ title: '没有成功', text: sentenceOf(failure), yes: '知道了' })
    } finally {
      setBusy(false)
    }
  }
  const payAgain = () =>
    doing(async () => onCame(await askWechat(await call('POST /me/payments/{id}/request', { path: { id } }))))
  const giveUp = () => doing(async () => onChanged(await call('POST /me/payments/{id}/close', { path: { id } })))
  return (
    <View className="steps">
      {receipt && <ActionButton text="查看收据" icon="list" onTap={() => openPage(`pages/receipt/index?id=${id}`)} />}
      {kind === 'unpaid' && mine && <ActionButton text="继续支付" busy={busy} onTap={() => void payAgain()} />}
      {kind === 'unpaid' && mine && <ActionButton text="不缴了，取消这笔" kind="plain" busy={busy} onTap={() => void giveUp()} />}
      {kind === 'closed' && <ActionButton text="重新缴费" onTap={() => replacePage('pages/bills/index')} />}
      {state === 'paid' && <ActionButton text="回到首页" kind="quiet" onTap={() => openPage('pages/home/index')} />}
    </View>
  )
}

function Times({ payment: { unitLabel, communityName, createdAt, paidAt, transactionId } }: { payment: OwnPayment }) {
  return (
    <Card>
      <Fact name="房屋">
        <Text>
          {communityName} {unitLabel}
        </Text>
      </Fact>
      <Fact name="下单时间">
        <Text>{exactTime(createdAt)}</Text>
      </Fact>
      {paidAt && (
        <Fact name="支付时间">
          <Text>{exactTime(paidAt)}</Text>
        </Fact>
      )}
      {transactionId && (
        <Fact name="微信单号">
          <Text>{transactionId}</Text>
        </Fact>
      )}
    </Card>
  )
}
