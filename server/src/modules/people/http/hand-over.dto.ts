import { ApiProperty } from '@nestjs/swagger'
import { workKinds, type WorkKind } from '@yinuo/contracts'
import { Day, Line, NestedList, OneOf, Password, Text, Token, Uuid, Version } from '../../../platform/http/fields.ts'
import { code, day, id, instant, listOf, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'
import { PostHeld } from './people.dto.ts'

/** Who could take a group of open work: qualified for it, and in scope of all of it. */
export class Successor {
  @ApiProperty(id) id!: string
  @ApiProperty(text) name!: string
  @ApiProperty(truth) onDuty!: boolean
  @ApiProperty(whole) openWork!: number
}

export class OwedWork {
  @ApiProperty(id) id!: string
  @ApiProperty(text) number!: string
  @ApiProperty(text) placeLabel!: string
  @ApiProperty(text) state!: string
  @ApiProperty(truth) late!: boolean
}

/** Open work of one kind and category in one community: handed over together. */
export class OwedGroup {
  @ApiProperty(code(workKinds, 'WorkKind')) kind!: WorkKind
  @ApiProperty(id) communityId!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) category!: string
  @ApiProperty(text) categoryName!: string
  @ApiProperty(listOf(OwedWork)) items!: OwedWork[]
  @ApiProperty(listOf(Successor)) successors!: Successor[]
}

/** Who takes a group; nobody named: back to the dispatch pool. */
export class GroupSuccessor {
  @OneOf(workKinds, 'WorkKind', '工作类型') kind!: WorkKind
  @Uuid('小区') communityId!: string
  @Token('类别', { max: 60 }) category!: string
  @Uuid('接手人', { optional: true }) successorId?: string
}

export class LeaveOffice {
  @Version() version!: number
  @Day('离职日期') leftOn!: string
  @Line('离职原因', { max: 100 }) reason!: string
  @Text('交接说明', { min: 0, max: 2000, optional: true }) note?: string
  /** Groups not named go back to the dispatch pool. */
  @NestedList(() => GroupSuccessor, '工作交接', { max: 200 }) work!: GroupSuccessor[]
}

/** Back in office: with posts anew, and a new password when they are to use the console. */
export class ReturnToOffice {
  @Version() version!: number
  @NestedList(() => PostHeld, '岗位与管辖范围', { max: 50 }) posts!: PostHeld[]
  @Password('密码', { min: 8, max: 200, optional: true }) password?: string
}

export class HandedWork {
  @ApiProperty(text) number!: string
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) category!: string
  @ApiProperty(text) placeLabel!: string
  /** Null: back to the dispatch pool. */
  @ApiProperty(orNull(text)) toName!: string | null
}

/** The record of a hand-over; work of communities the reader does not work in is left out. */
export class HandOver {
  @ApiProperty(id) id!: string
  @ApiProperty(id) staffId!: string
  @ApiProperty(text) staffName!: string
  @ApiProperty(day) leftOn!: string
  @ApiProperty(text) reason!: string
  @ApiProperty(text) note!: string
  @ApiProperty(listOf(text)) posts!: string[]
  @ApiProperty(listOf(HandedWork)) work!: HandedWork[]
  @ApiProperty(text) doneByName!: string
  @ApiProperty(instant) doneAt!: string
}
