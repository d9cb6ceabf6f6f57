import { View } from '../platform'
import { colours } from '../theme/tokens.ts'
import { lineDrawing } from './drawing.ts'
import type { IconName } from './icon-paths.ts'
import { iconPaths } from './icon-paths.ts'

/** Sizes grow with the type around them. */
export function Icon({
  name,
  size = 24,
  colour = colours.ink,
  filled = false,
}: {
  name: IconName
  size?: number
  colour?: string
  filled?: boolean
}) {
  const side = `calc(${size}px * var(--type, 1))`
  return (
    <View className="icon" style={{ width: side, height: side, backgroundImage: lineDrawing(iconPaths[name], colour, filled) }} />
  )
}
