import type { MeetingSlot } from '@yinuo/contracts'
import { Panel } from '../../elements/page.tsx'
import { exactTime } from '../../words/time.ts'
import styles from './meetings.module.css'

/** The slots of a reception day, and how full each is. */
export function Slots({ slots }: { slots: MeetingSlot[] }) {
  const taken = slots.reduce((sum, slot) => sum + slot.taken, 0)
  const places = slots.reduce((sum, slot) => sum + slot.capacity, 0)
  return (
    <Panel title={`时段：共 ${places} 个名额，已约 ${taken} 个`} padded>
      <div className={styles['slots']}>
        {slots.map(({ at, capacity, taken: here }) => (
          <div key={at} className={styles['slot']} data-full={here >= capacity}>
            <strong>{exactTime(at).slice(11, 16)}</strong>
            <span>{here >= capacity ? '已满' : here === 0 ? '空' : '有余'}</span>
            <span>
              {here} / {capacity}
            </span>
          </div>
        ))}
      </div>
    </Panel>
  )
}
