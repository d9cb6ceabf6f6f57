/** The archive of households: who lives where, with vehicles, spaces, history and notes (ORG-02). */
export { spacesExport } from './exports/spaces-export.ts'
export { vehiclesExport } from './exports/vehicles-export.ts'
export { ArchiveModule } from './archive.module.ts'
