import type { Place, RepairRow } from '@yinuo/contracts'

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

export interface Point {
  x: number
  y: number
}

interface Room {
  width: number
  height: number
  /** pixels to keep free around the outermost places */
  air: { sides: number; above: number; below: number }
}

/** A plan may be pulled this much wider than it is high to use a flat screen; more would mislead. */
const MOST_STRETCH = 2

/** Where each point of the plan (0…1000) lies on a screen, in pixels, so that all known places fit with air around them. */
export function placingOf(
  places: { x: number | null; y: number | null }[],
  { width, height, air }: Room,
): (point: Point) => Point {
  const known = places.filter((place): place is Point => place.x !== null && place.y !== null)
  const [left, right] = endsOf(known.map(({ x }) => x))
  const [top, bottom] = endsOf(known.map(({ y }) => y))
  // A single building lies in the middle; it is not blown up.
  const across = (width - 2 * air.sides) / Math.max(right - left, 200)
  const down = (height - air.above - air.below) / Math.max(bottom - top, 200)
  const scaleX = Math.min(across, down * MOST_STRETCH)
  const scaleY = Math.min(down, across * MOST_STRETCH)
  const middleY = air.above + (height - air.above - air.below) / 2
  return ({ x, y }) => ({
    x: width / 2 + (x - (left + right) / 2) * scaleX,
    y: middleY + (y - (top + bottom) / 2) * scaleY,
  })
}

const endsOf = (values: number[]): [number, number] =>
  values.length === 0 ? [0, 1000] : [Math.min(...values), Math.max(...values)]

/** People at the same spot stand in a row beside each other, not on top. */
export function spread<T extends Point>(people: T[], step: number): T[] {
  const taken = new Map<string, number>()
  return people.map((person) => {
    const spot = `${Math.round(person.x / step)},${Math.round(person.y / step)}`
    const count = taken.get(spot) ?? 0
    taken.set(spot, count + 1)
    return { ...person, x: person.x + count * step }
  })
}

/** "12号楼" as "12" where there is little room; other names as they are, cut. */
export const shortLabel = (label: string) => /^(.{1,3})(号楼|栋|幢|座)$/.exec(label)?.[1] ?? label.slice(0, 3)
