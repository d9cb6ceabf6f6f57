import type { RepairRow } from '@yinuo/contracts'
import { platform } from '../../platform'

const index = 'staff.cases'

/** The name a case is kept under, to be read in a cellar without a connection. */
export function keptName(id: string): string {
  const known = platform.read<string[]>(index) ?? []
  if (!known.includes(id)) platform.write(index, [...known, id])
  return `staff.case.${id}`
}

/** Frees what is no longer on the list. */
export function forgetOldCases(work: readonly RepairRow[]): void {
  const wanted = new Set(work.map(({ id }) => id))
  const known = platform.read<string[]>(index) ?? []
  for (const id of known) if (!wanted.has(id)) platform.forget(`staff.case.${id}`)
  platform.write(
    index,
    known.filter((id) => wanted.has(id)),
  )
}
