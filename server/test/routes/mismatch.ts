/** As much of JSON Schema as our OpenAPI document uses. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}
export type Schemas = Record<string, Schema>

export function resolved(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref) return resolved(schemas[schema.$ref.replace('#/components/schemas/', '')]!, schemas)
  return schema.allOf?.length === 1 ? resolved(schema.allOf[0]!, schemas) : schema
}

export const typesOf = ({ type }: Schema): string[] => (type === undefined ? [] : Array.isArray(type) ? type : [type])

/** Where an answer differs from its contract, or null. A field the contract does not name is a difference too. */
export function mismatch(value: unknown, given: Schema, schemas: Schemas, at = 'answer'): string | null {
  const schema = resolved(given, schemas)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) {
    const each = choices.map((choice) => mismatch(value, choice, schemas, at))
    return each.includes(null) ? null : each.join(' or ')
  }
  if (schema.allOf) return firstOf(schema.allOf.map((part) => () => mismatch(value, part, schemas, at)))
  const types = typesOf(schema)
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    return `${at}: ${JSON.stringify(value)} is no ${types.join('|')}`
  if (schema.enum && value !== null && !schema.enum.includes(value))
    return `${at}: ${JSON.stringify(value)} is none of ${schema.enum.join()}`
  if (typeof value === 'string') return mismatchOfFormat(value, schema, at)
  if (Array.isArray(value) && schema.items) {
    return firstOf(value.map((item, index) => () => mismatch(item, schema.items!, schemas, `${at}[${index}]`)))
  }
  if (typeof value === 'object' && value !== null && schema.properties) return mismatchOfFields(value, schema, schemas, at)
  return null
}

function mismatchOfFields(value: object, schema: Schema, schemas: Schemas, at: string): string | null {
  const properties = schema.properties!
  const missing = (schema.required ?? []).find((name) => !(name in value))
  if (missing) return `${at}.${missing} is missing`
  return firstOf(
    Object.entries(value).map(([name, inner]) => () => {
      const property = properties[name]
      if (property) return mismatch(inner, property, schemas, `${at}.${name}`)
      return schema.additionalProperties ? null : `${at}.${name} is not in the contract`
    }),
  )
}

const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
}

function mismatchOfFormat(value: string, { format = '' }: Schema, at: string): string | null {
  const shape = formats[format]
  return !shape || shape.test(value) ? null : `${at}: ${JSON.stringify(value)} is no ${format}`
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isSafeInteger(value)
    default:
      return typeof value === type
  }
}

function firstOf(checks: (() => string | null)[]): string | null {
  for (const check of checks) {
    const found = check()
    if (found) return found
  }
  return null
}
