import { moneyLimits } from '@yinuo/contracts'
import { useState } from 'react'
import { Text, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidMoney } from '../../words/money.ts'
import { AmountSheet } from './amount-sheet.tsx'
import type { Choice } from './choice.ts'

const mostAhead = Math.min(moneyLimits.amountFen, 10_000_000)

/** What was paid ahead and may be used now, and paying something ahead. */
export function Extras({
  choice,
  onChoose,
  balanceFen,
  usedFen,
}: {
  choice: Choice
  onChoose: (choice: Choice) => void
  balanceFen: number
  usedFen: number
}) {
  const [asking, setAsking] = useState(false)
  const { aheadFen, useBalance } = choice
  return (
    <Card flush>
      {balanceFen > 0 && (
        <Tap
          className="row row--lined"
          onTap={() => onChoose({ ...choice, useBalance: !useBalance })}
          chosen={useBalance}
          label="用预存余额抵扣"
        >
          <Icon name="box" colour={colours.brand} />
          <View className="row__words">
            <Text className="row__text">用预存余额抵扣</Text>
            <Text className="row__note">
              余额 {saidMoney(balanceFen)}
              {usedFen > 0 ? `，这次用 ${saidMoney(usedFen)}` : ''}
            </Text>
          </View>
          <Switch on={useBalance} />
        </Tap>
      )}
      <Tap className="row row--lined" onTap={() => setAsking(true)} label="预存">
        <Icon name="plus" colour={colours.brand} />
        <View className="row__words">
          <Text className="row__text">{aheadFen > 0 ? `预存 ${saidMoney(aheadFen)}` : '预存一些'}</Text>
          <Text className="row__note">以后的账单先从里面扣，用不完可以申请退。</Text>
        </View>
        <Icon name="right" size={18} colour={colours.secondary} />
      </Tap>
      {asking && (
        <AmountSheet
          title="预存"
          about="预存的钱记在这套房屋名下，以后缴费时抵扣；填 0 表示不预存。"
          before={aheadFen}
          fault={(fen) => (fen > mostAhead ? `一次最多预存 ${saidMoney(mostAhead)}。` : null)}
          onClose={() => setAsking(false)}
          onChoose={(fen) => {
            onChoose({ ...choice, aheadFen: fen })
            setAsking(false)
          }}
        />
      )}
    </Card>
  )
}
