import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons'
import { deliveryStates } from '@yinuo/contracts'
import type { DeliveryRow } from '@yinuo/contracts'
import { Tooltip } from 'antd'
import { StateTag } from '../../elements/tag.tsx'

const looks = {
  pending: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  sent: { tone: 'onTime', icon: <CheckCircleOutlined /> },
  failed: { tone: 'late', icon: <CloseCircleOutlined /> },
  skipped: { tone: 'done', icon: <MinusCircleOutlined /> },
} as const

export function DeliveryTag({ delivery }: { delivery: Pick<DeliveryRow, 'state' | 'reason'> }) {
  const { tone, icon } = looks[delivery.state]
  return (
    <Tooltip title={delivery.reason}>
      <span>
        <StateTag tone={tone} icon={icon}>
          {deliveryStates[delivery.state]}
        </StateTag>
      </span>
    </Tooltip>
  )
}
