import { funds, periodName, publishedSides } from '@yinuo/contracts'
import type { Fund, PostedDisclosure, PublishedSide } from '@yinuo/contracts'
import { useState } from 'react'
import { openPage, replacePage, Text, useRouter, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidMoney } from '../../words/money.ts'
import { saidTime } from '../../words/time.ts'
import { AskSheet } from './ask-sheet.tsx'
import { Answered } from './answered.tsx'
import { SideBars } from './side-bars.tsx'
import { sidesOf } from './sums.ts'
import './disclosures.scss'

/** One disclosure: what came in and went out, compared, explained, with the way to every line and to the check. */
export function DisclosureScreen() {
  const { params } = useRouter()
  const id = params['id'] ?? ''
  const [asking, setAsking] = useState(false)
  const posted = useRemote(() => call('GET /me/disclosures/{id}', { path: { id } }), [id], { keptAs: `disclosure.${id}` })
  const foot = posted.value && (
    <>
      <ActionButton text="提问" icon="chat" kind="quiet" onTap={() => setAsking(true)} />
      <ActionButton text="验证" icon="shield" onTap={() => openPage(`proof/check/index?id=${id}`)} />
    </>
  )
  return (
    <Screen foot={foot}>
      <Shown of={posted} rows={5}>
        {(shown) => <Body posted={shown} />}
      </Shown>
      {asking && posted.value && <AskSheet disclosureId={id} onClose={() => setAsking(false)} />}
    </Screen>
  )
}

function Body({ posted }: { posted: PostedDisclosure }) {
  const now = useNow(60)
  const { head } = posted.signed
  const newest = posted.editions.at(-1)
  return (
    <>
      {newest && newest.id !== posted.id && (
        <Tap className="notice" onTap={() => replacePage(`pages/disclosure/index?id=${newest.id}`)} label="看最新一版">
          <Text>
            这一期已更正：{newest.reason}。点此看第 {newest.edition} 版，本页是第 {head.version} 版。
          </Text>
        </Tap>
      )}
      {head.reason && (
        <View className="notice">
          <Text>更正：{head.reason}</Text>
        </View>
      )}
      <Card
        title={`${funds[head.fund as Fund]} · ${periodName(head.from, head.to)}`}
        note={`${saidTime(head.postedAt, now)}发布`}
      >
        <View className="sums__row">
          <Text>期初结余</Text>
          <Text className="sums__figure">{saidMoney(head.openingFen)}</Text>
        </View>
        <SideBars totals={head.totals} before={posted.before?.totals ?? null} />
        <View className="sums__row sums__row--end">
          <Text>期末结余</Text>
          <Text className="sums__figure">{saidMoney(head.closingFen)}</Text>
        </View>
        {posted.before && <Text className="sums__note">上期：{periodName(posted.before.from, posted.before.to)}</Text>}
      </Card>
      {sidesOf(head.totals).map((side) => (
        <Charges key={side} posted={posted} side={side} />
      ))}
      {head.notes && (
        <Card title="说明">
          <Text className="sums__words">{head.notes}</Text>
        </Card>
      )}
      {posted.questions.length > 0 && (
        <Card title="提问与答复">
          <Answered questions={posted.questions} />
        </Card>
      )}
      {posted.editions.length > 1 && <Editions posted={posted} now={now} />}
    </>
  )
}

function Charges({ posted, side }: { posted: PostedDisclosure; side: PublishedSide }) {
  const { head } = posted.signed
  return (
    <Card title={publishedSides[side]}>
      {head.totals
        .filter((total) => total.side === side)
        .map(({ charge, amountFen, lines }) => (
          <Tap
            key={charge}
            className="sums__charge"
            label={`${charge} ${saidMoney(amountFen)}，${lines} 笔`}
            onTap={() =>
              openPage(`pages/disclosure-lines/index?id=${posted.id}&side=${side}&charge=${encodeURIComponent(charge)}`)
            }
          >
            <View className="sums__charge-words">
              <Text className="sums__charge-name">{charge}</Text>
              <Text className="sums__note">{lines} 笔</Text>
            </View>
            <Text className="sums__figure">{saidMoney(amountFen)}</Text>
            <Icon name="right" size={18} colour={colours.secondary} />
          </Tap>
        ))}
    </Card>
  )
}

function Editions({ posted, now }: { posted: PostedDisclosure; now: number }) {
  return (
    <Card title="各版本" note="更正不会盖掉原来的">
      {posted.editions.map(({ id, edition, reason, postedAt }) => (
        <Tap
          key={id}
          className="sums__charge"
          label={`第 ${edition} 版`}
          chosen={id === posted.id}
          onTap={() => id !== posted.id && replacePage(`pages/disclosure/index?id=${id}`)}
        >
          <View className="sums__charge-words">
            <Text className="sums__charge-name">
              第 {edition} 版{id === posted.id ? '（本页）' : ''}
            </Text>
            <Text className="sums__note">{[postedAt && saidTime(postedAt, now), reason].filter(Boolean).join(' · ')}</Text>
          </View>
          {id !== posted.id && <Icon name="right" size={18} colour={colours.secondary} />}
        </Tap>
      ))}
    </Card>
  )
}
