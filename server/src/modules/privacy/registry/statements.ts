import { WITH_PERSON } from './person.ts'
import { personalData } from './personal-tables.ts'
import { NOBODYS, structural, words, type PersonalTable } from './table.ts'

const reach: Readonly<Record<PersonalTable['within'], string>> = {
  community: '(p.communities IS NULL OR t.community_id = ANY (p.communities))',
  company: '(p.companies IS NULL OR t.company_id = ANY (p.companies))',
  nothing: 'p.whole',
}

const quoted = (column: string) => `"${column}"`
const asJson = (columns: readonly string[]) =>
  `jsonb_build_object(${columns.map((column) => `'${column}', t.${quoted(column)}`).join(', ')})`

/** What an export shows of a person's own row: everything but secrets. */
export function shownColumns(table: PersonalTable): string[] {
  return [...Object.keys(table.personal), ...words(table.plain)]
}

export interface ExportStatement {
  table: string
  title: string
  group: PersonalTable['group']
  text: string
}

function exportOf(name: string, table: PersonalTable): ExportStatement {
  const parts = [`SELECT ${asJson(shownColumns(table))} AS row FROM ${name} t, p WHERE (${table.own}) AND ${reach[table.within]}`]
  if (table.named) {
    const others = `(${table.named.rows}) AND (${table.own}) IS NOT TRUE AND ${reach[table.within]}`
    parts.push(`SELECT ${asJson(table.named.columns)} FROM ${name} t, p WHERE ${others}`)
  }
  return { table: name, title: table.title, group: table.group, text: `${WITH_PERSON} ${parts.join(' UNION ALL ')}` }
}

/** Tables of which something can be said to be somebody's. */
const tables = Object.entries(personalData).filter(([, { own, named }]) => own !== NOBODYS || named)

/** One statement for each table; its one parameter is the person. */
export const exportStatements: readonly ExportStatement[] = tables.map(([name, table]) => exportOf(name, table))

export interface EraseStatement {
  table: string
  text: string
}

function changesOf(table: PersonalTable): [column: string, change: string][] {
  const changed = Object.entries(table.personal).flatMap(([column, change]) =>
    change === null ? [] : [[column, change] as [string, string]],
  )
  return [...changed, ...Object.entries(table.also ?? {})]
}

function erasuresOf(name: string, table: PersonalTable): EraseStatement[] {
  const counted = (statement: string) =>
    `${WITH_PERSON}, done AS (${statement} RETURNING 1) SELECT count(*)::int AS done FROM done`
  if (table.removed !== undefined)
    return [{ table: name, text: counted(`DELETE FROM ${name} t USING p WHERE (${table.removed}) AND ${reach[table.within]}`) }]
  const changes = changesOf(table)
  if (changes.length === 0) return []
  const set = changes.map(([column, change]) => `${quoted(column)} = ${change}`).join(', ')
  const rows = table.named ? `((${table.own}) OR (${table.named.rows}))` : `(${table.own})`
  return [{ table: name, text: counted(`UPDATE ${name} t SET ${set} FROM p WHERE ${rows} AND ${reach[table.within]}`) }]
}

/** In the order of the registry: rows that lead to others are changed after them. */
export const eraseStatements: readonly EraseStatement[] = tables.flatMap(([name, table]) => erasuresOf(name, table))

/** Every column the registry and its list of plain tables know, e.g. `cases.description`. */
export function declaredColumns(notPersonal: Readonly<Record<string, string>>): Set<string> {
  const own = Object.entries(personalData).flatMap(([name, table]) =>
    [...shownColumns(table), ...words(table.secret ?? '')].map((column) => `${name}.${column}`),
  )
  const plain = Object.entries(notPersonal).flatMap(([name, columns]) => words(columns).map((column) => `${name}.${column}`))
  const tables = [...Object.keys(personalData), ...Object.keys(notPersonal)]
  return new Set([...own, ...plain, ...tables.flatMap((name) => structural.map((column) => `${name}.${column}`))])
}
