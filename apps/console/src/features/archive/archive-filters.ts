import { codesOf, residencyRoles, unitStates, unitUses } from '@yinuo/contracts'
import type { ResidencyRole, UnitState, UnitUse } from '@yinuo/contracts'
import type { Labels } from '@yinuo/contracts'

/** What the list of homes is narrowed to; its words and places are those of the address bar. */
export interface ArchiveFilters {
  query?: string
  buildingId?: string
  use?: UnitUse
  state?: UnitState
  role?: ResidencyRole
  withoutResidents?: true
}

export function filtersOf(search: URLSearchParams): ArchiveFilters {
  const text = (name: string) => search.get(name)?.trim() || undefined
  return given({
    query: text('query'),
    buildingId: text('building'),
    use: oneOf(unitUses, search.get('use')),
    state: oneOf(unitStates, search.get('state')),
    role: oneOf(residencyRoles, search.get('role')),
    withoutResidents: search.get('empty') === '1' ? true : undefined,
  })
}

export function searchOf({ query, buildingId, use, state, role, withoutResidents }: ArchiveFilters): Record<string, string> {
  return given({ query, building: buildingId, use, state, role, empty: withoutResidents && '1' })
}

/** What is chosen beside the words searched for, each with its word, so that it can be taken off again. */
export function wordsOf(
  filters: ArchiveFilters,
  buildingName: string | undefined,
): { name: keyof ArchiveFilters; word: string }[] {
  const { buildingId, use, role, withoutResidents } = filters
  return [
    ...(buildingId ? [{ name: 'buildingId' as const, word: buildingName ?? '已选楼栋' }] : []),
    ...(use ? [{ name: 'use' as const, word: unitUses[use] }] : []),
    ...(role ? [{ name: 'role' as const, word: `有${residencyRoles[role]}` }] : []),
    ...(withoutResidents ? [{ name: 'withoutResidents' as const, word: '没有登记住户' }] : []),
  ]
}

function oneOf<Code extends string>(labels: Labels<Code>, value: string | null): Code | undefined {
  return codesOf(labels).find((code) => code === value)
}

/** Without what is not there: an address has no empty words. */
function given<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>
  }
}
