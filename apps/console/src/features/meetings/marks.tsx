import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  FileTextOutlined,
  NotificationOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { complaintStates, meetingStates, pointStates, repairStates } from '@yinuo/contracts'
import type { MeetingPoint, MeetingRow } from '@yinuo/contracts'
import { StateTag } from '../../elements/tag.tsx'

const looks = {
  planned: { tone: 'waiting', icon: <EditOutlined /> },
  announced: { tone: 'soon', icon: <NotificationOutlined /> },
  held: { tone: 'soon', icon: <FileTextOutlined /> },
  published: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  cancelled: { tone: 'done', icon: <CloseCircleOutlined /> },
} as const

export function MeetingTag({ meeting: { state, overdue, finished, unanswered } }: { meeting: MeetingRow }) {
  if (overdue)
    return (
      <StateTag tone="late" icon={<WarningOutlined />}>
        时间已过，未登记召开
      </StateTag>
    )
  if (finished)
    return (
      <StateTag tone="done" icon={<CheckCircleOutlined />}>
        已办结
      </StateTag>
    )
  const { tone, icon } = looks[state]
  return (
    <>
      <StateTag tone={tone} icon={icon}>
        {meetingStates[state]}
      </StateTag>{' '}
      {unanswered > 0 && (
        <StateTag tone="soon" icon={<ClockCircleOutlined />}>
          {unanswered} 件待答复
        </StateTag>
      )}
    </>
  )
}

const pointLooks = {
  open: { tone: 'late', icon: <WarningOutlined /> },
  followed: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  answered: { tone: 'onTime', icon: <CheckCircleOutlined /> },
} as const

export function PointTag({ point: { state, followed } }: { point: Pick<MeetingPoint, 'state' | 'followed'> }) {
  const { tone, icon } = pointLooks[state]
  const states: Readonly<Record<string, string>> = followed?.kind === 'repair' ? repairStates : complaintStates
  return (
    <StateTag tone={tone} icon={icon}>
      {pointStates[state]}
      {followed && ` · ${states[followed.state] ?? ''}`}
    </StateTag>
  )
}
