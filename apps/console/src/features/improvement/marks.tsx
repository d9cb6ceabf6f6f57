import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  RollbackOutlined,
  SyncOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { improvementStates, proposalStates } from '@yinuo/contracts'
import type { ImprovementRow, ProposalState } from '@yinuo/contracts'
import { StateTag } from '../../elements/tag.tsx'

const looks = {
  open: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  doing: { tone: 'soon', icon: <SyncOutlined /> },
  done: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  checked: { tone: 'done', icon: <CheckCircleOutlined /> },
} as const

export function ImprovementTags({ row }: { row: Pick<ImprovementRow, 'state' | 'overdue' | 'effective'> }) {
  const { tone, icon } = looks[row.state]
  return (
    <>
      <StateTag tone={tone} icon={icon}>
        {improvementStates[row.state]}
      </StateTag>{' '}
      {row.overdue && (
        <StateTag tone="late" icon={<WarningOutlined />}>
          已逾期
        </StateTag>
      )}
      {row.effective === true && (
        <StateTag tone="onTime" icon={<CheckCircleOutlined />}>
          有效
        </StateTag>
      )}
      {row.effective === false && (
        <StateTag tone="late" icon={<CloseCircleOutlined />}>
          无效
        </StateTag>
      )}
    </>
  )
}

const proposalLooks = {
  open: { tone: 'soon', icon: <ExclamationCircleOutlined /> },
  accepted: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  dismissed: { tone: 'done', icon: <RollbackOutlined /> },
} as const

export function ProposalTag({ state }: { state: ProposalState }) {
  const { tone, icon } = proposalLooks[state]
  return (
    <StateTag tone={tone} icon={icon}>
      {proposalStates[state]}
    </StateTag>
  )
}

/** From what it was to what it is to be, and where it stands. */
export function Figures({ row }: { row: Pick<ImprovementRow, 'figureAtOpening' | 'figureNow' | 'target'> }) {
  const isReached = row.figureNow <= row.target
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums' }}>
      {row.figureAtOpening} → {row.target}，近 30 天{' '}
      <strong style={{ color: isReached ? 'var(--on-time-text, #17714A)' : 'var(--ink)' }}>{row.figureNow}</strong> 件
      {isReached && ' ✓'}
    </span>
  )
}
