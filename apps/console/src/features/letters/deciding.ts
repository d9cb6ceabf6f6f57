import type { LetterView } from '@yinuo/contracts'

/** What every form that decides a letter is given. */
export interface Deciding {
  letter: LetterView
  onCancel: () => void
  onReload: () => void
}
