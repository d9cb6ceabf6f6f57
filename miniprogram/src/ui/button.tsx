import { Text } from '../platform'
import { colours } from '../theme/tokens.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { Tap } from './tap.tsx'

interface ButtonProps {
  text: string
  onTap: () => void
  kind?: 'main' | 'quiet' | 'plain' | 'danger'
  icon?: IconName
  busy?: boolean
  disabled?: boolean
  small?: boolean
}

const inks = { main: colours.card, quiet: colours.brand, plain: colours.ink, danger: '#B42A21' } as const

export function ActionButton({ text, onTap, kind = 'main', icon, busy = false, disabled = false, small = false }: ButtonProps) {
  return (
    <Tap
      className={`button button--${kind}${small ? ' button--small' : ''}`}
      onTap={onTap}
      disabled={disabled || busy}
      label={text}
    >
      {icon && <Icon name={icon} size={small ? 16 : 20} colour={inks[kind]} />}
      <Text className="button__text">{busy ? '请稍候…' : text}</Text>
    </Tap>
  )
}
