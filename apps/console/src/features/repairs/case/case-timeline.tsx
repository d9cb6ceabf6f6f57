import { RobotOutlined, ToolOutlined, UserOutlined } from '@ant-design/icons'
import type { CaseEventView } from '@yinuo/contracts'
import { Photos } from '../../../elements/photos.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import styles from './case.module.css'

const icons = { resident: <UserOutlined />, staff: <ToolOutlined />, system: <RobotOutlined /> }

/** Newest first, like a parcel's way. */
export function CaseTimeline({ events }: { events: CaseEventView[] }) {
  const newestFirst = [...events].sort((one, other) => other.at.localeCompare(one.at))
  return (
    <ol className={styles['timeline']}>
      {newestFirst.map((event) => (
        <li key={event.id} data-role={event.actorRole}>
          <i aria-hidden="true">{icons[event.actorRole]}</i>
          <div>
            <p>{event.text}</p>
            <small>
              <TimeText at={event.at} /> · {event.actorRole === 'system' ? '系统' : event.actorName}
            </small>
            <Photos files={event.files} size={72} />
          </div>
        </li>
      ))}
    </ol>
  )
}
