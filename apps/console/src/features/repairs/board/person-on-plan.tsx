import type { StaffOnMap } from '@yinuo/contracts'
import { Tooltip } from 'antd'
import { useState } from 'react'
import planStyles from '../../../elements/plan.module.css'
import type { Aim } from './board-page.tsx'
import { carriesRepair, draggedRepair } from './drag.ts'
import type { Point } from './plan-places.ts'

interface PersonOnPlanProps {
  person: StaffOnMap & Point
  named: boolean
  onDrop?: (aim: Aim) => void
  onOpen: (repairId: string) => void
}

/** Somebody on the plan; a card dropped here aims at them. */
export function PersonOnPlan({ person, named, onDrop, onOpen }: PersonOnPlanProps) {
  const [aimed, setAimed] = useState(false)
  const doing = person.repairNumber ? `正在处理 ${person.repairNumber}` : person.onDuty ? '空闲' : '离岗'
  return (
    <Tooltip title={`${person.name}：${doing}，手上 ${person.openRepairs} 件`}>
      <g
        className={planStyles['person']}
        data-busy={person.repairId !== null}
        data-off={!person.onDuty}
        data-target={aimed}
        transform={`translate(${person.x} ${person.y})`}
        onClick={() => person.repairId && onOpen(person.repairId)}
        onDragOver={(event) => {
          if (!onDrop || !person.onDuty || !carriesRepair(event)) return
          event.preventDefault()
          setAimed(true)
        }}
        onDragLeave={() => setAimed(false)}
        onDrop={(event) => {
          setAimed(false)
          const repairId = draggedRepair(event)
          if (repairId) onDrop?.({ repairId, staffId: person.staffId })
        }}
      >
        <circle r={named ? 11 : 9} strokeWidth={aimed ? 3 : 1.5} />
        <text y={4} fontSize={11}>
          {person.name.slice(0, 1)}
        </text>
        {named && (
          <text className={planStyles['name']} y={25} fontSize={12} strokeWidth={3}>
            {person.name}
          </text>
        )}
      </g>
    </Tooltip>
  )
}
