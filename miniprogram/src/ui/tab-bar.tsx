import { openPage, Text, View } from '../platform'
import { session } from '../session/session.ts'
import { useStore } from '../session/store.ts'
import { colours } from '../theme/tokens.ts'
import { Icon } from './icon.tsx'
import { Tap } from './tap.tsx'

const tabs = [
  { name: 'home', text: '首页', icon: 'home' },
  { name: 'repairs', text: '报修', icon: 'wrench' },
  { name: 'messages', text: '消息', icon: 'bell' },
  { name: 'me', text: '我的', icon: 'user' },
] as const
export type Tab = (typeof tabs)[number]['name']

export function TabBar({ at }: { at: Tab }) {
  const unread = useStore(session).me?.unreadMessages ?? 0
  return (
    <View className="tabs">
      {tabs.map(({ name, text, icon }) => (
        <Tap
          key={name}
          className={`tabs__tab${name === at ? ' tabs__tab--at' : ''}`}
          onTap={() => name !== at && openPage(`pages/${name}/index`)}
          label={name === 'messages' && unread > 0 ? `${text}，${unread} 条未读` : text}
          chosen={name === at}
        >
          <View className="tabs__icon">
            <Icon name={icon} size={24} colour={name === at ? colours.brand : colours.secondary} />
            {name === 'messages' && unread > 0 && <Text className="tabs__count">{unread > 99 ? '99+' : unread}</Text>}
          </View>
          <Text className="tabs__text">{text}</Text>
        </Tap>
      ))}
    </View>
  )
}
