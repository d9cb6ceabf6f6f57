/** Lists as workbooks: every list of the console leaves by the same door, and leaves a record (ORG-02, ORG-05). */
export { ExportsModule } from './exports.module.ts'
export type { ExportableList, ExportSource } from './list.ts'
