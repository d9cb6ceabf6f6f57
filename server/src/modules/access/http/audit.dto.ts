import { ApiProperty } from '@nestjs/swagger'
import { Instant, Line, Uuid } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { anything, id, instant, orNull, text, whole } from '../../../platform/http/shapes.ts'

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

export class AuditChain {
  @ApiProperty({ ...whole, description: '已封存的条数' }) sealed!: number
  @ApiProperty(orNull(instant)) sealedAt!: string | null
  @ApiProperty({ ...whole, description: '还在等待封存的条数' }) waiting!: number
  @ApiProperty({ ...whole, description: '最近一次校验时完好的条数' }) checked!: number
  @ApiProperty(orNull({ ...instant, description: '校验过的最后一条的封存时间' })) checkedUntil!: string | null
  @ApiProperty(orNull({ ...instant, description: '最近一次校验的时间' })) checkedAt!: string | null
  @ApiProperty(orNull({ ...whole, description: '从第几条起断裂' })) brokenAt!: number | null
}
