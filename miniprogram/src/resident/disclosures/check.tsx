import { funds, periodName, publishedSides } from '@yinuo/contracts'
import type { Fund } from '@yinuo/contracts'
import type { Check } from '@yinuo/disclosure-proof'
import { useState } from 'react'
import { platform, scrollToTop, Text, useRouter, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call, session } from '../../session/session.ts'
import { colours, stateInks } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { saidMoney } from '../../words/money.ts'
import { AskSheet } from './ask-sheet.tsx'
import { checkWords, whatToDo } from '@yinuo/disclosure-proof/words'
import { canCheck, runChecks, type Checked, type CheckedPayment } from './run-checks.ts'
import './disclosures.scss'

/** Checks on this phone that my payments are inside and that nothing was changed, and says each step in words. */
export function CheckScreen() {
  const { params } = useRouter()
  const id = params['id'] ?? ''
  const ready = canCheck()
  const checked = useRemote(
    async () => {
      const posted = await call('GET /me/disclosures/{id}', { path: { id } })
      const own = await call('GET /me/disclosures/{id}/own', { path: { id } })
      return { head: posted.signed.head, communityId: posted.communityId, ...{ result: await runChecks(posted, own) } }
    },
    [id],
    { skip: !ready },
  )
  if (!ready)
    return (
      <Screen>
        <Empty
          icon="warning"
          title="这部手机不能验证"
          text="微信或系统版本较旧，算不了电子签名。请换一部手机，或用电脑打开公告栏上的核验二维码。"
        />
      </Screen>
    )
  return (
    <Screen>
      <Shown of={checked} rows={5}>
        {({ head, communityId, result }) => (
          <>
            <Verdict
              result={result}
              about={`${funds[head.fund as Fund]} · ${periodName(head.from, head.to)}${head.version > 1 ? ` · 第 ${head.version} 版` : ''}`}
            />
            {!result.holds && <WhatToDo disclosureId={id} communityId={communityId} />}
            <Payments payments={result.payments} />
            <Card title="这份公示">
              {result.head.map((check) => (
                <CheckRow key={check.name} check={check} />
              ))}
              {result.whole?.map((check) => (
                <CheckRow key={check.name} check={check} />
              ))}
              {result.whole === null && (
                <Text className="sums__note">
                  明细共 {head.lines} 行，手机上只核对您的缴费和电子签名；全部明细请用电脑打开公告栏上的核验二维码。
                </Text>
              )}
            </Card>
            <Card title="与公告栏核对">
              <Text className="sums__note">纸上印的校验码应当是：</Text>
              <Text className="sums__code">{result.code}</Text>
              <Text className="sums__note">公司公钥的指纹：</Text>
              <Text className="sums__code">{result.fingerprint}</Text>
            </Card>
            <ActionButton
              text="再验证一次"
              kind="quiet"
              icon="refresh"
              busy={checked.loading}
              onTap={() => void checked.reload().then(scrollToTop)}
            />
          </>
        )}
      </Shown>
    </Screen>
  )
}

function Verdict({ result, about }: { result: Checked; about: string }) {
  return (
    <Card>
      <View className="check__sign">
        <Icon name={result.holds ? 'shield' : 'warning'} size={44} colour={result.holds ? colours.brand : stateInks.late} />
      </View>
      <Text className="check__verdict">{result.holds ? '验证通过' : '验证没有通过'}</Text>
      <Text className="check__about">{about}</Text>
    </Card>
  )
}

/** A failure is said plainly, with what to do. */
function WhatToDo({ disclosureId, communityId }: { disclosureId: string; communityId: string }) {
  const [asking, setAsking] = useState(false)
  const hotline = session.get().me?.homes.find((home) => home.communityId === communityId)?.hotline
  return (
    <Card title="怎么办">
      <Text className="sums__words">{whatToDo}</Text>
      <ActionButton text="向物业提问" icon="chat" onTap={() => setAsking(true)} />
      {hotline && <ActionButton text={`拨打物业 ${hotline}`} kind="quiet" icon="phone" onTap={() => platform.dial(hotline)} />}
      {asking && <AskSheet disclosureId={disclosureId} about="验证没有通过" onClose={() => setAsking(false)} />}
    </Card>
  )
}

function Payments({ payments }: { payments: CheckedPayment[] }) {
  const title = payments.length > 0 ? `我的缴费 ${payments.length} 笔` : '我的缴费'
  return (
    <Card title={title}>
      {payments.length === 0 && <Text className="sums__words">这一期没有您的缴费，只核对公示本身。</Text>}
      {payments.map(({ own, checks }, at) => {
        const failed = checks?.filter(({ holds }) => !holds) ?? null
        const holds = failed?.length === 0
        return (
          <View key={at} className="check">
            <Sign holds={holds} />
            <View className="check__words">
              <View className="sums__row">
                <Text className="check__asks">
                  {own.charge}
                  {own.side === 'received' ? '' : `（${publishedSides[own.side]}）`}
                </Text>
                <Text className="sums__figure">{saidMoney(own.amountFen)}</Text>
              </View>
              <Text className="sums__note">{own.day}</Text>
              {holds && (
                <Text className="check__says">含我的缴费 ✓ 已验证：就是公示第 {own.inclusion?.line.number} 行，算在合计里。</Text>
              )}
              {failed === null && <Text className="check__says check__says--fails">账上有这笔缴费，公示里没有。</Text>}
              {failed?.map(({ name }) => (
                <Text key={name} className="check__says check__says--fails">
                  {checkWords[name].fails}
                </Text>
              ))}
            </View>
          </View>
        )
      })}
    </Card>
  )
}

function CheckRow({ check: { name, holds } }: { check: Check }) {
  const words = checkWords[name]
  return (
    <View className="check">
      <Sign holds={holds} />
      <View className="check__words">
        <Text className="check__asks">{words.asks}</Text>
        <Text className={`check__says${holds ? '' : ' check__says--fails'}`}>{holds ? words.holds : words.fails}</Text>
      </View>
    </View>
  )
}

const Sign = ({ holds }: { holds: boolean }) => (
  <Icon name={holds ? 'check' : 'close'} size={22} colour={holds ? colours.brand : stateInks.late} />
)
