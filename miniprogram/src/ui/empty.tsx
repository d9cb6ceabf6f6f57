import type { ReactNode } from 'react'
import { Text, View } from '../platform'
import { colours } from '../theme/tokens.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

/** What belongs here when nothing is here, and the first step. */
export function Empty({ icon, title, text, children }: { icon: IconName; title: string; text: string; children?: ReactNode }) {
  return (
    <View className="empty">
      <View className="empty__picture">
        <Icon name={icon} size={40} colour={colours.brand} />
      </View>
      <Text className="empty__title">{title}</Text>
      <Text className="empty__text">{text}</Text>
      {children}
    </View>
  )
}
