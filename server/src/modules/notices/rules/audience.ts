import type { ResidencyRole } from '@yinuo/contracts'

/** Who a notice is for, as it is wished. */
export interface AudienceWish {
  whole: boolean
  buildingIds: string[]
  entrances: { buildingId: string; entrance: string }[]
  unitIds: string[]
  roles: ResidencyRole[]
}

/** The same as it is kept, and as `in_audience` in the database reads it. */
export interface KeptAudience {
  whole: boolean
  buildings: string[]
  entrances: string[]
  units: string[]
  roles: ResidencyRole[]
}

const entranceKey = ({ buildingId, entrance }: AudienceWish['entrances'][number]) => `${buildingId}/${entrance}`

export function keptAudience({ whole, buildingIds, entrances, unitIds, roles }: AudienceWish): KeptAudience {
  if (whole) return { whole, buildings: [], entrances: [], units: [], roles }
  return { whole, buildings: buildingIds, entrances: [...new Set(entrances.map(entranceKey))], units: unitIds, roles }
}

export function wishedAudience({ whole, buildings, entrances, units, roles }: KeptAudience): AudienceWish {
  const parted = entrances.map((key) => ({
    buildingId: key.slice(0, key.indexOf('/')),
    entrance: key.slice(key.indexOf('/') + 1),
  }))
  return { whole, buildingIds: buildings, entrances: parted, unitIds: units, roles }
}

export const namesNobody = ({ whole, buildings, entrances, units }: KeptAudience): boolean =>
  !whole && buildings.length + entrances.length + units.length === 0
