import type { BillSentence } from '@yinuo/contracts'
import { yuan } from '../../words/money.ts'
import styles from './billing.module.css'

/** How an amount was reckoned, line by line, and what it adds up to. */
export function Sentences({ lines, totalFen }: { lines: BillSentence[]; totalFen: number }) {
  return (
    <ul className={styles['lines']}>
      {lines.map(({ text, amountFen }) => (
        <li key={text}>
          <span>{text}</span>
          <span>{amountFen === null ? '' : yuan(amountFen)}</span>
        </li>
      ))}
      <li className={styles['total']}>
        <span>合计</span>
        <span>{yuan(totalFen)}</span>
      </li>
    </ul>
  )
}
