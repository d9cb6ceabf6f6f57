import { SyncOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useLive } from '../../../live/live-community.tsx'
import { spokenTime } from '../../../words/time.ts'
import { serverNow } from '../../../app/clock.ts'
import styles from './board.module.css'

/** Says whether what is on the screen is of now. */
export function LiveMark() {
  const { state, events } = useLive()
  const latest = events[0]
  return (
    <Tooltip title={state === 'live' ? '有变化会立即显示' : '连接断开，正在重连；期间每分钟刷新一次'}>
      <span role="status" className={styles['live']} data-state={state}>
        {state === 'live' ? <i /> : <SyncOutlined spin />}
        {state === 'live' ? '实时' : '重连中'}
        {latest && (
          <span className={styles['happening']}>
            {spokenTime(latest.at, serverNow())} {latest.number} {latest.text}
          </span>
        )}
      </span>
    </Tooltip>
  )
}
