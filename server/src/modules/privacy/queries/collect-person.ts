import type { PersonalGroup } from '@yinuo/contracts'
import type { EntityManager } from 'typeorm'
import type { Asked } from '../registry/person.ts'
import { exportStatements } from '../registry/statements.ts'

export interface ExportSection {
  table: string
  title: string
  group: PersonalGroup
  rows: Record<string, unknown>[]
}

/** Everything the registry finds of a person, table by table. To be asked by the worker. */
export async function collectPerson(tx: EntityManager, person: Asked): Promise<ExportSection[]> {
  const given = [JSON.stringify(person)]
  const sections: ExportSection[] = []
  for (const { text, ...section } of exportStatements) {
    const rows = (await tx.query(text, given)) as { row: Record<string, unknown> }[]
    if (rows.length > 0) sections.push({ ...section, rows: rows.map(({ row }) => row) })
  }
  return sections
}
