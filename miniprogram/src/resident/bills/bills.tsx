import type { Home, OwnBill, OwnBillAccount } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { homeOf, refreshMe, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { StaleNotice } from '../../ui/stale.tsx'
import { Failed, Loading, Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidMoney } from '../../words/money.ts'
import { HomeSwitch } from '../home/home-switch.tsx'
import { UnfinishedPayments } from '../payments/unfinished.tsx'
import { usePay } from '../payments/use-pay.ts'
import { AmountSheet } from './amount-sheet.tsx'
import { BillGroup } from './bill-lines.tsx'
import './bills.scss'
import { groupsOf, partsOf, shareOf, sumOf, wholeChoice, withPart } from './choice.ts'
import type { Choice } from './choice.ts'
import { ownBills } from './own-bills.ts'
import { Extras } from './extras.tsx'

/** What the chosen home owes: all of it ticked, one button to pay. */
export function BillsScreen() {
  const known = useStore(session)
  const me = useRemote(refreshMe, [])
  const home = homeOf(known)
  if (!known.me) {
    return <Screen>{me.failure ? <Failed failure={me.failure} retry={() => void me.reload()} /> : <Loading rows={4} />}</Screen>
  }
  if (!home) {
    return (
      <Screen>
        <Empty icon="home" title="还没有绑定房屋" text="绑定您的房屋以后，就能在这里看账单和缴费。">
          <ActionButton text="去绑定" onTap={() => openPage('pages/bind/index')} />
        </Empty>
      </Screen>
    )
  }
  return <BillsOfHome key={home.unitId} home={home} />
}

function BillsOfHome({ home }: { home: Home }) {
  const owed = useRemote(() => ownBills(home.unitId), [home.unitId], { keptAs: `bills.${home.unitId}` })
  const [choice, setChoice] = useState(wholeChoice)
  const pay = usePay(home.unitId, () => void owed.reload())
  const { bills = [], account = null } = owed.value ?? {}
  const parts = partsOf(bills, choice)
  const share = shareOf(parts, choice, account?.balanceFen ?? 0)
  const sum = sumOf(parts, choice.aheadFen)
  const submit = () => void pay.start({ unitId: home.unitId, parts, aheadFen: choice.aheadFen, useBalance: share.balanceFen > 0 })
  const foot = owed.value && (bills.length > 0 || sum > 0) && (
    <>
      <View className="foot__sum">
        <Text>
          {parts.length > 0 ? `共 ${parts.length} 项` : '没有选择账单'}
          {share.balanceFen > 0 ? ` · 预存抵扣 ${saidMoney(share.balanceFen)}` : ''}
        </Text>
        <Text className="foot__fen">{saidMoney(share.wechatFen)}</Text>
      </View>
      <ActionButton
        text={share.wechatFen > 0 || sum === 0 ? `微信支付 ${saidMoney(share.wechatFen)}` : '用预存缴清'}
        busy={pay.busy}
        disabled={sum === 0}
        onTap={submit}
      />
    </>
  )
  return (
    <Screen foot={foot || undefined}>
      <Shown of={owed} rows={4}>
        {({ account: shown }) => (
          <>
            <Owed home={home} account={shown} />
            <StaleNotice of={owed} />
            <UnfinishedPayments unitId={home.unitId} />
            <Bills bills={bills} choice={choice} onChoose={setChoice} />
            <Extras choice={choice} onChoose={setChoice} balanceFen={shown?.balanceFen ?? 0} usedFen={share.balanceFen} />
            <Links />
          </>
        )}
      </Shown>
    </Screen>
  )
}

function Owed({ home, account }: { home: Home; account: OwnBillAccount | null }) {
  const [choosing, setChoosing] = useState(false)
  const { owedFen = 0, owedBills = 0, overdueFen = 0 } = account ?? {}
  return (
    <View className="owed">
      <Tap className="owed__home" onTap={() => setChoosing(true)} label="切换房屋">
        <Text>
          {home.communityName} {home.unitLabel}
        </Text>
        <Icon name="down" size={16} colour="#d5e8e2" />
      </Tap>
      <Text className="owed__sum">{saidMoney(owedFen)}</Text>
      <Text className="owed__about">
        {owedBills === 0 ? '没有待缴账单' : `待缴 ${owedBills} 项`}
        {overdueFen > 0 ? ` · 其中 ${saidMoney(overdueFen)} 已过应缴日` : ''}
      </Text>
      {choosing && <HomeSwitch onClose={() => setChoosing(false)} />}
    </View>
  )
}

function Bills({ bills, choice, onChoose }: { bills: OwnBill[]; choice: Choice; onChoose: (choice: Choice) => void }) {
  const [part, setPart] = useState<OwnBill | null>(null)
  if (bills.length === 0) {
    return <Empty icon="done" title="都缴清了" text="新的账单会出现在这里；也可以先预存一些，下次先从预存里扣。" />
  }
  return (
    <>
      {groupsOf(bills).map((group) => (
        <BillGroup key={group.key} group={group} choice={choice} onChoose={onChoose} onPart={setPart} />
      ))}
      {part && (
        <AmountSheet
          title="先缴一部分"
          about={`${part.chargeName} 还应缴 ${saidMoney(part.owedFen)}，剩下的以后再缴。`}
          before={choice.parts[part.id] ?? 0}
          fault={(fen) => (fen < 1 || fen > part.owedFen ? `请填写 0.01 到 ${(part.owedFen / 100).toFixed(2)} 元。` : null)}
          onClose={() => setPart(null)}
          onChoose={(fen) => {
            onChoose(withPart(choice, part, fen))
            setPart(null)
          }}
        />
      )}
    </>
  )
}

function Links() {
  return (
    <Tap className="card row" onTap={() => openPage('pages/payments/index')} label="缴费记录和收据">
      <Icon name="list" colour={colours.brand} />
      <View className="row__words">
        <Text className="row__text">缴费记录</Text>
        <Text className="row__note">每一笔和它的收据</Text>
      </View>
      <Icon name="right" size={18} colour={colours.secondary} />
    </Tap>
  )
}
