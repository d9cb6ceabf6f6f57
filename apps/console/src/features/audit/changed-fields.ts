export interface ChangedField {
  field: string
  before: string
  after: string
  changed: boolean
}

const NOTHING = '—'

/**
 * The fields of a record before and after, the changed ones first; nested ones by their path. What an act does not mention
 * it did not touch, unless the record is gone.
 */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [was, is] = [flat(before), flat(after)]
  const isGone = after === null || after === undefined
  const fields = [...new Set([...is.keys(), ...was.keys()])].map((field) => {
    const one = was.get(field) ?? NOTHING
    const other = is.get(field) ?? (isGone ? NOTHING : one)
    return { field, before: one, after: other, changed: one !== other }
  })
  return fields.sort((one, other) => Number(other.changed) - Number(one.changed))
}

function flat(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) {
    if (path) found.set(path, NOTHING)
  } else if (typeof value === 'object' && !(Array.isArray(value) && value.every((each) => typeof each !== 'object'))) {
    for (const [name, inner] of Object.entries(value)) flat(inner, path ? `${path}.${camel(name)}` : camel(name), found)
  } else {
    found.set(path || '值', Array.isArray(value) ? value.join('、') || NOTHING : String(value))
  }
  return found
}

// Some records were read from the database as they stand there.
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
