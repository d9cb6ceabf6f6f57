import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, StopOutlined } from '@ant-design/icons'
import { overpaymentStates, paymentStates, refundStates } from '@yinuo/contracts'
import type { OverpaymentRow, PaymentRow, RefundRow } from '@yinuo/contracts'
import { StateTag } from '../../elements/tag.tsx'

const paymentMarks = {
  open: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  paid: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  closed: { tone: 'done', icon: <StopOutlined /> },
} as const

export function PaymentTag({ payment: { state } }: { payment: Pick<PaymentRow, 'state'> }) {
  return <StateTag {...paymentMarks[state]} children={paymentStates[state]} />
}

const refundMarks = {
  asked: { tone: 'late', icon: <ClockCircleOutlined /> },
  refused: { tone: 'done', icon: <StopOutlined /> },
  approved: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  sent: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  done: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  abnormal: { tone: 'late', icon: <ExclamationCircleOutlined /> },
  closed: { tone: 'done', icon: <StopOutlined /> },
} as const

export function RefundTag({ refund: { state } }: { refund: Pick<RefundRow, 'state'> }) {
  return <StateTag {...refundMarks[state]} children={refundStates[state]} />
}

export function OverpaymentTag({ over: { state, refunding } }: { over: Pick<OverpaymentRow, 'state' | 'refunding'> }) {
  if (state !== 'open') return <StateTag tone="onTime" icon={<CheckCircleOutlined />} children={overpaymentStates[state]} />
  if (refunding) return <StateTag tone="waiting" icon={<ClockCircleOutlined />} children="退款中" />
  return <StateTag tone="late" icon={<ExclamationCircleOutlined />} children={overpaymentStates.open} />
}
