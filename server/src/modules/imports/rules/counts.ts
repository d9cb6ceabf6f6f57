/** What an import does to the archive, or would do. */
export interface ImportCounts {
  buildingsAdded: number
  unitsAdded: number
  unitsChanged: number
  unitsUnchanged: number
  residentsAdded: number
  residentsUnchanged: number
  residenciesAdded: number
  residenciesChanged: number
  residenciesUnchanged: number
  spacesAdded: number
  vehiclesAdded: number
}

/** Whether anything at all is made or changed. */
export function changesSomething(counts: ImportCounts): boolean {
  return Object.entries(counts).some(([name, count]) => !name.endsWith('Unchanged') && count > 0)
}
