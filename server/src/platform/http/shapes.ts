import type { ApiPropertyOptions } from '@nestjs/swagger'
import { codesOf, type Labels } from '@yinuo/contracts'

/** Shapes of what the server answers, for `@ApiProperty(…)`. */
type Shape = ApiPropertyOptions
type ClassOf = new (...fields: never[]) => object

export const id: Shape = { type: String, format: 'uuid' }
export const text: Shape = { type: String }
export const truth: Shape = { type: Boolean }
export const whole: Shape = { type: 'integer' }
export const number: Shape = { type: Number }
export const fen: Shape = { type: 'integer', description: '单位：分' }
export const instant: Shape = { type: String, format: 'date-time' }
export const day: Shape = { type: String, format: 'date' }
/** Whatever a record held, as JSON. */
export const anything: Shape = { anyOf: [{}] }

/** One code of a label table, under the name its enum has in the OpenAPI document. */
export const code = (labels: Labels<string>, enumName: string): Shape => ({
  enum: [...codesOf(labels)],
  enumName,
  'x-enumNames': Object.values(labels),
})

export const one = (shape: ClassOf): Shape => ({ type: () => shape })
export const orNull = (shape: Shape): Shape => ({ ...shape, nullable: true }) as Shape
export const optional = (shape: Shape): Shape => ({ ...shape, required: false }) as Shape
export const listOf = (shape: Shape | ClassOf): Shape =>
  (typeof shape === 'function' ? { type: () => shape, isArray: true } : { ...shape, isArray: true }) as Shape

export const codesText = (labels: Labels<string>) =>
  Object.entries(labels)
    .map(([each, label]) => `${each} ${label}`)
    .join('、')
