import { fileReferences, otherFiles } from './file-references.ts'
import { notPersonal } from './not-personal.ts'
import { personalData } from './personal-tables.ts'
import { declaredColumns } from './statements.ts'

const stays = Object.entries(personalData).filter(
  ([, { personal, removed }]) => removed === undefined && Object.values(personal).some((change) => change === null),
)

/** What tests hold the registry to. */
export const personalRegistry = {
  declaredColumns: declaredColumns(notPersonal),
  fileReferences: new Set([...Object.entries(fileReferences).map(([table, column]) => `${table}.${column}`), ...otherFiles]),
  withoutGround: stays.filter(([, { kept }]) => !kept).map(([name]) => name),
  /** columns in which a deletion may leave what it found, with its ground: `audit_entries.before` */
  keptColumns: new Set(
    Object.entries(personalData).flatMap(([name, { kept, personal }]) =>
      Object.entries(personal).flatMap(([column, change]) =>
        kept && (change === null || change.startsWith('CASE')) ? [`${name}.${column}`] : [],
      ),
    ),
  ),
}
