import { outageUpdateKinds } from '@yinuo/contracts'
import type { BoardOutage } from '@yinuo/contracts'
import { platform, Text, useRouter, View } from '../../platform'
import { useNow, useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card, Fact } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { saidTime } from '../../words/time.ts'
import './notices.scss'
import { outageHope, outageTitle } from './outage-words.ts'

/** What is cut off, why, until when, and everything told of it since. */
export function OutageScreen() {
  const { params } = useRouter()
  const id = params['id'] ?? ''
  const outage = useRemote(() => call('GET /me/outages/{id}', { path: { id } }), [id], {
    everySeconds: 60,
    keptAs: `outage.${id}`,
  })
  return (
    <Screen>
      <Shown of={outage}>{(shown) => <Outage outage={shown} />}</Shown>
    </Screen>
  )
}

function Outage({ outage }: { outage: BoardOutage }) {
  const now = useNow(30)
  return (
    <>
      <Card>
        <Text className="board__title">{outageTitle(outage)}</Text>
        <Text className="board__about">{outageHope(outage, now)}</Text>
        <Fact name="原因">
          <Text>{outage.cause}</Text>
        </Fact>
        <Fact name="开始">
          <Text>{saidTime(outage.startsAt, now)}</Text>
        </Fact>
      </Card>
      <Card title="进展">
        {outage.updates.map((update) => (
          <View key={update.id} className="board__turn">
            <Text className="board__about">
              {outageUpdateKinds[update.kind]} · {saidTime(update.at, now)}
            </Text>
            <Text className="board__line">{update.text}</Text>
          </View>
        ))}
      </Card>
      <ActionButton text={`拨打物业 ${outage.hotline}`} icon="phone" kind="quiet" onTap={() => platform.dial(outage.hotline)} />
    </>
  )
}
