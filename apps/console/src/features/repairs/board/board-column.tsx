import type { RepairRow } from '@yinuo/contracts'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommunity } from '../../../app/community.ts'
import { RetryNote } from '../../../elements/listing.tsx'
import type { Asking } from '../../../elements/listing.tsx'
import { COLUMN_LIMIT, useRepairNumbers } from '../queries.ts'
import { BoardCard } from './board-card.tsx'
import type { BoardColumn } from './board-columns.ts'
import type { Aim } from './board-page.tsx'
import styles from './board.module.css'
import { carriesRepair, draggedRepair } from './drag.ts'

interface BoardColumnViewProps {
  column: BoardColumn
  query: Asking
  rows: RepairRow[]
  onAim?: (aim: Aim) => void
}

export function BoardColumnView({ column, query, rows, onAim }: BoardColumnViewProps) {
  const { communityId } = useCommunity()
  const numbers = useRepairNumbers(communityId)
  const [aimed, setAimed] = useState(false)
  const counted = numbers.data ? column.states.reduce((all, state) => all + (numbers.data.byState[state] ?? 0), 0) : 0
  const count = Math.max(counted, rows.length)
  const takesCards = onAim && column.title === '待接单'

  return (
    <section
      className={styles['column']}
      data-aimed={aimed}
      aria-label={`${column.title} ${count} 件`}
      onDragOver={(event) => {
        if (!takesCards || !carriesRepair(event)) return
        event.preventDefault()
        setAimed(true)
      }}
      onDragLeave={() => setAimed(false)}
      onDrop={(event) => {
        setAimed(false)
        const repairId = draggedRepair(event)
        if (takesCards && repairId) onAim({ repairId })
      }}
    >
      <header>
        <h2>{column.title}</h2>
        <span>{count}</span>
      </header>
      {query.isError && <RetryNote query={query} />}
      {query.isPending && <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      {query.isSuccess && rows.length === 0 && <p className={styles['none']}>{column.empty}</p>}
      {rows.map((row) => (
        <BoardCard key={row.id} row={row} onAim={onAim} />
      ))}
      {count > rows.length && rows.length >= COLUMN_LIMIT && (
        <Link to={`/c/${communityId}/repairs?state=${column.states.join(',')}`} className={styles['more']}>
          还有 {count - rows.length} 件，去列表查看
        </Link>
      )}
    </section>
  )
}
