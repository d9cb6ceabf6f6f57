import { useState } from 'react'
import { sentenceOf } from '../session/failure.ts'
import { comeBack } from '../session/session.ts'
import { platform } from '../platform'
import { ActionButton } from './button.tsx'
import { Empty } from './empty.tsx'

export function SignInAgain({ onBack }: { onBack: () => void }) {
  const [busy, setBusy] = useState(false)
  const signIn = async () => {
    setBusy(true)
    try {
      await comeBack()
      onBack()
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Empty icon="user" title="您还没有登录" text="登录后可以报修、查看进度和接收通知。">
      <ActionButton text="微信登录" busy={busy} onTap={() => void signIn()} />
    </Empty>
  )
}
