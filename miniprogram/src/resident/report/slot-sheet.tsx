import { Text, View } from '../../platform'
import { colours } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Tap } from '../../ui/tap.tsx'
import type { ReportDraft } from './draft.ts'
import { slotsAfter } from './slots.ts'

export function SlotSheet({ onClose, onChoose }: { onClose: () => void; onChoose: (slot: ReportDraft['slot']) => void }) {
  return (
    <Sheet title="什么时候方便上门" onClose={onClose}>
      <Tap className="row row--lined" onTap={() => onChoose(null)}>
        <Icon name="bolt" colour={colours.brand} />
        <View className="row__words">
          <Text className="row__text">尽快上门</Text>
          <Text className="row__note">师傅接单后会先联系您</Text>
        </View>
      </Tap>
      {slotsAfter(Date.now()).map((slot) => (
        <Tap key={slot.from} className="row row--lined" onTap={() => onChoose({ from: slot.from, until: slot.until })}>
          <Icon name="clock" colour={colours.brand} />
          <Text className="row__text">{slot.text}</Text>
        </Tap>
      ))}
    </Sheet>
  )
}
