import type { Place, RepairRow } from '@yinuo/contracts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The building a case lies in, read from its label: "3号楼2单元601" is in "3号楼", not in "13号楼". */
export function buildingOf(placeLabel: string, buildings: Place[]): Place | undefined {
  return buildings
    .filter(({ label }) => {
      const at = placeLabel.indexOf(label)
      return at === 0 || (at > 0 && !/[0-9A-Za-z]/.test(placeLabel[at - 1]!))
    })
    .sort((one, other) => other.label.length - one.label.length)[0]
}

export function repairsByBuilding(rows: RepairRow[], buildings: Place[]): Map<string, RepairRow[]> {
  const found = new Map<string, RepairRow[]>()
  for (const row of rows) {
    const building = buildingOf(row.placeLabel, buildings)
    if (building) found.set(building.id, [...(found.get(building.id) ?? []), row])
  }
  return found
}

/** What part of the plan (0…1000) to show: all places with air around them. */
export function viewOf(places: { x: number | null; y: number | null }[], air = 90): Box {
  const known = places.filter((place): place is { x: number; y: number } => place.x !== null && place.y !== null)
  if (known.length === 0) return { x: 0, y: 0, width: 1000, height: 600 }
  const xs = known.map(({ x }) => x)
  const ys = known.map(({ y }) => y)
  const x = Math.min(...xs) - air
  const y = Math.min(...ys) - air
  return { x, y, width: Math.max(...xs) + air - x, height: Math.max(...ys) + air - y }
}

/** People at the same spot stand beside each other, not on top. */
export function spread<T extends { x: number; y: number }>(people: T[], step: number): T[] {
  const taken = new Map<string, number>()
  return people.map((person) => {
    const spot = `${Math.round(person.x / step)},${Math.round(person.y / step)}`
    const count = taken.get(spot) ?? 0
    taken.set(spot, count + 1)
    return { ...person, x: person.x + (count % 4) * step, y: person.y + Math.floor(count / 4) * step }
  })
}
