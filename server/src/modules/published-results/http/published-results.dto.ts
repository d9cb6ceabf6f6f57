import { ApiProperty } from '@nestjs/swagger'
import {
  complaintCategories,
  complaintSorts,
  noticeStates,
  resultKinds,
  type ComplaintCategoryCode,
  type ComplaintSort,
  type NoticeState,
  type ResultKind,
} from '@yinuo/contracts'
import { Day, OneOf } from '../../../platform/http/fields.ts'
import { PageOf } from '../../../platform/http/page.dto.ts'
import { code, day, id, instant, listOf, number, one, orNull, text, whole } from '../../../platform/http/shapes.ts'

export class FiguresQuery {
  @Day('开始日期') firstDay!: string
  @Day('结束日期') lastDay!: string
}

export class NewPublishedResult {
  @OneOf(resultKinds, 'ResultKind', '公布内容') kind!: ResultKind
  @Day('开始日期') firstDay!: string
  @Day('结束日期') lastDay!: string
}

export class PublishedResult {
  @ApiProperty(id) id!: string
  @ApiProperty(code(resultKinds, 'ResultKind')) kind!: ResultKind
  @ApiProperty(day) firstDay!: string
  @ApiProperty(day) lastDay!: string
  @ApiProperty(id) noticeId!: string
  @ApiProperty(text) title!: string
  @ApiProperty(code(noticeStates, 'NoticeState')) noticeState!: NoticeState
  @ApiProperty(orNull(instant)) publishedAt!: string | null
  @ApiProperty(text) madeByName!: string
  @ApiProperty(instant) createdAt!: string
}
export class PublishedResultPage extends PageOf(PublishedResult) {}

export class CountOfSort {
  @ApiProperty(code(complaintSorts, 'ComplaintSort')) sort!: ComplaintSort
  @ApiProperty(whole) count!: number
}

export class CountOfCategory {
  @ApiProperty(code(complaintCategories, 'ComplaintCategoryCode')) category!: ComplaintCategoryCode
  @ApiProperty(whole) complaint!: number
  @ApiProperty(whole) suggestion!: number
  @ApiProperty(whole) praise!: number
}

export class PromiseCounts {
  @ApiProperty(whole) kept!: number
  @ApiProperty(whole) broken!: number
  @ApiProperty(whole) running!: number
}

export class ComplaintFiguresView {
  @ApiProperty(whole) total!: number
  @ApiProperty(whole) open!: number
  @ApiProperty(whole) closed!: number
  @ApiProperty(whole) rated!: number
  @ApiProperty(orNull(number)) averageRating!: number | null
  @ApiProperty(listOf(CountOfSort)) bySort!: CountOfSort[]
  @ApiProperty(listOf(CountOfCategory)) byCategory!: CountOfCategory[]
  @ApiProperty(one(PromiseCounts)) firstReply!: PromiseCounts
  @ApiProperty(one(PromiseCounts)) result!: PromiseCounts
}
