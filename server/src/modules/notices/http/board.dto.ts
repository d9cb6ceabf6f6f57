import { ApiProperty } from '@nestjs/swagger'
import { noticeCategories, type NoticeCategory } from '@yinuo/contracts'
import { FileView } from '../../../platform/files/file.dto.ts'
import { Uuid } from '../../../platform/http/fields.ts'
import { PageOf, PageQuery } from '../../../platform/http/page.dto.ts'
import { code, id, instant, listOf, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

export class BoardQuery extends PageQuery {
  @Uuid('小区', { optional: true }) communityId?: string
}

export class OutageBoardQuery {
  @Uuid('小区', { optional: true }) communityId?: string
}

class BoardFacts {
  @ApiProperty(id) id!: string
  @ApiProperty(id) communityId!: string
  @ApiProperty(code(noticeCategories, 'NoticeCategory')) category!: NoticeCategory
  @ApiProperty(text) title!: string
  @ApiProperty(truth) urgent!: boolean
  @ApiProperty(truth) pinned!: boolean
  @ApiProperty(instant) publishedAt!: string
  @ApiProperty(truth) corrected!: boolean
  @ApiProperty(truth) hasFiles!: boolean
  @ApiProperty(truth) unread!: boolean
}

export class BoardNoticeRow extends BoardFacts {
  @ApiProperty(text) excerpt!: string
}
export class BoardNoticePage extends PageOf(BoardNoticeRow) {}

export class BoardEdition {
  @ApiProperty(whole) number!: number
  @ApiProperty(text) title!: string
  @ApiProperty(text) body!: string
  @ApiProperty(text) note!: string
  @ApiProperty(instant) publishedAt!: string
  @ApiProperty(listOf(FileView)) files!: FileView[]
}

/** A notice for its readers; of one that was withdrawn only why. */
export class BoardNotice extends BoardFacts {
  @ApiProperty(text) communityName!: string
  @ApiProperty(text) body!: string
  @ApiProperty(truth) withdrawn!: boolean
  @ApiProperty(orNull(text)) withdrawnBecause!: string | null
  @ApiProperty(listOf(FileView)) files!: FileView[]
  @ApiProperty(listOf(BoardEdition)) editions!: BoardEdition[]
}
