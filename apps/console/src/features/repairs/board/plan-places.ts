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

export interface View extends Box {
  /** plan units in one pixel of the screen */
  scale: number
}

/** What part of the plan (0…1000) fills a screen of this size, with air in pixels around the outermost places. */
export function viewOf(
  places: { x: number | null; y: number | null }[],
  screen: { width: number; height: number },
  air: { sides: number; above: number; below: number },
): View {
  const known = places.filter((place): place is { x: number; y: number } => place.x !== null && place.y !== null)
  const xs = known.length > 0 ? known.map(({ x }) => x) : [0, 1000]
  const ys = known.length > 0 ? known.map(({ y }) => y) : [0, 1000]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.max(
    (right - left) / (screen.width - 2 * air.sides),
    (bottom - top) / (screen.height - air.above - air.below),
    // A single building is not blown up to fill the screen.
    0.3,
  )
  const [width, height] = [screen.width * scale, screen.height * scale]
  return {
    x: (left + right - width) / 2,
    y: (top + bottom - height + (air.below - air.above) * scale) / 2,
    width,
    height,
    scale,
  }
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
