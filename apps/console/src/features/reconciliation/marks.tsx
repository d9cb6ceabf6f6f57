import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  FileTextOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons'
import { differenceStates, statementStates } from '@yinuo/contracts'
import type { DifferenceRow, StatementRow } from '@yinuo/contracts'
import { StateTag } from '../../elements/tag.tsx'

const statementMarks = {
  waiting: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  refused: { tone: 'late', icon: <ExclamationCircleOutlined /> },
  none: { tone: 'done', icon: <MinusCircleOutlined /> },
  checked: { tone: 'onTime', icon: <CheckCircleOutlined /> },
} as const

export function StatementTag({ statement: { state, late } }: { statement: Pick<StatementRow, 'state' | 'late'> }) {
  if (state === 'waiting' && late) return <StateTag tone="late" icon={<ExclamationCircleOutlined />} children="账单迟到" />
  return <StateTag {...statementMarks[state]} children={statementStates[state]} />
}

const differenceMarks = {
  open: { tone: 'late', icon: <ExclamationCircleOutlined /> },
  settled: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  explained: { tone: 'done', icon: <FileTextOutlined /> },
} as const

export function DifferenceTag({ difference: { state } }: { difference: Pick<DifferenceRow, 'state'> }) {
  return <StateTag {...differenceMarks[state]} children={differenceStates[state]} />
}
