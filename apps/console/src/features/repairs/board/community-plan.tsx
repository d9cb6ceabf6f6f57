import type { RepairRow, StaffOnMap } from '@yinuo/contracts'
import { Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import { useNow } from '../../../app/clock.ts'
import planStyles from '../../../elements/plan.module.css'
import type { Tone } from '../../../theme/tokens.ts'
import { rowClock } from '../../../words/clock.ts'
import { useOpenCase } from '../case-link.tsx'
import { usePlaces, useStaffOnMap } from '../queries.ts'
import type { Aim } from './board-page.tsx'
import { carriesRepair, draggedRepair } from './drag.ts'
import { repairsByBuilding, spread, viewOf } from './plan-places.ts'

const gravity: Tone[] = ['late', 'soon', 'onTime', 'waiting', 'done']

interface CommunityPlanProps {
  communityId: string
  open: RepairRow[]
  large: boolean
  onDrop?: (aim: Aim) => void
}

/** The plan of the community: buildings with their open cases, and who is where on what. */
export function CommunityPlan({ communityId, open, large, onDrop }: CommunityPlanProps) {
  const places = usePlaces(communityId)
  const staff = useStaffOnMap(communityId)
  const openCase = useOpenCase()
  const now = useNow()
  const buildings = useMemo(
    () => (places.data ?? []).filter((place) => place.kind === 'building' && place.x !== null && place.y !== null),
    [places.data],
  )
  const people = useMemo(() => (staff.data ?? []).filter(isPlaced), [staff.data])
  const byBuilding = useMemo(() => repairsByBuilding(open, buildings), [open, buildings])
  const size = large ? 1 : 0.72
  const screen = large ? { width: 860, height: 560 } : { width: 460, height: 190 }
  const air = { sides: 48 * size, above: 32 * size, below: (large ? 62 : 48) * size }
  const view = viewOf([...buildings, ...people], screen, air)
  // Marks keep their size however large the community is.
  const px = (pixels: number) => pixels * size * view.scale

  return (
    <svg
      className={planStyles['plan']}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      style={{ height: large ? 'max(420px, calc(100vh - 270px))' : 190 }}
      role="img"
      aria-label={`现场图：${people.length} 名员工，${open.length} 件未结报修`}
    >
      {buildings.map((building) => {
        const cases = byBuilding.get(building.id) ?? []
        const tones = cases.map((row) => rowClock(row, now).tone)
        const worst = gravity.find((tone) => tones.includes(tone))
        return (
          <g key={building.id} transform={`translate(${building.x} ${building.y})`}>
            <rect
              className={planStyles['building']}
              x={px(-26)}
              y={px(-13)}
              width={px(52)}
              height={px(26)}
              rx={px(3)}
              strokeWidth={px(1)}
            />
            <text className={planStyles['label']} y={px(4)} fontSize={px(11)}>
              {building.label}
            </text>
            {worst && (
              <Tooltip
                title={cases.map((row) => `${row.number} ${row.description}`).join('\n')}
                styles={{ container: { whiteSpace: 'pre-line' } }}
              >
                <g
                  className={planStyles['case']}
                  data-tone={worst}
                  transform={`translate(${px(24)} ${px(-13)})`}
                  onClick={() => openCase(communityId, cases[0]!.id)}
                >
                  <path d={`M0 ${px(-9)} a${px(9)} ${px(9)} 0 1 1 0 ${px(18)} a${px(9)} ${px(9)} 0 1 1 0 ${px(-18)}`} />
                  <text y={px(4)} fontSize={px(11)} textAnchor="middle" fill="#fff" fontWeight={600}>
                    {cases.length}
                  </text>
                </g>
              </Tooltip>
            )}
          </g>
        )
      })}
      {spread(people, px(22)).map((person) => (
        <Person
          key={person.staffId}
          person={person}
          px={px}
          named={large}
          onDrop={onDrop}
          onOpen={(id) => openCase(communityId, id)}
        />
      ))}
    </svg>
  )
}

type Placed = StaffOnMap & { x: number; y: number }
const isPlaced = (person: StaffOnMap): person is Placed => person.x !== null && person.y !== null

interface PersonProps {
  person: Placed
  px: (pixels: number) => number
  named: boolean
  onDrop?: (aim: Aim) => void
  onOpen: (repairId: string) => void
}

function Person({ person, px, named, onDrop, onOpen }: PersonProps) {
  const [aimed, setAimed] = useState(false)
  const doing = person.repairNumber ? `正在处理 ${person.repairNumber}` : person.onDuty ? '空闲' : '离岗'
  return (
    <Tooltip title={`${person.name}：${doing}，手上 ${person.openRepairs} 件`}>
      <g
        className={planStyles['person']}
        data-busy={person.repairId !== null}
        data-off={!person.onDuty}
        data-target={aimed}
        transform={`translate(${person.x} ${person.y + px(26)})`}
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
        <circle r={px(11)} strokeWidth={px(aimed ? 3 : 1.5)} />
        <text y={px(4)} fontSize={px(11)}>
          {person.name.slice(0, 1)}
        </text>
        {named && (
          <text className={planStyles['name']} y={px(25)} fontSize={px(12)} strokeWidth={px(3)}>
            {person.name}
          </text>
        )}
      </g>
    </Tooltip>
  )
}
