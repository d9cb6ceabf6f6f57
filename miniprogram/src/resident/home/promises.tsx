import { urgencies } from '@yinuo/contracts'
import type { Home, RepairOptions } from '@yinuo/contracts'
import { Text, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Ring } from '../../ui/ring.tsx'
import { saidMinutes } from '../../words/time.ts'

/** What this community has promised, in its own figures. */
export function Promises({ home }: { home: Home }) {
  const options = useRemote(
    () => call('GET /communities/{communityId}/repair-options', { path: { communityId: home.communityId } }),
    [home.communityId],
    { keptAs: `options.${home.communityId}` },
  )
  if (!options.value) return null
  return (
    <View className="card">
      <View className="card__head">
        <Text className="card__title">服务承诺</Text>
      </View>
      {options.value.promises.map((promise) => (
        <PromiseLine key={promise.urgency} promise={promise} />
      ))}
      <View className="standard">
        <Icon name="shield" size={16} colour={colours.secondary} />
        <Text className="standard__text">依据：{options.value.standardName}</Text>
      </View>
    </View>
  )
}

function PromiseLine({ promise }: { promise: RepairOptions['promises'][number] }) {
  const minutes = promise.respondWithinMinutes ?? promise.resolveWithinMinutes
  const [figure, unit] = minutes === null || minutes === 0 ? ['即刻', ''] : saidMinutes(minutes).split(' ')
  const { closedThisMonth, onTimeThisMonth } = promise
  const keptShare = closedThisMonth === 0 ? 1 : onTimeThisMonth / closedThisMonth
  return (
    <View className="promise">
      <Ring left={keptShare} colour={colours.brand} size={56}>
        <Text className="promise__figure">{figure}</Text>
        {unit && <Text className="promise__unit">{unit}</Text>}
      </Ring>
      <View className="promise__words">
        <Text className="promise__urgency">{urgencies[promise.urgency]}报修</Text>
        <Text className="promise__sentence">{promise.sentence}</Text>
        {closedThisMonth > 0 && (
          <Text className="promise__kept">
            本月 {closedThisMonth} 件，{onTimeThisMonth} 件按时
          </Text>
        )}
      </View>
    </View>
  )
}
