import { platform, Text, View } from '../platform'
import { colours } from '../theme/tokens.ts'
import { Icon } from '../ui/icon.tsx'
import { Tap } from '../ui/tap.tsx'

/** Somebody one may call. */
export function Person({ name, about, phone, call }: { name: string; about: string; phone: string | null; call: string }) {
  return (
    <View className="card person">
      <View className="person__face">
        <Text>{name.slice(0, 1)}</Text>
      </View>
      <View className="person__words">
        <Text className="person__name">{name}</Text>
        <Text className="person__about">{about}</Text>
      </View>
      {phone && (
        <Tap className="person__call" onTap={() => platform.dial(phone)} label={`${call}：${name}`}>
          <Icon name="phone" size={20} colour={colours.card} />
          <Text>{call}</Text>
        </Tap>
      )}
    </View>
  )
}
