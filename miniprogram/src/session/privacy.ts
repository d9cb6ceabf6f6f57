import type { PrivacyQuestion } from '../platform'
import { platform } from '../platform'
import { createStore } from './store.ts'

/** What WeChat waits for, if anything. */
export const privacy = createStore<{ question: PrivacyQuestion | null }>({ question: null })

export function watchPrivacy(): void {
  platform.onPrivacyQuestion((question) => privacy.set({ question }))
}
