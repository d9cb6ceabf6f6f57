import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  FieldTimeOutlined,
  PauseCircleOutlined,
} from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { Tone } from '../theme/tokens.ts'
import type { ClockWording } from '../words/clock.ts'
import styles from './marks.module.css'

const icons: Record<Tone, ReactNode> = {
  onTime: <ClockCircleOutlined />,
  soon: <FieldTimeOutlined />,
  late: <ExclamationCircleFilled />,
  waiting: <PauseCircleOutlined />,
  done: <CheckCircleOutlined />,
}

/** A running clock: colour, icon and word together; the exact time on hover. */
export function ClockMark({ wording, filled = false }: { wording: ClockWording; filled?: boolean }) {
  return (
    <Tooltip title={wording.exact}>
      <span className={filled ? `${styles['clock']} ${styles['filled']}` : styles['clock']} data-tone={wording.tone}>
        {icons[wording.tone]}
        {wording.text}
      </span>
    </Tooltip>
  )
}
