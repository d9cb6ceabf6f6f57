import type { ReactNode } from 'react'
import { View } from '../platform'
import { session } from '../session/session.ts'
import { useStore } from '../session/store.ts'
import { PrivacySheet } from './privacy-sheet.tsx'
import type { Tab } from './tab-bar.tsx'
import { TabBar } from './tab-bar.tsx'

interface ScreenProps {
  children: ReactNode
  /** Stays within the thumb's reach. */
  foot?: ReactNode
  /** Targets for gloved hands. */
  work?: boolean
  tab?: Tab
}

export function Screen({ children, foot, tab, work = false }: ScreenProps) {
  const { elder } = useStore(session)
  return (
    <View
      className={`screen${work ? ' screen--work' : ''}${elder ? ' screen--elder' : ''}${tab ? ' screen--tabbed' : ''}${foot ? ' screen--footed' : ''}`}
    >
      <View className="screen__body">{children}</View>
      {foot && <View className="foot">{foot}</View>}
      {tab && <TabBar at={tab} />}
      <PrivacySheet />
    </View>
  )
}
