import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, RollbackOutlined } from '@ant-design/icons'
import { billStates, runStates } from '@yinuo/contracts'
import type { BillRow, BillRunView } from '@yinuo/contracts'
import { StateTag } from '../../elements/tag.tsx'

/** How far a bill is paid; late is said in a word too. */
export function BillTag({ bill: { state, overdue } }: { bill: Pick<BillRow, 'state' | 'overdue'> }) {
  if (state === 'paid') return <StateTag tone="onTime" icon={<CheckCircleOutlined />} children={billStates.paid} />
  if (state === 'reversed') return <StateTag tone="done" icon={<RollbackOutlined />} children={billStates.reversed} />
  if (overdue) return <StateTag tone="late" icon={<ExclamationCircleOutlined />} children={`${billStates[state]} · 已逾期`} />
  return <StateTag tone="waiting" icon={<ClockCircleOutlined />} children={billStates[state]} />
}

const runMarks = {
  working: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  stuck: { tone: 'late', icon: <ExclamationCircleOutlined /> },
  done: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  reversed: { tone: 'done', icon: <RollbackOutlined /> },
} as const

export function RunTag({ run: { state } }: { run: Pick<BillRunView, 'state'> }) {
  return <StateTag {...runMarks[state]} children={runStates[state]} />
}
