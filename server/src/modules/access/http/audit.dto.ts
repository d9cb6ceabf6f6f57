import { ApiProperty } from '@nestjs/swagger'
import { Instant, Line, Uuid } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { anything, id, instant, orNull, text } from '../../../platform/http/shapes.ts'

export class AuditQuery extends PageQuery {
  @Uuid('小区', { optional: true }) communityId?: string
  @Line('操作人', { max: 40, optional: true }) actor?: string
  @Line('操作对象', { max: 80, optional: true }) subject?: string
  @Instant('开始时间', { optional: true }) from?: string
  @Instant('结束时间', { optional: true }) until?: string
}

export class AuditRow {
  @ApiProperty(id) id!: string
  @ApiProperty(instant) at!: string
  @ApiProperty(text) actorName!: string
  @ApiProperty(text) action!: string
  @ApiProperty(text) subjectKind!: string
  @ApiProperty(text) subjectId!: string
  @ApiProperty(orNull(id)) communityId!: string | null
  @ApiProperty(anything) before!: unknown
  @ApiProperty(anything) after!: unknown
  @ApiProperty(text) traceId!: string
  @ApiProperty(orNull(text)) address!: string | null
}
export class AuditPage extends PageOf(AuditRow) {}
