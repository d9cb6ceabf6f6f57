import type { ReactNode } from 'react'
import { useEffect } from 'react'
import './app.scss'
import { keepSaying } from './outbox/conversation-outbox.ts'
import { keepSending } from './outbox/repair-outbox.ts'
import { openPage, platform } from './platform'
import { watchPrivacy } from './session/privacy.ts'
import { sendAnswers } from './session/subscriptions.ts'

export default function App({ children }: { children: ReactNode }) {
  useEffect(() => {
    watchPrivacy()
    platform.onOpenPage(openPage)
    keepSending()
    keepSaying()
    void sendAnswers()
  }, [])
  return children
}
