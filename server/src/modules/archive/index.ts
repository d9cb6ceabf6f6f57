/** The archive of households: who lives where, with vehicles, spaces, history and notes (ORG-02). */
export { ArchiveModule } from './archive.module.ts'
