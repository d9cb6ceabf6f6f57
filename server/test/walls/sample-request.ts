import type { OpenAPIObject } from '@nestjs/swagger'
import type { Route } from '../routes/all-routes.ts'
import { resolved, typesOf, type Schema, type Schemas } from '../routes/mismatch.ts'

/** Values by the name of a field, so that a sample leads somewhere. */
export type Known = Readonly<Record<string, unknown>>

/** Where a body or query names a row of ours, e.g. `posts.communityId`. */
export interface Reference {
  place: 'body' | 'query'
  path: string
  name: string
}

/** Not demanded by every body that has it, but by what it is for. */
const usuallyGiven = new Set(['phone', 'version'])

const isText = (schema: Schema) => typesOf(schema).includes('string') && !schema.format && !schema.enum
const isReference = (schema: Schema) => schema.format === 'uuid' && typesOf(schema).includes('string')

/** Makes the plainest request a route takes: what must be there, and what is asked for by its path. */
export class Samples {
  readonly #schemas: Schemas

  constructor(document: OpenAPIObject) {
    this.#schemas = (document.components?.schemas ?? {}) as Schemas
  }

  body(route: Route, known: Known, also: readonly string[] = []): unknown {
    const schema = bodySchema(route)
    return schema && this.#value(schema, '', '', known, also)
  }

  references(route: Route): Reference[] {
    const parameters = (route.operation?.parameters ?? []) as { in: string; name: string; schema?: Schema }[]
    const asked = parameters.filter((each) => each.in === 'query' && isReference(each.schema ?? {}))
    const schema = bodySchema(route)
    return [
      ...asked.map(({ name }) => ({ place: 'query' as const, path: name, name })),
      ...(schema ? this.#within(schema, '', '') : []),
    ]
  }

  /** Every text within a body that is no id, by its path. */
  texts(route: Route): string[] {
    const schema = bodySchema(route)
    return schema ? this.#textsIn(schema, '') : []
  }

  /** The questions of a query that take any text. */
  questions(route: Route): string[] {
    const parameters = (route.operation?.parameters ?? []) as { in: string; name: string; schema?: Schema }[]
    return parameters.filter(({ in: place, schema = {} }) => place === 'query' && isText(schema)).map(({ name }) => name)
  }

  /** Every object within a body, by its path. */
  objects(route: Route): string[] {
    const schema = bodySchema(route)
    return schema ? this.#objectsIn(schema, '') : []
  }

  /** Whether the object at a path has such a field, or takes any. */
  takes(route: Route, path: string, field: string): boolean {
    let schema = this.#objectOf(bodySchema(route)!)
    for (const part of path.split('.').filter(Boolean)) schema = this.#objectOf(schema.properties![part]!)
    return field in schema.properties!
  }

  #objectOf(given: Schema): Schema {
    const schema = resolved(given, this.#schemas)
    return schema.items ? this.#objectOf(schema.items) : schema
  }

  #within(given: Schema, path: string, name: string): Reference[] {
    const schema = resolved(given, this.#schemas)
    if (isReference(schema)) return [{ place: 'body', path, name }]
    if (schema.items) return this.#within(schema.items, path, name)
    return Object.entries(schema.properties ?? {}).flatMap(([field, property]) =>
      this.#within(property, path ? `${path}.${field}` : field, field),
    )
  }

  #textsIn(given: Schema, path: string): string[] {
    const schema = resolved(given, this.#schemas)
    if (isText(schema)) return [path]
    if (schema.items) return this.#textsIn(schema.items, path)
    return Object.entries(schema.properties ?? {}).flatMap(([field, property]) =>
      this.#textsIn(property, path ? `${path}.${field}` : field),
    )
  }

  #objectsIn(given: Schema, path: string): string[] {
    const schema = resolved(given, this.#schemas)
    if (schema.items) return this.#objectsIn(schema.items, path)
    if (!schema.properties) return []
    const inner = Object.entries(schema.properties).flatMap(([field, property]) =>
      this.#objectsIn(property, path ? `${path}.${field}` : field),
    )
    return [path, ...inner]
  }

  #value(given: Schema, path: string, name: string, known: Known, also: readonly string[]): unknown {
    const schema = resolved(given, this.#schemas)
    if (path in known) return known[path]
    if (name in known && !schema.items && !schema.properties)
      return schema.enum && !schema.enum.includes(known[name]) ? schema.enum[0] : known[name]
    const choice = (schema.anyOf ?? schema.oneOf)?.[0]
    if (choice) return this.#value(choice, path, name, known, also)
    if (schema.enum) return schema.enum[0]
    switch (typesOf(schema)[0]) {
      case 'array': {
        const count = Math.max(schema.minItems ?? 0, also.some((each) => each === path || each.startsWith(`${path}.`)) ? 1 : 0)
        return Array.from({ length: count }, () => this.#value(schema.items ?? {}, path, name, known, also))
      }
      case 'object':
        return this.#object(schema, path, known, also)
      case 'integer':
      case 'number':
        return schema.minimum ?? 1
      case 'boolean':
        return true
      default:
        return text(schema)
    }
  }

  #object(schema: Schema, path: string, known: Known, also: readonly string[]): unknown {
    const fields = Object.entries(schema.properties ?? {}).map(([field, property]) => {
      const inner = path ? `${path}.${field}` : field
      const wanted =
        schema.required?.includes(field) ||
        usuallyGiven.has(field) ||
        (path !== '' && inner in known) ||
        also.some((each) => each === inner || each.startsWith(`${inner}.`))
      return wanted ? [[field, this.#value(property, inner, field, known, also)] as const] : []
    })
    return Object.fromEntries(fields.flat())
  }
}

function bodySchema(route: Route): Schema | undefined {
  const body = route.operation?.requestBody as { content: Record<string, { schema: Schema }> } | undefined
  return body?.content['application/json']?.schema
}

function text({ format, minLength = 0 }: Schema): string {
  if (format === 'uuid') return '01890000-0000-7000-8000-000000000000'
  if (format === 'date-time') return '2027-01-01T00:00:00.000Z'
  if (format === 'date') return '2027-01-01'
  return '样'.repeat(Math.max(minLength, 4))
}
