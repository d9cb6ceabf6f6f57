import { ApiProperty } from '@nestjs/swagger'
import { listOf, optional, text, whole } from './shapes.ts'

export class FieldRefusal {
  @ApiProperty(text) field!: string
  @ApiProperty(text) message!: string
}

/** Every refusal, as RFC 9457 application/problem+json; `detail` is a Chinese sentence for people. */
export class Problem {
  @ApiProperty(text) type!: string
  @ApiProperty(text) title!: string
  @ApiProperty(whole) status!: number
  @ApiProperty(text) code!: string
  @ApiProperty(text) detail!: string
  @ApiProperty(text) traceId!: string
  @ApiProperty(optional(listOf(FieldRefusal))) errors?: FieldRefusal[]
}
