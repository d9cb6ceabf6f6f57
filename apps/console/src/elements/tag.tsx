import type { ReactNode } from 'react'
import type { Tone } from '../theme/tokens.ts'
import styles from './marks.module.css'

/** A state in a word, with its icon and colour. */
export function StateTag({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={styles['tag']} data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}
