import { RobotOutlined, ToolOutlined, UserOutlined } from '@ant-design/icons'
import type { CaseEventView, FileView } from '@yinuo/contracts'
import { Photos } from '../../../elements/photos.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import styles from './case.module.css'

const icons = { resident: <UserOutlined />, staff: <ToolOutlined />, system: <RobotOutlined /> }

/** Newest first, like a parcel's way. Photos the page shows already are not shown again. */
export function CaseTimeline({ events, shown }: { events: CaseEventView[]; shown: FileView[] }) {
  const already = new Set(shown.map(({ id }) => id))
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
            <Photos files={event.files.filter(({ id }) => !already.has(id))} size={72} />
          </div>
        </li>
      ))}
    </ol>
  )
}
