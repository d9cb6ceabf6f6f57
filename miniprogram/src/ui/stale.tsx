import { Text, View } from '../platform'
import { colours } from '../theme/tokens.ts'
import { Icon } from './icon.tsx'

/** Says that what is shown was kept from before, because the newest could not be fetched. */
export function StaleNotice({ of: { failure, value } }: { of: { failure: unknown; value: unknown } }) {
  if (failure === null || value === null) return null
  return (
    <View className="notice notice--row">
      <Icon name="offline" size={18} colour={colours.accentInk} />
      <Text className="notice__text">网络不通，下面是上次看到的，可能已有变化。</Text>
    </View>
  )
}
