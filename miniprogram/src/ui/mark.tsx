import { Text, View } from '../platform'
import type { Tone } from '../theme/tokens.ts'
import { stateInks } from '../theme/tokens.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

const classes: Record<Tone, string> = { onTime: 'on-time', soon: 'soon', late: 'late', waiting: 'waiting', done: 'done' }

/** A state: colour, icon and word together. */
export function Mark({ tone, icon, text }: { tone: Tone; icon: IconName; text: string }) {
  return (
    <View className={`mark mark--${classes[tone]}`}>
      <Icon name={icon} size={15} colour={stateInks[tone]} />
      <Text className="mark__text">{text}</Text>
    </View>
  )
}
