import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  EyeOutlined,
  RollbackOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { noticeStates } from '@yinuo/contracts'
import type { NoticeState, OutageRow } from '@yinuo/contracts'
import { StateTag } from '../../elements/tag.tsx'

const looks = {
  draft: { tone: 'done', icon: <EditOutlined /> },
  submitted: { tone: 'soon', icon: <EyeOutlined /> },
  refused: { tone: 'late', icon: <CloseCircleOutlined /> },
  approved: { tone: 'waiting', icon: <CheckCircleOutlined /> },
  scheduled: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  published: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  withdrawn: { tone: 'done', icon: <RollbackOutlined /> },
} as const

export function NoticeTag({ state }: { state: NoticeState }) {
  const { tone, icon } = looks[state]
  return (
    <StateTag tone={tone} icon={icon}>
      {noticeStates[state]}
    </StateTag>
  )
}

export function OutageTag({ outage: { state, overdue } }: { outage: Pick<OutageRow, 'state' | 'overdue'> }) {
  if (state === 'recovered')
    return (
      <StateTag tone="done" icon={<CheckCircleOutlined />}>
        已恢复
      </StateTag>
    )
  return (
    <StateTag tone={overdue ? 'late' : 'soon'} icon={overdue ? <WarningOutlined /> : <ClockCircleOutlined />}>
      {overdue ? '超过预计时间' : '未恢复'}
    </StateTag>
  )
}
