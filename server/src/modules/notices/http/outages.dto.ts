import { ApiProperty } from '@nestjs/swagger'
import {
  outageServices,
  outageStates,
  outageUpdateKinds,
  type OutageService,
  type OutageState,
  type OutageUpdateKind,
} from '@yinuo/contracts'
import { Instant, Line, Nested, OneOf, Text, Version, YesNo } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { NoticeAudience } from './notices.dto.ts'

const service = code(outageServices, 'OutageService')
const state = code(outageStates, 'OutageState')

export class NewOutage {
  @OneOf(outageServices, 'OutageService', '停用种类') service!: OutageService
  @Line('影响范围', { max: 60 }) scope!: string
  @Text('原因', { max: 200 }) cause!: string
  @Nested(() => NoticeAudience, '受影响的住户') audience!: NoticeAudience
  @YesNo('紧急') urgent!: boolean
  @Instant('开始时间') startsAt!: string
  @Instant('预计恢复时间') expectedUntil!: string
}

export class NewOutageUpdate {
  @Text('进展', { max: 200 }) text!: string
  @Instant('新的预计恢复时间', { optional: true }) expectedUntil?: string
  @Version() version!: number
}

export class OutageRecovery {
  @Text('恢复说明', { max: 200 }) text!: string
  @Version() version!: number
}

export class OutageQuery extends PageQuery {
  @OneOf(outageStates, 'OutageState', '恢复情况', { optional: true }) state?: OutageState
}

class OutageFacts {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(service) service!: OutageService
  @ApiProperty(text) scope!: string
  @ApiProperty(text) cause!: string
  @ApiProperty(truth) urgent!: boolean
  @ApiProperty(state) state!: OutageState
  @ApiProperty(instant) startsAt!: string
  @ApiProperty(instant) expectedUntil!: string
  @ApiProperty(orNull(instant)) recoveredAt!: string | null
  @ApiProperty(instant) createdAt!: string
  /** the expected time has passed and nothing came back */
  @ApiProperty(truth) overdue!: boolean
}

export class OutageRow extends OutageFacts {
  @ApiProperty(text) announcedByName!: string
}
export class OutagePage extends PageOf(OutageRow) {}

export class OutageUpdate {
  @ApiProperty(id) id!: string
  @ApiProperty(code(outageUpdateKinds, 'OutageUpdateKind')) kind!: OutageUpdateKind
  @ApiProperty(text) text!: string
  @ApiProperty(orNull(instant)) expectedUntil!: string | null
  @ApiProperty(text) writtenByName!: string
  @ApiProperty(instant) at!: string
}

export class OutageView extends OutageRow {
  @ApiProperty(whole) version!: number
  @ApiProperty(one(NoticeAudience)) audience!: NoticeAudience
  @ApiProperty(listOf(OutageUpdate)) updates!: OutageUpdate[]
}

export class BoardOutage extends OutageFacts {
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) hotline!: string
  @ApiProperty(listOf(OutageUpdate)) updates!: OutageUpdate[]
}
