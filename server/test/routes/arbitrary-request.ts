import fc, { type Arbitrary } from 'fast-check'
import type { OpenAPIObject } from '@nestjs/swagger'
import type { Route } from './all-routes.ts'
import { resolved, typesOf, type Schema, type Schemas } from './mismatch.ts'

/** Ids that lead somewhere: most requests should get past "not found". */
export interface Known {
  communities: readonly string[]
  ids: readonly string[]
  tokens: readonly string[]
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
  const schemas = (document.components?.schemas ?? {}) as Schemas
  const parameters = (route.operation?.parameters ?? []) as { in: string; name: string; required?: boolean; schema?: Schema }[]
  const body = route.operation?.requestBody as { content: Record<string, { schema: Schema }> } | undefined
  const schema = Object.values(body?.content ?? {})[0]?.schema
  return fc
    .record({
      path: fc.record(byName(parameters, 'path', ({ name }) => pathPart(name, known))),
      query: fc.record(byName(parameters, 'query', ({ schema: shape }) => sloppy(fitting(shape ?? {}, schemas, known)))),
      leftOut: fc.subarray(parameters.filter((each) => each.in === 'query').map((each) => each.name)),
      key: fc.oneof(
        { weight: 9, arbitrary: fc.uuid() },
        { weight: 1, arbitrary: fc.constantFrom('', 'x', '键'.normalize(), 'k'.repeat(300)) },
      ),
      payload: schema
        ? fc.oneof(
            { weight: 5, arbitrary: fitting(schema, schemas, known) },
            { weight: 3, arbitrary: mangled(schema, schemas, known) },
            { weight: 1, arbitrary: nasty },
          )
        : fc.constant(undefined),
    })
    .map(({ path, query, leftOut, key, payload }) => ({
      url: `${route.path.replace(/\{(\w+)\}/g, (_, name: string) => urlText(path[name]))}${queryText(query, leftOut)}`,
      headers: { 'idempotency-key': /^[\x20-\x7e]*$/.test(key) ? key : 'none' },
      ...(payload === undefined ? {} : { payload }),
    }))
}

function byName<Parameter extends { in: string; name: string }>(
  parameters: Parameter[],
  place: string,
  arbitraryOf: (parameter: Parameter) => Arbitrary<unknown>,
): Record<string, Arbitrary<unknown>> {
  return Object.fromEntries(parameters.filter((each) => each.in === place).map((each) => [each.name, arbitraryOf(each)]))
}

function pathPart(name: string, known: Known): Arbitrary<unknown> {
  const usual = name === 'communityId' ? known.communities : name === 'id' ? known.ids : [...known.tokens, ...known.ids]
  const seldom = fc.oneof(fc.uuid(), fc.constantFrom('x', '0', 'null', '%00', 'a'.repeat(300), '一诺', "'"))
  return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...usual) }, { weight: 2, arbitrary: seldom })
}

/** A value the schema takes. */
function fitting(given: Schema, schemas: Schemas, known: Known): Arbitrary<unknown> {
  const schema = resolved(given, schemas)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, schemas, known)))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const types = typesOf(schema)
  if (types.length > 1) return fc.oneof(...types.map((type) => fitting({ ...schema, type }, schemas, known)))
  switch (types[0]) {
    case 'string':
      return fittingText(schema, known)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 10, (schema.minimum ?? 0) + 20) })
    case 'number':
      return fc.integer({ min: 1, max: 4000 }).map((hundredths) => hundredths / 100)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(fitting(schema.items ?? {}, schemas, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 4),
      })
    case 'object':
      return fittingObject(schema, schemas, known)
    default:
      return nasty
  }
}

function fittingText(schema: Schema, known: Known): Arbitrary<string> {
  if (schema.format === 'uuid')
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known.ids) }, { weight: 1, arbitrary: fc.uuid() })
  const instant = fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
    .map((time) => new Date(time).toISOString())
  if (schema.format === 'date-time') return instant
  if (schema.format === 'date') return instant.map((text) => text.slice(0, 10))
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
  const words = fc.string({
    unit: fc.constantFrom(...'漏水修好了 aB1-，。\n𠮷'),
    minLength: schema.minLength ?? 0,
    maxLength: Math.min(schema.maxLength ?? 30, (schema.minLength ?? 0) + 30),
  })
  return fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.constantFrom('13812345678', '010-87654321') })
}

function fittingObject(schema: Schema, schemas: Schemas, known: Known): Arbitrary<unknown> {
  const { properties } = schema
  if (!properties) return fc.dictionary(fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }), { maxKeys: 4 })
  const fields = Object.entries(properties).map(([name, property]) => [name, fitting(property, schemas, known)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] })
}

/** A body with one or more fields wrong, missing or too many. */
function mangled(given: Schema, schemas: Schemas, known: Known): Arbitrary<unknown> {
  const schema = resolved(given, schemas)
  if (!schema.properties) return sloppy(fitting(schema, schemas, known))
  const fields = Object.entries(schema.properties).map(
    ([name, property]) => [name, sloppy(mangled(property, schemas, known))] as const,
  )
  const extra = fc.constantFrom({}, {}, { companyId: known.ids[0] }, { state: 'closed' }, { __proto__: null, constructor: 1 })
  return fc
    .tuple(fc.record(Object.fromEntries(fields), { requiredKeys: [] }), extra)
    .map(([body, more]) => ({ ...body, ...more }))
}

function sloppy(arbitrary: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: nasty })
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
