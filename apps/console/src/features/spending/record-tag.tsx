import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, RollbackOutlined } from '@ant-design/icons'
import { fundRecordStates } from '@yinuo/contracts'
import type { FundRecordState } from '@yinuo/contracts'
import { StateTag } from '../../elements/tag.tsx'

const looks = {
  asked: { tone: 'soon', icon: <ClockCircleOutlined /> },
  refused: { tone: 'late', icon: <CloseCircleOutlined /> },
  booked: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  reversed: { tone: 'done', icon: <RollbackOutlined /> },
} as const

export function RecordTag({ state }: { state: FundRecordState }) {
  const { tone, icon } = looks[state]
  return (
    <StateTag tone={tone} icon={icon}>
      {fundRecordStates[state]}
    </StateTag>
  )
}
