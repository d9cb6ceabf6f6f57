import type { ConversationRow } from '@yinuo/contracts'
import { Badge } from 'antd'
import { useNow } from '../../app/clock.ts'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import styles from './conversations.module.css'
import { standingOf } from './words.ts'

/** One conversation of a pile. */
export function ConversationItem({ row, chosen, onOpen }: { row: ConversationRow; chosen: boolean; onOpen: () => void }) {
  const { tone, text } = standingOf(row, useNow())
  return (
    <button type="button" className={styles['item']} aria-current={chosen} onClick={onOpen}>
      <span className={styles['line']}>
        <b>{row.unitLabel}</b>
        <span className={styles['who']}>{row.residentName}</span>
        <TimeText at={row.lastAt} />
      </span>
      <span className={styles['line']}>
        <span className={styles['last']}>
          {row.lastSide === 'staff' ? '我方：' : ''}
          {row.lastText}
        </span>
        <Badge count={row.unread} size="small" title={`${row.unread} 条未读`} />
      </span>
      <span className={styles['line']}>
        <StateTag tone={tone}>{text}</StateTag>
        <span className={styles['who']}>{row.assignee ? `${row.assignee.name} 接待` : '待接待'}</span>
      </span>
    </button>
  )
}
