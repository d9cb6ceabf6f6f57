import { residencyRoles } from '@yinuo/contracts'
import { openPage, Text, View } from '../../platform'
import { chooseHome, homeOf, session } from '../../session/session.ts'
import { useStore } from '../../session/store.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Tap } from '../../ui/tap.tsx'

export function HomeSwitch({ onClose }: { onClose: () => void }) {
  const known = useStore(session)
  const at = homeOf(known)
  return (
    <Sheet title="我的房屋" onClose={onClose}>
      {known.me?.homes.map((home) => (
        <Tap
          key={home.unitId}
          className="row row--lined"
          chosen={home.unitId === at?.unitId}
          onTap={() => {
            chooseHome(home.unitId)
            onClose()
          }}
        >
          <Icon name="home" colour={colours.brand} />
          <View className="row__words">
            <Text className="row__text">
              {home.communityName} {home.unitLabel}
            </Text>
            <Text className="row__note">{residencyRoles[home.role]}</Text>
          </View>
          {home.unitId === at?.unitId && <Icon name="check" size={20} colour={colours.brand} />}
        </Tap>
      ))}
      <ActionButton
        text="绑定新的房屋"
        kind="quiet"
        icon="plus"
        onTap={() => {
          onClose()
          openPage('pages/bind/index')
        }}
      />
    </Sheet>
  )
}
