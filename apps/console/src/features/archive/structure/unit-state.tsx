import { HomeOutlined, KeyOutlined, MinusCircleOutlined, ToolOutlined } from '@ant-design/icons'
import { unitStates } from '@yinuo/contracts'
import type { UnitState } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import { StateTag } from '../../../elements/tag.tsx'
import type { Tone } from '../../../theme/tokens.ts'

/** A unit's state is told by colour, icon and word together. */
export const stateMarks: Record<UnitState, { tone: Tone; icon: ReactNode }> = {
  occupied: { tone: 'onTime', icon: <HomeOutlined /> },
  let: { tone: 'waiting', icon: <KeyOutlined /> },
  vacant: { tone: 'done', icon: <MinusCircleOutlined /> },
  renovating: { tone: 'soon', icon: <ToolOutlined /> },
}

export function UnitStateTag({ state }: { state: UnitState }) {
  const { tone, icon } = stateMarks[state]
  return (
    <StateTag tone={tone} icon={icon}>
      {unitStates[state]}
    </StateTag>
  )
}
