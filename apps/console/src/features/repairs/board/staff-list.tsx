import type { StaffOnMap } from '@yinuo/contracts'
import { useState } from 'react'
import { EmptyPlace, Listing } from '../../../elements/listing.tsx'
import { StateTag } from '../../../elements/tag.tsx'
import { CaseLink } from '../case-link.tsx'
import { useStaffOnMap } from '../queries.ts'
import type { Aim } from './board-page.tsx'
import styles from './board.module.css'
import { carriesRepair, draggedRepair } from './drag.ts'

/** The same people as on the plan, in words. */
export function StaffList({ communityId, onDrop }: { communityId: string; onDrop?: (aim: Aim) => void }) {
  const query = useStaffOnMap(communityId)
  const people = [...(query.data ?? [])].sort(
    (one, other) => Number(other.onDuty) - Number(one.onDuty) || other.openRepairs - one.openRepairs,
  )
  return (
    <section className={styles['people']}>
      <h2>在岗人员</h2>
      <Listing
        query={query}
        count={people.length}
        empty={<EmptyPlace title="还没有人上岗" hint="员工在小程序工作台点“上岗”后，会出现在这里。" />}
      >
        <ul>
          {people.map((person) => (
            <Line key={person.staffId} communityId={communityId} person={person} onDrop={onDrop} />
          ))}
        </ul>
      </Listing>
    </section>
  )
}

function Line({ communityId, person, onDrop }: { communityId: string; person: StaffOnMap; onDrop?: (aim: Aim) => void }) {
  const [aimed, setAimed] = useState(false)
  return (
    <li
      data-aimed={aimed}
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
      <strong>{person.name}</strong>
      {!person.onDuty && <StateTag tone="done">离岗</StateTag>}
      {person.onDuty && !person.repairId && <StateTag tone="onTime">空闲</StateTag>}
      {person.repairId && (
        <CaseLink communityId={communityId} id={person.repairId}>
          {person.repairNumber}
        </CaseLink>
      )}
      <span>手上 {person.openRepairs} 件</span>
    </li>
  )
}
