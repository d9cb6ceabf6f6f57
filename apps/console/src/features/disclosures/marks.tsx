import { CheckCircleOutlined, ClockCircleOutlined, EditOutlined, HourglassOutlined, WarningOutlined } from '@ant-design/icons'
import { periodStates } from '@yinuo/contracts'
import type { PeriodState } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import { StateTag } from '../../elements/tag.tsx'
import type { Tone } from '../../theme/tokens.ts'

const faces: Readonly<Record<PeriodState, [Tone, ReactNode]>> = {
  coming: ['done', <HourglassOutlined key="coming" />],
  due: ['soon', <ClockCircleOutlined key="due" />],
  draft: ['soon', <EditOutlined key="draft" />],
  checked: ['waiting', <ClockCircleOutlined key="checked" />],
  posted: ['onTime', <CheckCircleOutlined key="posted" />],
}

/** Where a disclosure stands; what is late is said beside it. */
export function DisclosureTag({ state, late = false }: { state: PeriodState; late?: boolean }) {
  const [tone, icon] = faces[state]
  return (
    <>
      <StateTag tone={tone} icon={icon}>
        {periodStates[state]}
      </StateTag>
      {late && (
        <>
          {' '}
          <StateTag tone="late" icon={<WarningOutlined />}>
            逾期
          </StateTag>
        </>
      )}
    </>
  )
}
