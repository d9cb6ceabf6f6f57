import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  DisconnectOutlined,
  ExclamationCircleOutlined,
  StopOutlined,
} from '@ant-design/icons'
import { visitStates } from '@yinuo/contracts'
import type { VisitState } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import { StateTag } from '../../elements/tag.tsx'
import type { Tone } from '../../theme/tokens.ts'

const looks: Record<VisitState, { tone: Tone; icon: ReactNode }> = {
  planned: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  reached: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  unreached: { tone: 'soon', icon: <DisconnectOutlined /> },
  declined: { tone: 'done', icon: <StopOutlined /> },
  missed: { tone: 'late', icon: <CloseCircleOutlined /> },
  dropped: { tone: 'done', icon: <StopOutlined /> },
}

/** How a visit stands; late ones say so. */
export function VisitStateTag({ state, late = false }: { state: VisitState; late?: boolean }) {
  if (late)
    return (
      <StateTag tone="late" icon={<ExclamationCircleOutlined />}>
        已逾期
      </StateTag>
    )
  const { tone, icon } = looks[state]
  return (
    <StateTag tone={tone} icon={icon}>
      {visitStates[state]}
    </StateTag>
  )
}
