import type { CSSProperties, ReactNode } from 'react'
import { View } from '../platform'

interface TapProps {
  className: string
  onTap: () => void
  children?: ReactNode
  label?: string
  disabled?: boolean
  chosen?: boolean
  style?: CSSProperties
}

/** Anything that answers a finger. Read out as a button, worked by keyboard where there is one. */
export function Tap({ className, onTap, children, label, disabled = false, chosen, style }: TapProps) {
  const spoken = {
    role: 'button',
    tabIndex: disabled ? -1 : 0,
    ...(label ? { 'aria-label': label } : {}),
    ...(chosen === undefined ? {} : { 'aria-pressed': chosen }),
    ...(disabled ? { 'aria-disabled': true } : {}),
  }
  return (
    <View
      {...spoken}
      className={`tap ${className}${disabled ? ' tap--disabled' : ''}`}
      hoverClass={disabled ? 'none' : 'tap--pressed'}
      style={style ?? {}}
      onClick={() => {
        if (!disabled) onTap()
      }}
    >
      {children}
    </View>
  )
}
