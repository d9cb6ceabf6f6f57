import { Text, View } from '../platform'
import { Tap } from './tap.tsx'

export interface Choice<V> {
  value: V
  text: string
  note?: string
}

/** A row of words of which one is chosen. */
export function Choices<V extends string>({
  of: choices,
  chosen,
  onChoose,
}: {
  of: readonly Choice<V>[]
  chosen: V | null
  onChoose: (value: V) => void
}) {
  return (
    <View className="choices">
      {choices.map(({ value, text, note }) => (
        <Tap
          key={value}
          className={`choice${value === chosen ? ' choice--chosen' : ''}${note ? ' choice--noted' : ''}`}
          onTap={() => onChoose(value)}
          chosen={value === chosen}
          label={text}
        >
          <Text className="choice__text">{text}</Text>
          {note && <Text className="choice__note">{note}</Text>}
        </Tap>
      ))}
    </View>
  )
}
