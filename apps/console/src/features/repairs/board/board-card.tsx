import { CameraOutlined, HourglassOutlined, UserOutlined } from '@ant-design/icons'
import { repairCategories, repairStates } from '@yinuo/contracts'
import type { RepairRow } from '@yinuo/contracts'
import { Button } from 'antd'
import { useOpenCase } from '../case-link.tsx'
import { RowClock, UrgencyMark } from '../repair-marks.tsx'
import type { Aim } from './board-page.tsx'
import styles from './board.module.css'
import { dragRepair } from './drag.ts'

/** One case on the board: opens by a click, is dispatched by dragging it or by its button. */
export function BoardCard({ row, onAim }: { row: RepairRow; onAim?: (aim: Aim) => void }) {
  const openCase = useOpenCase()
  const open = () => openCase(row.communityId, row.id)
  const mayBeSent = onAim && (row.state === 'reported' || row.state === 'assigned')
  return (
    <article
      className={styles['card']}
      data-urgency={row.urgency}
      tabIndex={0}
      draggable={Boolean(mayBeSent)}
      onDragStart={(event) => dragRepair(event, row.id)}
      onClick={open}
      onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && open()}
      aria-label={`${row.number} ${row.placeLabel} ${repairCategories[row.category].label}`}
    >
      <div className={styles['when']}>
        <RowClock row={row} />
        {row.urgency !== 'routine' && <UrgencyMark urgency={row.urgency} />}
      </div>
      <h3>{row.placeLabel}</h3>
      <p>
        {repairCategories[row.category].label} · {row.description}
      </p>
      <footer>
        {row.assignee ? (
          <span>
            <UserOutlined /> {row.assignee.name}
          </span>
        ) : (
          <span>{row.reporterName}</span>
        )}
        {row.state === 'accepted' && <span>{repairStates.accepted}</span>}
        {row.flaggedNoProgress && (
          <span style={{ color: 'var(--soon-text)' }}>
            <HourglassOutlined /> 久无进展
          </span>
        )}
        {row.photoUrl && <CameraOutlined aria-label="有照片" />}
        {mayBeSent && row.state === 'reported' && (
          <Button
            size="small"
            type="primary"
            ghost
            onClick={(event) => {
              event.stopPropagation()
              onAim({ repairId: row.id })
            }}
          >
            派单
          </Button>
        )}
      </footer>
    </article>
  )
}
