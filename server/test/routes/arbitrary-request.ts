import fc, { type Arbitrary } from 'fast-check'
import type { OpenAPIObject } from '@nestjs/swagger'
import type { Route } from './all-routes.ts'
import { resolved, typesOf, type Schema, type Schemas } from './mismatch.ts'

/** What leads somewhere, so that most requests get past "not found". */
export interface Known {
  communities: readonly string[]
  /** ids by the word before `{id}` in a path, e.g. `repairs` */
  byPath: Readonly<Record<string, readonly string[]>>
  /** values by the name of a field or of a part of a path, e.g. `unitId` */
  byName: Readonly<Record<string, readonly string[]>>
}

export interface FuzzedRequest {
  url: string
  headers: Record<string, string>
  payload?: unknown
}

const nastyTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '𠮷',
  "'; DROP TABLE cases; --",
  '%',
  '_%\\',
  '../../etc/passwd',
  '{{7*7}}',
  '<script>',
  '9'.repeat(400),
  '漏'.repeat(3000),
]
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    ...nastyTexts,
    null,
    true,
    false,
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53,
    -1e308,
    1e308,
    [],
    {},
    [[]],
    [null],
    { length: 3 },
    '2026-02-30',
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

export function arbitraryRequest(route: Route, document: OpenAPIObject, known: Known): Arbitrary<FuzzedRequest> {
  const maker = new Maker((document.components?.schemas ?? {}) as Schemas, known)
  const parameters = (route.operation?.parameters ?? []) as Parameter[]
  const body = route.operation?.requestBody as { content: Record<string, { schema: Schema }> } | undefined
  const schema = Object.values(body?.content ?? {})[0]?.schema
  const inQuery = parameters.filter((each) => each.in === 'query')
  const optional = inQuery.filter((each) => !each.required).map((each) => each.name)
  return fc
    .record({
      path: fc.record(byName(parameters, 'path', ({ name }) => pathPart(route.path, name, known))),
      query: fc.record(byName(parameters, 'query', ({ name, schema: shape }) => maker.mostly(shape ?? {}, name))),
      leftOut: fc.subarray(optional, { minLength: Math.max(0, optional.length - 3) }),
      turnsPage: fc.nat(9).map((turn) => turn === 0),
      key: fc.oneof({ weight: 19, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constantFrom('', 'x', 'k'.repeat(300)) }),
      payload: schema ? maker.body(schema) : fc.constant(undefined),
    })
    .map(({ path, query, leftOut, turnsPage, key, payload }) => ({
      url: `${route.path.replace(/\{(\w+)\}/g, (_, name: string) => urlText(path[name]))}${queryText(query, turnsPage ? leftOut : [...leftOut, 'cursor'])}`,
      headers: { 'idempotency-key': key },
      ...(payload === undefined ? {} : { payload }),
    }))
}

interface Parameter {
  in: string
  name: string
  required?: boolean
  schema?: Schema
}

function byName(
  parameters: Parameter[],
  place: string,
  arbitraryOf: (parameter: Parameter) => Arbitrary<unknown>,
): Record<string, Arbitrary<unknown>> {
  return Object.fromEntries(parameters.filter((each) => each.in === place).map((each) => [each.name, arbitraryOf(each)]))
}

function pathPart(path: string, name: string, known: Known): Arbitrary<unknown> {
  const before = /(?<word>[\w-]+)\/\{id\}/.exec(path)?.groups!['word'] ?? ''
  const usual = name === 'communityId' ? known.communities : name === 'id' ? known.byPath[before] : known.byName[name]
  const seldom = fc.oneof(fc.uuid(), fc.constantFrom('x', '0', 'null', '%00', 'a'.repeat(300), '一诺', "'"))
  return fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...(usual ?? ['x'])) }, { weight: 1, arbitrary: seldom })
}

class Maker {
  readonly #schemas: Schemas
  readonly #known: Known

  constructor(schemas: Schemas, known: Known) {
    this.#schemas = schemas
    this.#known = known
  }

  body(schema: Schema): Arbitrary<unknown> {
    return fc.oneof(
      { weight: 6, arbitrary: this.fitting(schema, '') },
      { weight: 3, arbitrary: this.#mangled(schema, '') },
      { weight: 1, arbitrary: nasty },
    )
  }

  mostly(schema: Schema, name: string): Arbitrary<unknown> {
    return fc.oneof({ weight: 9, arbitrary: this.fitting(schema, name) }, { weight: 1, arbitrary: nasty })
  }

  /** A value the schema takes. */
  fitting(given: Schema, name: string): Arbitrary<unknown> {
    const schema = resolved(given, this.#schemas)
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return fc.oneof(...choices.map((choice) => this.fitting(choice, name)))
    if (schema.enum) return fc.constantFrom(...schema.enum)
    const types = typesOf(schema)
    if (types.length > 1) return fc.oneof(...types.map((type) => this.fitting({ ...schema, type }, name)))
    switch (types[0]) {
      case 'string':
        return this.#text(schema, name)
      case 'integer':
        return fittingInteger(schema)
      case 'number':
        return fc.integer({ min: 1, max: 4000 }).map((hundredths) => hundredths / 100)
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      case 'array':
        return this.#list(schema, name)
      case 'object':
        return this.#object(schema)
      default:
        return nasty
    }
  }

  #text(schema: Schema, name: string): Arbitrary<string> {
    const known = this.#known.byName[name]
    if (known) return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.uuid() })
    if (schema.format === 'uuid') return fc.uuid()
    const time = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
    const instant = time.map((milliseconds) => new Date(milliseconds).toISOString())
    if (schema.format === 'date-time') return instant
    if (schema.format === 'date') return instant.map((text) => text.slice(0, 10))
    if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
    const minLength = schema.minLength ?? 0
    const maxLength = Math.min(schema.maxLength ?? 30, minLength + 30)
    const words = fc.string({ unit: fc.constantFrom(...'漏水修好了 aB1-，。\n𠮷'), minLength, maxLength })
    return fc.oneof(
      { weight: 3, arbitrary: words },
      { weight: 1, arbitrary: fc.constantFrom('13812345678', '010-87654321', '漏水') },
    )
  }

  #list(schema: Schema, name: string): Arbitrary<unknown> {
    const minLength = schema.minItems ?? 0
    const items = this.fitting(schema.items ?? {}, name)
    return fc.array(items, { minLength, maxLength: Math.min(schema.maxItems ?? 4, minLength + 3) })
  }

  #object(schema: Schema): Arbitrary<unknown> {
    const { properties } = schema
    if (!properties) return fc.dictionary(fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }), { maxKeys: 4 })
    const fields = Object.entries(properties).map(([name, property]) => [name, this.fitting(property, name)] as const)
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] })
  }

  /** A body with fields wrong, missing or too many. */
  #mangled(given: Schema, name: string): Arbitrary<unknown> {
    const schema = resolved(given, this.#schemas)
    if (!schema.properties) return this.mostly(schema, name)
    const fields = Object.entries(schema.properties).map(([field, property]) => {
      const wrong = fc.oneof({ weight: 4, arbitrary: this.#mangled(property, field) }, { weight: 1, arbitrary: nasty })
      return [field, wrong] as const
    })
    const extra = fc.constantFrom({}, {}, { companyId: 'x' }, { state: 'closed' }, { constructor: 1 })
    return fc
      .tuple(fc.record(Object.fromEntries(fields), { requiredKeys: [] }), extra)
      .map(([body, more]) => ({ ...body, ...more }))
  }
}

/** The smallest often: it is the version of what was just made. */
function fittingInteger({ minimum = -5, maximum = 10 }: Schema): Arbitrary<number> {
  const any = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 20) })
  return fc.oneof({ weight: 1, arbitrary: fc.constant(minimum) }, { weight: 1, arbitrary: any })
}

function queryText(query: Record<string, unknown>, leftOut: string[]): string {
  const given = Object.entries(query).filter(([name]) => !leftOut.includes(name))
  const parts = given.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => `${name}=${urlText(each)}`),
  )
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

function urlText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.startsWith('%') && text.length === 3 ? text : encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))
}
