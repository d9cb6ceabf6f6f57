import { ApiProperty } from '@nestjs/swagger'
import { unmaskReasons, unmaskSubjects, type UnmaskReason, type UnmaskSubject } from '@yinuo/contracts'
import { OneOf, Text, Uuid } from '../../../platform/http/fields.ts'
import { text, whole } from '../../../platform/http/shapes.ts'

export class Unmask {
  @OneOf(unmaskSubjects, 'UnmaskSubject', '要查看谁的手机号') subject!: UnmaskSubject
  @Uuid('要查看的人') id!: string
  @OneOf(unmaskReasons, 'UnmaskReason', '查看的理由') reason!: UnmaskReason
  /** needed where the reason is `other` */
  @Text('理由说明', { max: 200, optional: true }) note?: string
}

export class Unmasked {
  @ApiProperty(text) name!: string
  @ApiProperty(text) phone!: string
  @ApiProperty({ ...whole, description: '今天还可以查看几次' }) left!: number
}
