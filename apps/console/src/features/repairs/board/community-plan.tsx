import type { Place, RepairRow, StaffOnMap } from '@yinuo/contracts'
import { Tooltip } from 'antd'
import { useMemo } from 'react'
import { useNow } from '../../../app/clock.ts'
import { useMeasured } from '../../../elements/measured.ts'
import planStyles from '../../../elements/plan.module.css'
import type { Tone } from '../../../theme/tokens.ts'
import { rowClock } from '../../../words/clock.ts'
import { useOpenCase } from '../case-link.tsx'
import { usePlaces, useStaffOnMap } from '../queries.ts'
import type { Aim } from './board-page.tsx'
import { PersonOnPlan } from './person-on-plan.tsx'
import { placingOf, repairsByBuilding, shortLabel, spread } from './plan-places.ts'
import type { Point } from './plan-places.ts'

// Where people stand beside their building: below it where there is room for their names, at its corner where not.
const looks = {
  large: { box: 60, air: { sides: 60, above: 40, below: 76 }, person: { x: 0, y: 28 }, step: 46 },
  small: { box: 32, air: { sides: 36, above: 28, below: 20 }, person: { x: -16, y: -15 }, step: 16 },
}
const gravity: Tone[] = ['late', 'soon', 'onTime', 'waiting', 'done']

interface CommunityPlanProps {
  communityId: string
  open: RepairRow[]
  large: boolean
  onDrop?: (aim: Aim) => void
}

type Placed<T> = T & Point
const isPlaced = <T extends { x: number | null; y: number | null }>(thing: T): thing is Placed<T> =>
  thing.x !== null && thing.y !== null

/** The plan of the community: buildings with their open cases, and who is where on what. */
export function CommunityPlan({ communityId, open, large, onDrop }: CommunityPlanProps) {
  const places = usePlaces(communityId)
  const staff = useStaffOnMap(communityId)
  const openCase = useOpenCase()
  const [drawing, screen] = useMeasured<SVGSVGElement>({ width: 460, height: 190 })
  const buildings = useMemo(
    () => (places.data ?? []).filter((place) => place.kind === 'building').filter(isPlaced<Place>),
    [places.data],
  )
  const people = useMemo(() => (staff.data ?? []).filter(isPlaced<StaffOnMap>), [staff.data])
  const byBuilding = useMemo(() => repairsByBuilding(open, buildings), [open, buildings])
  const look = large ? looks.large : looks.small
  const at = placingOf([...buildings, ...people], { ...screen, air: look.air })

  return (
    <svg
      ref={drawing}
      className={planStyles['plan']}
      viewBox={`0 0 ${screen.width} ${screen.height}`}
      style={{ height: large ? 'max(420px, calc(100vh - 270px))' : 190 }}
      role="img"
      aria-label={`现场图：${people.length} 名员工，${open.length} 件未结报修`}
    >
      {buildings.map((building) => (
        <BuildingOnPlan
          key={building.id}
          at={at(building)}
          width={look.box}
          label={large ? building.label : shortLabel(building.label)}
          cases={byBuilding.get(building.id) ?? []}
          onOpen={(id) => openCase(communityId, id)}
        />
      ))}
      {spread(
        people.map((person) => ({ ...person, x: at(person).x + look.person.x, y: at(person).y + look.person.y })),
        look.step,
      ).map((person) => (
        <PersonOnPlan
          key={person.staffId}
          person={person}
          named={large}
          onDrop={onDrop}
          onOpen={(id) => openCase(communityId, id)}
        />
      ))}
    </svg>
  )
}

interface BuildingOnPlanProps {
  at: Point
  width: number
  label: string
  cases: RepairRow[]
  onOpen: (repairId: string) => void
}

function BuildingOnPlan({ at, width, label, cases, onOpen }: BuildingOnPlanProps) {
  const now = useNow()
  const tones = cases.map((row) => rowClock(row, now).tone)
  const worst = gravity.find((tone) => tones.includes(tone))
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <rect className={planStyles['building']} x={-width / 2} y={-12} width={width} height={24} rx={3} />
      <text className={planStyles['label']} y={4} fontSize={12}>
        {label}
      </text>
      {worst && (
        <Tooltip
          title={cases.map((row) => `${row.number} ${row.description}`).join('\n')}
          styles={{ container: { whiteSpace: 'pre-line' } }}
        >
          <g
            className={planStyles['case']}
            data-tone={worst}
            transform={`translate(${width / 2} -12)`}
            onClick={() => onOpen(cases[0]!.id)}
          >
            <circle r={9} />
            <text y={4} fontSize={11} textAnchor="middle" fill="#fff" fontWeight={600}>
              {cases.length}
            </text>
          </g>
        </Tooltip>
      )}
    </g>
  )
}
