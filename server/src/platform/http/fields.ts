import { applyDecorators } from '@nestjs/common'
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger'
import { codesOf, moneyLimits, type Labels } from '@yinuo/contracts'
import { Transform, Type } from 'class-transformer'
import { IsOptional, ValidateBy, ValidateNested } from 'class-validator'
import { code, codesText } from './shapes.ts'
import { isDay, isInstant, isPhoneNumber, isRecord, isStorable, isUuid, isWhole, lengthOf, plainPhoneNumber } from './values.ts'

/**
 * What a caller may send, field by field: one decorator gives the field's place in the OpenAPI document, its rule,
 * and the one Chinese sentence that says what to do when the rule is broken.
 */
export interface FieldOptions {
  optional?: boolean
}
export interface TextOptions extends FieldOptions {
  max: number
  /** 0: may be left empty */
  min?: number
}
export interface ListOptions extends FieldOptions {
  max: number
  min?: number
}

interface Rule {
  shape: ApiPropertyOptions
  accepts: (value: unknown) => boolean
  message: string
  tidied?: (value: unknown) => unknown
  optional?: boolean | undefined
}

const asSent = (value: unknown) => value
const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value)
const lowercase = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase() : value)

/** An empty optional field counts as left out, so actions meet one kind of nothing. */
function Field({ shape, accepts, message, tidied = asSent, optional = false }: Rule): PropertyDecorator {
  const tidiedOrAbsent = (value: unknown) => {
    const tidy = tidied(value)
    return optional && (tidy === '' || (tidy === null && !shape.nullable)) ? undefined : tidy
  }
  return applyDecorators(
    ApiProperty({ ...shape, required: !optional } as ApiPropertyOptions),
    Transform(({ value }) => tidiedOrAbsent(value)),
    ...(optional ? [IsOptional()] : []),
    ValidateBy({ name: 'acceptable', validator: { validate: accepts, defaultMessage: () => message } }),
  )
}

function TextField(label: string, { max, min = 1, optional }: TextOptions, lines: 'one' | 'many') {
  const length = min > 1 ? `${min}–${max} 个字` : `不超过 ${max} 个字`
  return Field({
    shape: { type: String, minLength: optional ? 0 : min, maxLength: max },
    tidied: trimmed,
    accepts: (value) => typeof value === 'string' && isStorable(value, lines) && lengthOf(value) >= min && lengthOf(value) <= max,
    message: `请填写${label}，${length}，不要包含无法显示的字符。`,
    optional,
  })
}

/** Words of people over several lines, trimmed. Characters are counted as people count them, so 𠮷 is one. */
export const Text = (label: string, options: TextOptions) => TextField(label, options, 'many')
/** Words on one line: a name, a title. */
export const Line = (label: string, options: TextOptions) => TextField(label, options, 'one')

/** Something another machine made up (a code, a token): printable ASCII, kept exactly. */
export const Token = (label: string, { max, optional }: TextOptions) =>
  Field({
    shape: { type: String, minLength: 1, maxLength: max },
    accepts: (value) => typeof value === 'string' && value.length <= max && /^[\x21-\x7e]+$/.test(value),
    message: `${label}不正确，请重新获取后再试。`,
    optional,
  })

/** A secret typed by its owner, kept exactly as typed. */
export const Password = (label: string, { max, min = 1, optional }: TextOptions) =>
  Field({
    shape: { type: String, format: 'password', minLength: min, maxLength: max },
    accepts: (value) => typeof value === 'string' && isStorable(value, 'one') && lengthOf(value) >= min && lengthOf(value) <= max,
    message: `请填写${label}，${min > 1 ? `${min}–${max} 个字符` : `不超过 ${max} 个字符`}。`,
    optional,
  })

export const Matching = (pattern: RegExp, message: string, { optional }: FieldOptions = {}) =>
  Field({
    shape: { type: String, pattern: pattern.source },
    tidied: trimmed,
    accepts: (value) => typeof value === 'string' && pattern.test(value),
    message,
    optional,
  })

export const PhoneNumber = (label = '电话号码', { optional }: FieldOptions = {}) =>
  Field({
    shape: { type: String, example: '13800001234', maxLength: 20 },
    tidied: (value) => (typeof value === 'string' ? plainPhoneNumber(value) : value),
    accepts: isPhoneNumber,
    message: `请填写正确的${label}：11 位手机号，或带区号的座机号。`,
    optional,
  })

export const Uuid = (label: string, { optional }: FieldOptions = {}) =>
  Field({
    shape: { type: String, format: 'uuid' },
    tidied: lowercase,
    accepts: isUuid,
    message: `请重新选择${label}。`,
    optional,
  })

export const Uuids = (label: string, { max, min = 0, optional }: ListOptions) =>
  Field({
    shape: { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: min, maxItems: max, uniqueItems: true },
    tidied: (value) => (Array.isArray(value) ? value.map(lowercase) : value),
    accepts: (value) => isList(value, min, max) && value.every(isUuid) && new Set(value).size === value.length,
    message: `请选择${label}，${howMany(min, max)}，不要重复。`,
    optional,
  })

/** One code of a label table; `name` is the name of its enum in the OpenAPI document. */
export const OneOf = (labels: Labels<string>, name: string, label: string, { optional }: FieldOptions = {}) =>
  Field({
    shape: code(labels, name),
    accepts: (value) => codesOf(labels).includes(value as string),
    message: `请选择${label}：${Object.values(labels).join('、')}。`,
    optional,
  })

export const SomeOf = (
  labels: Labels<string>,
  name: string,
  label: string,
  { max, min = 0, optional }: Partial<ListOptions> = {},
) => {
  const codes = codesOf(labels)
  const most = max ?? codes.length
  return Field({
    shape: { ...code(labels, name), isArray: true, minItems: min, maxItems: most, uniqueItems: true } as ApiPropertyOptions,
    accepts: (value) =>
      isList(value, min, most) && value.every((each) => codes.includes(each as string)) && new Set(value).size === value.length,
    message: `请选择${label}，不要重复：${Object.values(labels).join('、')}。`,
    optional,
  })
}

/** A few short words of people, such as tags, each once. */
export const Lines = (label: string, { max, longest }: { max: number; longest: number }) =>
  Field({
    shape: { type: 'array', items: { type: 'string', minLength: 1, maxLength: longest }, maxItems: max, uniqueItems: true },
    tidied: (value) => (Array.isArray(value) ? value.map(trimmed) : value),
    accepts: (value) =>
      isList(value, 0, max) &&
      value.every((each) => typeof each === 'string' && each && isStorable(each, 'one') && lengthOf(each) <= longest) &&
      new Set(value).size === value.length,
    message: `请填写${label}，不超过 ${max} 个，每个不超过 ${longest} 个字，不要重复。`,
  })

/** An instant, RFC 3339 with its offset. */
export const Instant = (label: string, { optional }: FieldOptions = {}) =>
  Field({
    shape: { type: String, format: 'date-time' },
    tidied: trimmed,
    accepts: isInstant,
    message: `请选择${label}，需为完整的日期和时间（如 2026-03-01T09:00:00+08:00）。`,
    optional,
  })

/** A day of the calendar, without a time. */
export const Day = (label: string, { optional }: FieldOptions = {}) =>
  Field({
    shape: { type: String, format: 'date' },
    tidied: trimmed,
    accepts: isDay,
    message: `请选择${label}，需为真实的日期（如 2026-03-01）。`,
    optional,
  })

export const TimeOfDay = (label: string) =>
  Matching(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, `请填写${label}，24 小时制（如 08:30）。`)

export interface WholeOptions extends FieldOptions {
  min: number
  max: number
  nullable?: boolean
}
export const Whole = (label: string, { min, max, optional, nullable = false }: WholeOptions) =>
  Field({
    shape: { type: 'integer', minimum: min, maximum: max, nullable },
    accepts: (value) => (nullable && value === null) || isWhole(value, min, max),
    message: `请填写${label}，${min} 到 ${max} 之间的整数${nullable ? '，不承诺则留空' : ''}。`,
    optional,
  })

/** Money, in fen, up to a million yuan. */
export const Fen = (label: string) =>
  Field({
    shape: { type: 'integer', minimum: 0, maximum: 100_000_000, description: '单位：分' },
    accepts: (value) => isWhole(value, 0, 100_000_000),
    message: `请填写${label}，0 到 1000000 元，最多精确到分。`,
  })

/** Money above nothing, in fen, up to what one bill, payment or entry may be. */
export const Amount = (label: string) =>
  Field({
    shape: { type: 'integer', minimum: 1, maximum: moneyLimits.amountFen, description: '单位：分' },
    accepts: (value) => isWhole(value, 1, moneyLimits.amountFen),
    message: `请填写${label}，大于 0、不超过 1 亿元，最多精确到分。`,
  })

/** A month of the calendar. */
export const Month = (label: string, options: FieldOptions = {}) =>
  Matching(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, `请选择${label}，如 2026-03。`, options)

/** A quantity with at most two decimals. */
export const Quantity = (label: string, { max, optional }: { max: number } & FieldOptions) =>
  Field({
    shape: { type: Number, minimum: 0.01, maximum: max, multipleOf: 0.01 },
    accepts: (value) =>
      typeof value === 'number' && value >= 0.01 && value <= max && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6,
    message: `请填写${label}，大于 0 且不超过 ${max}，最多两位小数。`,
    optional,
  })

/** Which version of the thing the caller has seen. */
export const Version = ({ optional }: FieldOptions = {}) =>
  Field({
    shape: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
    accepts: (value) => isWhole(value, 1, 2_147_483_647),
    message: '页面内容可能已过时，请刷新后再操作。',
    optional,
  })

export const YesNo = (label: string, { optional }: FieldOptions = {}) =>
  Field({
    shape: { type: Boolean },
    accepts: (value) => typeof value === 'boolean',
    message: `请选择${label}：是或否。`,
    optional,
  })

/** Short texts under short names, such as the filters of a saved view. */
export const TextByName = (label: string, { max }: { max: number }) =>
  Field({
    shape: { type: 'object', additionalProperties: { type: 'string', maxLength: 200 }, maxProperties: max },
    accepts: (value) =>
      isRecord(value) &&
      Object.keys(value).length <= max &&
      Object.entries(value).every(
        ([name, text]) => lengthOf(name) <= 40 && typeof text === 'string' && isStorable(text, 'one') && lengthOf(text) <= 200,
      ),
    message: `${label}不正确：最多 ${max} 项，每项不超过 200 个字。`,
  })

/** A part of the body with fields of its own. */
export const Nested = (shape: () => new () => object, label: string, { optional }: FieldOptions = {}) =>
  applyDecorators(
    Field({ shape: { type: () => shape() }, accepts: isRecord, message: `请填写${label}。`, optional }),
    Type(shape),
    ValidateNested({ message: `请填写${label}。` }),
  )

export const NestedList = (shape: () => new () => object, label: string, { max, min = 0, optional }: ListOptions) =>
  applyDecorators(
    Field({
      shape: { type: () => shape(), isArray: true, minItems: min, maxItems: max },
      accepts: (value) => isList(value, min, max) && value.every(isRecord),
      message: `请填写${label}，${howMany(min, max)}。`,
      optional,
    }),
    Type(shape),
    ValidateNested({ each: true, message: `请填写${label}，${howMany(min, max)}。` }),
  )

// ── in the query string everything is text ─────────────────────────────────

/** How many rows of a list to answer. */
export const PageSize = () =>
  Field({
    shape: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    tidied: (value) => (typeof value === 'string' && /^\d{1,3}$/.test(value.trim()) ? Number(value) : value),
    accepts: (value) => isWhole(value, 1, 100),
    message: '每页条数需在 1 到 100 之间。',
    optional: true,
  })

/** `true` or `false`. */
export const Switch = (label: string) =>
  Field({
    shape: { type: Boolean },
    tidied: (value) => (value === 'true' ? true : value === 'false' ? false : value),
    accepts: (value) => typeof value === 'boolean',
    message: `筛选条件“${label}”只能是 true 或 false。`,
    optional: true,
  })

/** Several codes joined by commas; the property is the list of them. */
export const Choices = (labels: Labels<string>, label: string) => {
  const codes = codesOf(labels)
  return Field({
    shape: { type: String, description: `用逗号分隔：${codesText(labels)}`, example: codes.slice(0, 2).join(',') },
    tidied: (value) => (typeof value === 'string' && value.trim() ? [...new Set(value.split(',').map(trimmed))] : value),
    accepts: (value) => Array.isArray(value) && value.every((each) => codes.includes(each as string)),
    message: `筛选条件“${label}”只能是：${codes.join('、')}，用逗号分隔。`,
    optional: true,
  })
}

function isList(value: unknown, min: number, max: number): value is unknown[] {
  return Array.isArray(value) && value.length >= min && value.length <= max
}

function howMany(min: number, max: number) {
  return min > 0 ? `${min}–${max} 项` : `不超过 ${max} 项`
}
