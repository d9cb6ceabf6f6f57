import { View } from '../platform'
import { colours } from '../theme/tokens.ts'
import { Icon } from './icon.tsx'
import { Tap } from './tap.tsx'

/** A box to tick. Large enough for a thumb, whatever stands beside it. */
export function Tick({ on, onTap, label }: { on: boolean; onTap: () => void; label: string }) {
  return (
    <Tap className="tick" onTap={onTap} label={label} chosen={on}>
      <View className={`tick__box${on ? ' tick__box--on' : ''}`}>
        {on && <Icon name="check" size={18} colour={colours.card} />}
      </View>
    </Tap>
  )
}
