import { View } from '../platform'

/** Shows on or off; the row it stands in is what is tapped. */
export function Switch({ on }: { on: boolean }) {
  return (
    <View className={`switch${on ? ' switch--on' : ''}`}>
      <View className="switch__knob" />
    </View>
  )
}
