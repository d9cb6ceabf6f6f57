import type { ReactNode } from 'react'
import { ScrollView, Text, View } from '../platform'
import { Icon } from './icon.tsx'
import { Tap } from './tap.tsx'

/** A panel that rises from the bottom; the dimmed rest closes it. */
export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  return (
    <View className="sheet">
      <Tap className="sheet__rest" onTap={onClose} label="关闭" />
      <View className="sheet__panel">
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <Tap className="sheet__close" onTap={onClose} label="关闭">
            <Icon name="close" size={22} />
          </Tap>
        </View>
        <ScrollView className="sheet__body" scrollY>
          {children}
        </ScrollView>
      </View>
    </View>
  )
}
