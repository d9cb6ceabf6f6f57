import type { UnitCell } from '@yinuo/contracts'

export interface Floor {
  floor: number
  units: UnitCell[]
}

/** An entrance's floors, the highest first, each with its units by number. */
export function floorsOf(units: readonly UnitCell[], entrance: string): Floor[] {
  const byFloor = new Map<number, UnitCell[]>()
  for (const unit of units) {
    if (unit.entrance === entrance) byFloor.set(unit.floor, [...(byFloor.get(unit.floor) ?? []), unit])
  }
  return [...byFloor]
    .sort(([one], [other]) => other - one)
    .map(([floor, of]) => ({ floor, units: of.sort((one, other) => byNumber.compare(one.number, other.number)) }))
}

const byNumber = new Intl.Collator('zh', { numeric: true })

/** 3层, and 地下2层 below the ground. */
export const floorWord = (floor: number) => (floor < 0 ? `地下${-floor}层` : `${floor}层`)

export const entranceWord = (entrance: string) => entrance || '不分单元'

/** The list with one of it moved by a step; as it was when it cannot move. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list]
  const other = at + by
  if (other < 0 || other >= next.length) return next
  ;[next[at], next[other]] = [next[other]!, next[at]!]
  return next
}
