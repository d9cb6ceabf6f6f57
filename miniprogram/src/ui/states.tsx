import type { ReactNode } from 'react'
import { platform, Text, View } from '../platform'
import { isConnectionLost, sentenceOf } from '../session/failure.ts'
import type { Remote } from '../session/remote.ts'
import { SignedOut } from '../session/session.ts'
import { ActionButton } from './button.tsx'
import { Empty } from './empty.tsx'
import { SignInAgain } from './sign-in-again.tsx'

export function Loading({ rows = 3 }: { rows?: number }) {
  return (
    <View className="loading">
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className="loading__card">
          <View className="loading__line loading__line--short" />
          <View className="loading__line" />
        </View>
      ))}
      <Text className="loading__words">正在加载…</Text>
    </View>
  )
}

export function Failed({ failure, retry, hotline }: { failure: unknown; retry: () => void; hotline?: string | null }) {
  if (failure instanceof SignedOut) return <SignInAgain onBack={retry} />
  return (
    <Empty
      icon={isConnectionLost(failure) ? 'offline' : 'warning'}
      title={isConnectionLost(failure) ? '网络不通' : '没能加载出来'}
      text={sentenceOf(failure)}
    >
      <ActionButton text="重试" icon="refresh" onTap={retry} />
      {hotline && <ActionButton text={`拨打物业 ${hotline}`} kind="quiet" icon="phone" onTap={() => platform.dial(hotline)} />}
    </Empty>
  )
}

/** The three faces of something loaded: waiting, failed, there. */
export function Shown<T>({
  of: remote,
  rows,
  hotline,
  children,
}: {
  of: Remote<T>
  rows?: number
  hotline?: string | null
  children: (value: T) => ReactNode
}) {
  if (remote.value !== null) return <>{children(remote.value)}</>
  if (remote.failure) return <Failed failure={remote.failure} retry={() => void remote.reload()} hotline={hotline ?? null} />
  return <Loading {...(rows ? { rows } : {})} />
}
