import type { ReactNode } from 'react'
import { Text, View } from '../platform'

export function Card({
  title,
  note,
  children,
  flush = false,
}: {
  title?: string
  note?: string
  children: ReactNode
  flush?: boolean
}) {
  return (
    <View className={`card${flush ? ' card--flush' : ''}`}>
      {title && (
        <View className="card__head">
          <Text className="card__title">{title}</Text>
          {note && <Text className="card__note">{note}</Text>}
        </View>
      )}
      {children}
    </View>
  )
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="fact">
      <Text className="fact__name">{name}</Text>
      <View className="fact__value">{children}</View>
    </View>
  )
}
