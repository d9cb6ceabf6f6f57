import type { ReactNode } from 'react'
import { View } from '../platform'
import { ringDrawing } from './drawing.ts'

export function Ring({ left, colour, size, children }: { left: number; colour: string; size: number; children: ReactNode }) {
  const side = `calc(${size}px * var(--type, 1))`
  return (
    <View className="ring" style={{ width: side, height: side, backgroundImage: ringDrawing(left, colour) }}>
      {children}
    </View>
  )
}
